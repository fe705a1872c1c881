using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>All procedures and documents leave in one file and come in again, whole or not at all.</summary>
public sealed class ExchangeTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    [Fact]
    public async Task What_one_installation_exports_is_the_same_in_another_that_takes_it_in()
    {
        await using var here = new CaseFlowServer();
        await using var there = new CaseFlowServer();
        var designer = await Designer.OpenAsync(here, "omar");
        await designer.SaveAsync(JsonNode.Parse(Publishing.Procedure.Saying("inspection", "زيارة", "معاينة المسكن"))!);
        var changed = await designer.LatestAsync("statement-of-account");
        changed["name"] = "كشف <script>حساب</script> \u202Eعضو";
        await designer.TrySaveAsync(changed, publish: true);

        var file = await (await Person.SignInAsync(here.CreateClient(), "salma")).Http.GetByteArrayAsync(
            "/api/policy/archive"
        );
        var answer = await ImportAsync(there, file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var ids = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("[\"inspection\"]", ids!["added"]!.ToJsonString());
        Assert.Equal("[\"statement-of-account\"]", ids["changed"]!.ToJsonString());
        var exported = await here.ReadAsync(db =>
            HashesAsync(db, d => d.IsPublished || (d.IsLatest && d.PublishedAt == null))
        );
        Assert.Equal(exported, await there.ReadAsync(db => HashesAsync(db, d => d.IsLatest)));
        Assert.True(exported.Count > 30);
        // A draft, whatever the file says of itself.
        Assert.Equal(
            1,
            await there.ReadAsync(db =>
                db.Definitions.CountAsync(d =>
                    d.DefinitionId == "statement-of-account" && d.IsPublished && d.Version == 1
                )
            )
        );
    }

    [Fact]
    public async Task On_its_page_an_administrator_takes_everything_along_and_brings_it_in()
    {
        var omar = await Browser.SignInAsync(server, "omar");
        var file = await omar.Http.GetByteArrayAsync("/exchange/file");
        using var form = await FormAsync(
            omar,
            Zip(("page-visit.json", Publishing.Procedure.Saying("page-visit", "a"))),
            "all.zip"
        );

        var answer = await omar.Http.PostAsync("/exchange", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            "href=\"/procedures/page-visit\"",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.Contains("letters/acceptance.ar.liquid", zip.Entries.Select(e => e.FullName));
        Assert.Contains("member-service-request.json", zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public async Task A_draft_that_somebody_has_made_meanwhile_stays_below_what_comes_in()
    {
        var designer = await Designer.OpenAsync(server, "hind");
        var draft = await designer.SaveAsync(JsonNode.Parse(Publishing.Procedure.Saying("meanwhile", "hers"))!);

        var answer = await ImportAsync(
            server,
            Zip(("meanwhile.json", Publishing.Procedure.Saying("meanwhile", "theirs")))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var versions = await server.ReadAsync(db =>
            db.Definitions.Where(d => d.DefinitionId == "meanwhile").OrderBy(d => d.Version).ToListAsync()
        );
        Assert.Equal([1, 2], versions.Select(v => v.Version));
        Assert.Equal($"{draft["id"]}", versions[0].Id);
        // And she is told when she saves on.
        draft["name"] = "more";
        Assert.Equal(HttpStatusCode.BadRequest, (await designer.TrySaveAsync(draft)).StatusCode);
    }

    public static TheoryData<string, (string Name, string Text)[]> Bad =>
        new()
        {
            { "broken.json", [("broken.json", "{\"root\":")] },
            {
                "twice",
                [
                    ("a.json", Publishing.Procedure.Saying("twice", "a")),
                    ("b.json", Publishing.Procedure.Saying("twice", "b")),
                ]
            },
            {
                "same.json",
                [
                    ("same.json", Publishing.Procedure.Saying("same", "a")),
                    ("same.json", Publishing.Procedure.Saying("same", "b")),
                ]
            },
            { "../up.json", [("../up.json", Publishing.Procedure.Saying("up", "a"))] },
            { "letters/", [("letters/../../up.json", "{}")] },
            { "notes/readme.json", [("notes/readme.json", "{}")] },
            { "forms/A B.json", [("forms/A B.json", "{}")] },
            { "picture.png", [("picture.png", Publishing.Procedure.Saying("picture", "a"))] },
            { "letters/x", [("x.json", Publishing.Procedure.Saying("letters/x", "a"))] },
            { "JSON", [("latin.json", "\uFFFD")] },
            { "zip", [] },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_cannot_be_taken_in_is_named_and_nothing_else_comes_in_with_it(
        string named,
        (string Name, string Text)[] files
    )
    {
        var before = await server.ReadAsync(db => db.Definitions.CountAsync());
        var zip = Zip([
            .. files,
            .. files.Length == 0 ? [] : new[] { ("sound.json", Publishing.Procedure.Saying("sound-beside", "a")) },
        ]);

        var answer = await ImportAsync(server, zip);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Conflict });
        Assert.Contains(
            named,
            $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"]}",
            StringComparison.Ordinal
        );
        Assert.Equal(before, await server.ReadAsync(db => db.Definitions.CountAsync()));
    }

    [Fact]
    public async Task A_zip_that_holds_far_more_than_it_weighs_is_refused_on_the_page_too()
    {
        var omar = await Browser.SignInAsync(server, "omar");
        var bomb = Zip([("bomb.json", new string(' ', 6 * 1024 * 1024))]);
        using var form = await FormAsync(omar, bomb, "bomb.zip");

        var answer = await omar.Http.PostAsync("/exchange", form);

        Assert.True(bomb.Length < 100_000);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("notice", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_calls_itself_a_zip_and_is_none_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await ImportAsync(server, [1, 2, 3, 4])).StatusCode);

    [Fact]
    public async Task Procedures_that_use_one_another_in_a_circle_come_in_as_drafts_and_are_not_published()
    {
        var answer = await ImportAsync(
            server,
            Zip(
                ("one.json", Publishing.Procedure.Using("circle-one", "circle-two")),
                ("two.json", Publishing.Procedure.Using("circle-two", "circle-one"))
            )
        );
        var designer = await Designer.OpenAsync(server, "omar", "en");

        var published = await designer.TryPostAsync("/workflow-definitions/circle-one/publish", new { });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, published.StatusCode);
    }

    [Theory]
    [InlineData("salma", HttpStatusCode.OK)]
    [InlineData("noura", HttpStatusCode.Forbidden)]
    [InlineData("sara", HttpStatusCode.Forbidden)]
    public async Task An_auditor_takes_along_and_brings_nothing_in_and_nobody_else_does_either(
        string userName,
        HttpStatusCode export
    )
    {
        var person = await Person.SignInAsync(server.CreateClient(), userName);

        Assert.Equal(export, (await person.Http.GetAsync("/api/policy/archive")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ImportAsync(person.Http, Zip(("a.json", "{}")))).StatusCode);
    }

    private static async Task<HttpResponseMessage> ImportAsync(CaseFlowServer at, byte[] zip)
    {
        var person = await Person.SignInAsync(at.CreateClient(), "omar");
        person.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return await ImportAsync(person.Http, zip);
    }

    private static async Task<HttpResponseMessage> ImportAsync(HttpClient http, byte[] zip)
    {
        using var file = new ByteArrayContent(zip);
        using var form = new MultipartFormDataContent { { file, "file", "policy.zip" } };
        return await http.PostAsync("/api/policy/archive", form);
    }

    private static async Task<MultipartFormDataContent> FormAsync(Browser browser, byte[] zip, string name)
    {
        var page = await browser.ReadAsync("/exchange");
        var token = page.Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[^1].Split('"')[0];
        return new MultipartFormDataContent
        {
            { new ByteArrayContent(zip), "files", name },
            { new StringContent(token), "__RequestVerificationToken" },
        };
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(text == "\uFFFD" ? [0x7B, 0xE9, 0x7D] : Encoding.UTF8.GetBytes(text));
            }
        }
        return zip.ToArray();
    }

    private static async Task<Dictionary<string, string>> HashesAsync(
        CaseFlowDb db,
        System.Linq.Expressions.Expression<Func<DefinitionRow, bool>> which
    ) =>
        await db
            .Definitions.Where(which)
            .OrderBy(d => d.DefinitionId)
            .ToDictionaryAsync(d => d.DefinitionId, d => d.ContentHash);
}
