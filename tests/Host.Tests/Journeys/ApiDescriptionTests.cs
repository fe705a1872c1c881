using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>What <c>/openapi/v1.json</c> says is all of the API and nothing but the API, and true.</summary>
public sealed class ApiDescriptionTests : IAsyncLifetime
{
    private readonly CaseFlowServer _server = new();
    private JsonObject _description = null!;

    public async Task InitializeAsync() =>
        _description = JsonNode.Parse(await _server.CreateClient().GetStringAsync("/openapi/v1.json"))!.AsObject();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("post", "/api/auth/token")]
    [InlineData("get", "/api/services")]
    [InlineData("post", "/api/cases")]
    [InlineData("get", "/api/cases/{number}")]
    [InlineData("get", "/api/cases/{number}/timeline")]
    [InlineData("get", "/api/cases/{number}/letters")]
    [InlineData("get", "/api/tasks")]
    [InlineData("post", "/api/tasks/{id}/claim")]
    [InlineData("post", "/api/tasks/{id}/release")]
    [InlineData("post", "/api/tasks/{id}/completion")]
    [InlineData("post", "/api/cases/{number}/withdrawal")]
    public void An_endpoint_is_described(string method, string path) =>
        Assert.NotNull(_description["paths"]![path]?[method]?["summary"]);

    [Fact]
    public void Every_answer_has_its_shape_and_every_refusal_the_same_one()
    {
        foreach (var (what, operation) in Operations())
        foreach (var (status, answer) in operation["responses"]!.AsObject())
        {
            var content = answer!["content"]?.AsObject();
            if (status[0] == '2')
                Assert.True(
                    status is "202" or "204"
                        || (content?["application/json"] ?? content?["application/zip"])?["schema"] is not null,
                    $"{what} {status}"
                );
            else
                Assert.Equal(
                    "#/components/schemas/ApiProblem",
                    $"{content?["application/problem+json"]?["schema"]?["$ref"]}"
                );
        }
    }

    [Fact]
    public void Everything_but_the_token_wants_a_token_and_says_so()
    {
        foreach (var (what, operation) in Operations())
        {
            Assert.True(operation["responses"]!["401"] is not null, what);
            Assert.True(what == "post /api/auth/token" || operation["security"] is not null, what);
        }
    }

    [Fact]
    public void Nothing_else_is_described() =>
        Assert.DoesNotContain(Operations(), o => !o.What.Contains(" /api/", StringComparison.Ordinal));

    [Fact]
    public async Task What_is_always_there_is_there()
    {
        var society = new Society(_server);
        var number = await society.FileAsync();
        var sara = await society.AsAsync("sara");

        Holds("CaseForMember", await sara.GetAsync($"/api/cases/{number}"));
        Holds("CaseItem", (await sara.GetAsync("/api/cases"))[0]!);
        Holds("TimelineLine", (await sara.GetAsync($"/api/cases/{number}/timeline"))[0]!);
        Holds("LetterItem", (await sara.GetAsync($"/api/cases/{number}/letters"))[0]!);
        var task = await (await society.AsAsync("noura")).TaskAsync(number, "CaseFlow.Receive");
        Holds("TaskItem", task);
        Holds("TaskDetail", await (await society.AsAsync("noura")).GetAsync($"/api/tasks/{task["id"]}"));
        Holds("ServiceEntry", (await sara.GetAsync("/api/services"))[0]!);
        Holds(
            "ApiProblem",
            JsonNode.Parse(await (await sara.Http.GetAsync("/api/cases/x")).Content.ReadAsStringAsync())!
        );
    }

    private void Holds(string schema, JsonNode answer)
    {
        var described = _description["components"]!["schemas"]![schema]!;
        Assert.All(described["required"]!.AsArray(), name => Assert.NotNull(answer[$"{name}"]));
        Assert.All(answer.AsObject(), member => Assert.NotNull(described["properties"]![member.Key]));
    }

    private IEnumerable<(string What, JsonNode Operation)> Operations() =>
        from path in _description["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key} {path.Key}", operation.Value!);
}
