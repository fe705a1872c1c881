using System.Net;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>Faults that an instance goes on with, in the hands of an administrator.</summary>
public sealed class KeptIncidentTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>, IAsyncLifetime
{
    private const string GoesOn = """
        {
          "options": { "incidentStrategyType": "ContinueWithIncidentsStrategy" },
          "variables": [ { "id": "n", "name": "N", "typeName": "Int32", "value": "0" } ]
        }
        """;

    private const string SecondTime =
        """s Elsa.RunJavaScript {"script":"setVariable('N', getVariable('N') + 1); if (getVariable('N') < 2) throw new Error('not yet'); 1"}""";

    private const string Never = """s Elsa.RunJavaScript {"script":"throw new Error('never')"}""";
    private const string Waits = """e Elsa.Event {"eventName":"Go"}""";

    private readonly CaseFlowServer _server = server;
    private readonly Signals.Procedures _procedures = new(server);

    public Task InitializeAsync() => _procedures.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Tried_again_the_step_goes_through_and_the_fault_leaves_the_list()
    {
        var incident = await StopAsync(SecondTime);

        var page = await FollowAsync($"/administration/retry?id={incident.Id}");

        Assert.Equal("Workflow1:root:e", Assert.Single((await _procedures.StateAsync("i")).Waits).NodeId);
        Assert.Equal("retried", Assert.Single(await _procedures.IncidentsAsync()).Resolution);
        Assert.Contains("نجحت المحاولة", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_alone_can_move_the_procedure_is_not_closed()
    {
        var incident = await StopAsync(Never);

        var answer = await CloseAsync(incident);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "لا يمكن أن يمضي الإجراء إلا من هذا الخلل",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        Assert.Null(Assert.Single(await _procedures.IncidentsAsync()).ResolvedAt);
    }

    [Fact]
    public async Task A_fault_beside_which_the_procedure_waits_for_something_is_closed()
    {
        var incident = await StopAsync(
            """
            p Elsa.Parallel {"activities":[
              {"id":"s","type":"Elsa.RunJavaScript","version":1,"script":"throw new Error('never')"},
              {"id":"w","type":"Elsa.Event","version":1,"eventName":"Other"}]}
            """
        );

        await CloseAsync(incident);

        Assert.NotNull(Assert.Single(await _procedures.IncidentsAsync()).ResolvedAt);
    }

    private async Task<HttpResponseMessage> CloseAsync(IncidentRow incident) =>
        await (await Browser.SignInAsync(_server, "omar")).PostAsync(
            $"/administration/close?id={incident.Id}",
            new() { ["reason"] = "سبب" }
        );

    [Fact]
    public async Task A_step_that_stops_again_is_said_to_and_listed_anew()
    {
        var incident = await StopAsync(Never);

        var page = await FollowAsync($"/administration/retry?id={incident.Id}");

        Assert.Equal(["retried", null], (await _procedures.IncidentsAsync()).Select(i => i.Resolution));
        Assert.Contains("توقفت الخطوة مرة أخرى", page, StringComparison.Ordinal);
        Assert.DoesNotContain("نجحت المحاولة", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_step_of_a_procedure_without_a_case_is_passed_over_from_the_page()
    {
        var incident = await StopAsync(Never);
        var omar = await Browser.SignInAsync(_server, "omar");

        var page = WebUtility.HtmlDecode(await omar.ReadAsync("/administration"));
        var fields = new Dictionary<string, string> { ["outcome"] = "Done", ["reason"] = "لا حاجة إليها" };
        await omar.PostAsync($"/administration/skip?id={incident.Id}", fields);

        Assert.Contains($"/administration/skip?id={incident.Id}", page, StringComparison.Ordinal);
        Assert.Equal("Workflow1:root:e", Assert.Single((await _procedures.StateAsync("i")).Waits).NodeId);
        Assert.Equal("لا حاجة إليها", Assert.Single(await _procedures.IncidentsAsync()).Resolution);
    }

    [Fact]
    public async Task What_the_instance_has_left_meanwhile_is_not_said_to_have_gone_through()
    {
        var incident = await StopAsync(Never);
        var omar = new Actor("user-omar", "عمر", "Omar", new HashSet<string> { Role.PolicyAdministrator }, null);
        await _procedures.FeedAsync("i", new Stimulus.Cancelled("test", omar));

        var browser = await Browser.SignInAsync(_server, "omar");
        var answer = await browser.PostAsync($"/administration/retry?id={incident.Id}");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null(Assert.Single(await _procedures.IncidentsAsync()).Resolution);
    }

    private async Task<IncidentRow> StopAsync(string step)
    {
        await _procedures.PublishAsync("p", [step, Waits], GoesOn);
        await _procedures.StartAsync("p", "i");
        return Assert.Single(await _procedures.IncidentsAsync());
    }

    private async Task<string> FollowAsync(string address)
    {
        var omar = await Browser.SignInAsync(_server, "omar");
        var answer = await omar.PostAsync(address);
        return WebUtility.HtmlDecode(await omar.ReadAsync(answer.Headers.Location!.OriginalString));
    }
}
