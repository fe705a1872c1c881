using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>Bad input gets a clear refusal, in one shape, and changes nothing.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly CaseFlowServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("{\"service\":", "request.malformed")]
    [InlineData("[]", "request.malformed")]
    [InlineData("{\"service\":\"rent-support\",\"data\":{},\"colour\":\"red\"}", "request.malformed")]
    [InlineData("{}", "request.malformed")]
    [InlineData("{\"service\":null,\"data\":{}}", "request.malformed")]
    [InlineData("{\"service\":\"rent-support\",\"data\":[1]}", "request.malformed")]
    [InlineData("{\"service\":\"castles\",\"data\":{}}", "service.unknown")]
    [InlineData("{\"service\":\"rent-support\",\"data\":{\"colour\":\"red\"}}", "form.invalid")]
    public async Task A_request_that_makes_no_sense_is_refused_and_opens_no_case(string body, string code)
    {
        var sara = await new Society(_server).AsAsync("sara");
        var answer = await sara.Http.PostAsync(
            "/api/cases",
            new StringContent(body, Encoding.UTF8, "application/json")
        );

        await ExpectAsync(answer, code);
        Assert.Equal(0, await _server.ReadAsync(db => db.Cases.CountAsync()));
    }

    [Theory]
    [InlineData("{\"userName\":\"sara\"}", "password")]
    [InlineData("{\"userName\":\"sara\",\"password\":\"x\",\"colour\":\"red\"}", "colour")]
    [InlineData("{\"userName\":7,\"password\":\"x\"}", "userName")]
    public async Task What_cannot_be_read_is_named(string body, string member)
    {
        var answer = await _server
            .CreateClient()
            .PostAsync("/api/auth/token", new StringContent(body, Encoding.UTF8, "application/json"));

        var problem = await ExpectAsync(answer, "request.malformed");
        Assert.Contains(member, problem["detail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET", "/api/no-such-thing", null, 404, "request.not-found")]
    [InlineData("DELETE", "/api/cases", null, 405, "request.wrong-method")]
    [InlineData("POST", "/api/cases", "application/xml", 415, "request.wrong-type")]
    [InlineData("POST", "/api/documents", "application/json", 415, "request.wrong-type")]
    [InlineData("POST", "/dev/clock", "application/json", 400, "request.malformed")]
    public async Task What_the_API_does_not_know_it_says_in_its_one_shape(
        string method,
        string path,
        string? type,
        int status,
        string code
    )
    {
        var sara = await new Society(_server).AsAsync("sara");
        var asked = new HttpRequestMessage(new HttpMethod(method), path);
        if (type is not null)
            asked.Content = new StringContent("{\"colour\":\"red\"}", Encoding.UTF8, type);
        var answer = await sara.Http.SendAsync(asked);

        await ExpectAsync(answer, code);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_answer_is_named_with_its_field()
    {
        var sara = await new Society(_server).AsAsync("sara");
        var data = new JsonObject();
        foreach (var (key, value) in SampleRequests.Json("rent-support"))
            data[key] = JsonNode.Parse(value.GetRawText());
        data["iban"] = "12";
        var problem = await ExpectAsync(
            await sara.PostAsync("/api/cases", new { service = "rent-support", data }),
            "form.invalid"
        );

        Assert.NotNull(problem["errors"]!["iban"]);
    }

    [Theory]
    [InlineData("GET", "/api/cases")]
    [InlineData("POST", "/api/cases")]
    [InlineData("GET", "/api/tasks")]
    [InlineData("POST", "/api/tasks/x/claim")]
    [InlineData("GET", "/api/cases/1448-00001/letters")]
    public async Task Without_a_token_the_answer_is_401_and_no_redirect(string method, string path)
    {
        var http = _server.CreateClient(new() { AllowAutoRedirect = false });
        var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        var http = _server.CreateClient();
        var wrong = await http.PostAsJsonAsync(
            "/api/auth/token",
            new { userName = "sara", password = "not-the-password" }
        );
        var unknown = await http.PostAsJsonAsync(
            "/api/auth/token",
            new { userName = "nobody", password = "not-the-password" }
        );

        await ExpectAsync(wrong, "sign-in.failed");
        await ExpectAsync(unknown, "sign-in.failed");
    }

    [Fact]
    public async Task Another_members_case_does_not_exist_for_me()
    {
        var society = new Society(_server);
        var number = await society.FileAsync();
        var khalid = await society.AsAsync("khalid");

        foreach (var path in new[] { "", "/timeline", "/letters" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await khalid.Http.GetAsync($"/api/cases/{number}{path}")).StatusCode
            );
        var withdrawal = await khalid.PostAsync($"/api/cases/{number}/withdrawal", new { });
        Assert.Equal(HttpStatusCode.NotFound, withdrawal.StatusCode);
    }

    [Fact]
    public async Task A_file_is_judged_by_its_content_not_by_its_name()
    {
        var sara = await new Society(_server).AsAsync("sara");
        await ExpectAsync(await sara.SendFileAsync("page", "<script>"u8.ToArray()), "document.wrong-kind");
        await ExpectAsync(await sara.SendFileAsync("large", new byte[6 * 1024 * 1024]), "document.too-large");
        Assert.Equal(0, await _server.ReadAsync(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task A_task_is_completed_once()
    {
        var society = new Society(_server);
        var number = await society.FileAsync();
        var noura = await society.AsAsync("noura");
        var task = await noura.TaskAsync(number, "CaseFlow.Receive");
        var completion = new
        {
            outcome = "Done",
            data = new { channel = "phone" },
            version = 1,
        };
        await noura.MustPostAsync($"/api/tasks/{task["id"]}/completion", completion);
        var again = await (await society.AsAsync("faisal")).PostAsync(
            $"/api/tasks/{task["id"]}/completion",
            completion
        );

        var problem = await ExpectAsync(again, "task.already-completed");
        Assert.Contains("نورة", problem["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_two_who_claim_one_wins_and_the_other_is_told_who()
    {
        var society = new Society(_server);
        var number = await society.FileAsync();
        var noura = await society.AsAsync("noura");
        var task = await noura.TaskAsync(number, "CaseFlow.Receive");
        await noura.MustPostAsync($"/api/tasks/{task["id"]}/claim", new { });
        var late = await (await society.AsAsync("faisal")).PostAsync($"/api/tasks/{task["id"]}/claim", new { });

        var problem = await ExpectAsync(late, "task.claimed-by-other");
        Assert.Contains("نورة", problem["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stale_version_and_an_unknown_outcome_are_refused_and_the_task_stays_open()
    {
        var society = new Society(_server);
        var number = await society.FileAsync();
        var noura = await society.AsAsync("noura");
        var task = await noura.TaskAsync(number, "CaseFlow.Receive");
        await noura.MustPostAsync($"/api/tasks/{task["id"]}/claim", new { });
        var path = $"/api/tasks/{task["id"]}/completion";

        var stale = new
        {
            outcome = "Done",
            data = new { channel = "phone" },
            version = 1,
        };
        await ExpectAsync(await noura.PostAsync(path, stale), "task.stale");
        var unknown = new
        {
            outcome = "Perhaps",
            data = new { },
            version = 2,
        };
        await ExpectAsync(await noura.PostAsync(path, unknown), "task.unknown-outcome");
        Assert.NotNull(await noura.TaskAsync(number, "CaseFlow.Receive"));
    }

    [Fact]
    public async Task A_wrong_code_signs_nothing_and_five_wrong_ones_end_it()
    {
        var society = new Society(_server);
        var number = await society.FileAsync();
        await society.ReceiveAsync(number);
        await society.MatchAsync(number);
        var sara = await society.AsAsync("sara");
        var task = await sara.TaskAsync(number, "CaseFlow.SignDeclaration");
        await sara.MustPostAsync($"/api/tasks/{task["id"]}/code", new { });
        var right = await _server.CodeAsync(number);
        var wrong = new
        {
            code = right == "000000" ? "000001" : "000000",
            contentHash = "x",
            language = "ar",
        };

        for (var i = 0; i < 5; i++)
            await ExpectAsync(
                await sara.TryCompleteAsync(number, "CaseFlow.SignDeclaration", "Signed", wrong),
                "sign-code.wrong"
            );
        var late = wrong with { code = right };
        await ExpectAsync(
            await sara.TryCompleteAsync(number, "CaseFlow.SignDeclaration", "Signed", late),
            "sign-code.too-many-attempts"
        );
    }

    [Fact]
    public async Task The_language_of_a_refusal_is_the_callers()
    {
        var sara = await new Society(_server).AsAsync("sara");
        sara.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var problem = await ExpectAsync(await sara.Http.GetAsync("/api/cases/1448-99999"), "case.unknown");

        Assert.DoesNotContain(problem["detail"]!.GetValue<string>(), c => c is >= '\u0600' and <= '\u06FF');
    }

    private static async Task<JsonNode> ExpectAsync(HttpResponseMessage answer, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.False(answer.IsSuccessStatusCode, text);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal(code, problem["code"]!.GetValue<string>());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.False(string.IsNullOrWhiteSpace(problem["detail"]?.GetValue<string>()));
        return problem;
    }
}
