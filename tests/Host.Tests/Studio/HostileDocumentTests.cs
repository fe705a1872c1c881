using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>Whatever is sent, the answer is clear and nothing is lost.</summary>
public sealed class HostileDocumentTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    [Theory]
    [InlineData("{\"root\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\",\"root\":{}}")]
    [InlineData("{\"definitionId\":{},\"root\":[]}")]
    public async Task What_is_no_document_is_refused_with_a_sentence(string text) =>
        await RefusedAsync("/workflow-definitions/import", Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("{\"model\":{}")]
    [InlineData("{\"model\":[]}")]
    [InlineData("{}")]
    public async Task What_is_no_save_is_refused_with_a_sentence(string text) =>
        await RefusedAsync("/workflow-definitions", Encoding.UTF8.GetBytes(text));

    [Fact]
    public async Task Why_a_file_is_not_taken_in_stands_beside_the_answer_of_which_Studio_shows_the_status_alone()
    {
        var name = new string('ب', 1000);
        var twice = JsonNode.Parse(Document("twice", "Elsa.Start", "Elsa.Start"))!;
        twice["name"] = name;

        var answer = await SendAsync("/workflow-definitions/import", Encoding.UTF8.GetBytes(twice.ToJsonString()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = Uri.UnescapeDataString(answer.Headers.GetValues("X-CaseFlow-Say").Single());
        Assert.StartsWith("\u2068" + name[..80] + "…\u2069: ", said, StringComparison.Ordinal);
        var sentence = $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!["generalErrors"]![0]}";
        Assert.EndsWith(sentence, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_encoding_than_UTF_8_is_refused() =>
        await RefusedAsync(
            "/workflow-definitions/import",
            Encoding.Latin1.GetBytes("{\"name\":\"caf\u00e9\",\"root\":{}}")
        );

    [Fact]
    public async Task A_document_beyond_five_megabytes_is_refused()
    {
        var name = new string('x', 6 * 1024 * 1024);

        await RefusedAsync(
            "/workflow-definitions/import",
            Encoding.UTF8.GetBytes($"{{\"name\":\"{name}\",\"root\":{{}}}}")
        );
    }

    [Fact]
    public async Task A_body_beyond_ten_megabytes_is_not_even_read_to_its_end() =>
        await RefusedAsync("/workflow-definitions", new byte[11 * 1024 * 1024]);

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        var text = new StringBuilder("{\"root\":");
        for (var i = 0; i < 5000; i++)
            text.Append("{\"a\":");

        await RefusedAsync("/workflow-definitions/import", Encoding.UTF8.GetBytes(text.ToString()));
    }

    [Fact]
    public async Task Two_activities_of_one_id_are_refused_by_name()
    {
        var answer = await SendAsync(
            "/workflow-definitions/import",
            Encoding.UTF8.GetBytes(Document("twice", "Elsa.Start", "Elsa.Start"))
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("occurs twice", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_activity_is_kept_and_refused_when_it_is_to_be_published()
    {
        var designer = await Designer.OpenAsync(server, "omar", "en");
        var answer = await SendAsync(
            "/workflow-definitions/import",
            Encoding.UTF8.GetBytes(Document("alien", "Other.Thing"))
        );
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        var published = await designer.TrySaveAsync(document, publish: true);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("Other.Thing", $"{document["root"]!["activities"]![0]!["type"]}");
        Assert.Equal(HttpStatusCode.BadRequest, published.StatusCode);
        Assert.Contains("Other.Thing", await published.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("abc\u202Etxt.exe")]
    [InlineData("../../etc/passwd")]
    public async Task A_hostile_name_is_a_name_and_nothing_more(string name)
    {
        var designer = await Designer.OpenAsync(server, "omar");
        var model = JsonNode.Parse(Document("", "Elsa.Start"))!;
        model["name"] = name;
        model.AsObject().Remove("definitionId");

        var saved = await designer.SaveAsync(model);

        Assert.Equal(name, $"{saved["name"]}");
        var file = await designer.Http.GetAsync($"/elsa/api/workflow-definitions/{saved["definitionId"]}/export");
        Assert.Equal($"{saved["definitionId"]}-v1.json", file.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task A_zip_that_holds_far_more_than_it_weighs_is_refused_and_nothing_of_it_comes_in()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var sound = archive.CreateEntry("a.json").Open())
                sound.Write(Encoding.UTF8.GetBytes(Document("in-a-bomb", "Elsa.Start")));
            using var bomb = archive.CreateEntry("b.json", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 60; i++)
                bomb.Write(zeros);
        }
        Assert.True(zip.Length < 200_000);

        var designer = await Designer.OpenAsync(server, "omar");
        using var file = new ByteArrayContent(zip.ToArray());
        using var form = new MultipartFormDataContent { { file, "files", "procedures.zip" } };
        var answer = await designer.Http.PostAsync("/elsa/api/workflow-definitions/import-files", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await server.ReadAsync(db => db.Definitions.AnyAsync(d => d.DefinitionId == "in-a-bomb")));
    }

    private async Task RefusedAsync(string address, byte[] body)
    {
        var before = await server.ReadAsync(db => db.Definitions.CountAsync());

        var answer = await SendAsync(address, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(".", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await server.ReadAsync(db => db.Definitions.CountAsync()));
    }

    private async Task<HttpResponseMessage> SendAsync(string address, byte[] body)
    {
        var designer = await Designer.OpenAsync(server, "omar", "en");
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await designer.Http.PostAsync("/elsa/api" + address, content);
    }

    // Activities of one type get one id.
    private static string Document(string id, params string[] types) =>
        new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = "Test",
            ["root"] = new JsonObject
            {
                ["id"] = "f",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["connections"] = new JsonArray(),
                ["activities"] = new JsonArray([
                    .. types.Select(t => new JsonObject
                    {
                        ["id"] = $"x-{t}",
                        ["type"] = t,
                        ["version"] = 1,
                    }),
                ]),
            },
        }.ToJsonString();
}
