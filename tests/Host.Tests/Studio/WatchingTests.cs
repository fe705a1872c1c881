using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>In the designer an overseer sees where a case stands, and nothing that people wrote.</summary>
public sealed class WatchingTests : IAsyncLifetime
{
    private readonly CaseFlowServer _server = new();
    private readonly Society _society;
    private Designer _designer = null!;
    private string _number = "";

    public WatchingTests() => _society = new Society(_server);

    public async Task InitializeAsync()
    {
        _designer = await Designer.OpenAsync(_server, "salma", "en");
        _number = await _society.FileAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_case_is_found_by_its_number_and_by_the_procedure_it_follows()
    {
        var byNumber = await ListAsync(new { searchTerm = _number });
        var byProcedure = await ListAsync(new { definitionIds = new[] { "member-service-request" } });
        var byVersion = await ListAsync(new { searchTerm = $"{byNumber["items"]![0]!["definitionVersionId"]}" });
        var elsewhere = await ListAsync(new { definitionIds = new[] { "statement-of-account" } });

        Assert.Equal(_number, $"{byNumber["items"]![0]!["id"]}");
        Assert.Equal(1, byProcedure["totalCount"]!.GetValue<int>());
        Assert.Equal(1, byVersion["totalCount"]!.GetValue<int>());
        Assert.Equal(0, elsewhere["totalCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_drawing_shows_what_is_done_and_what_waits()
    {
        var stats = await _designer.PostAsync(
            "/activity-executions/report",
            new
            {
                workflowInstanceId = _number,
                activityNodeIds = new[]
                {
                    "Workflow1:procedure:acknowledgement-letter",
                    "Workflow1:procedure:receive",
                    "Workflow1:procedure:close-served",
                },
            }
        );

        Assert.Equal(
            ["1/1/False", "1/0/True", "0/0/False"],
            stats["stats"]!
                .AsArray()
                .Select(s => $"{s!["startedCount"]}/{s["completedCount"]}/{bool.Parse(s["isBlocked"]!.ToString())}")
        );
    }

    [Fact]
    public async Task The_journal_comes_in_order_and_by_activity()
    {
        var all = await _designer.PostAsync($"/workflow-instances/{_number}/journal?skip=0&take=100", new { });
        var one = await _designer.PostAsync(
            $"/workflow-instances/{_number}/journal?skip=0&take=100",
            new { filter = new { activityNodeIds = new[] { "Workflow1:procedure:receive" } } }
        );

        var order = all["items"]!.AsArray().Select(i => i!["sequence"]!.GetValue<long>()).ToList();
        Assert.Equal([.. order.Order()], order);
        Assert.Equal(["Started", "Suspended"], one["items"]!.AsArray().Select(i => $"{i!["eventName"]}"));
    }

    [Fact]
    public async Task What_a_case_holds_is_withheld()
    {
        var instance = await _designer.GetAsync($"/workflow-instances/{_number}");

        Assert.Equal("•••", $"{instance["workflowState"]!["input"]!["CaseNumber"]}");
        Assert.DoesNotContain("سارة", instance.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_run_of_an_activity_is_shown_with_what_its_author_set()
    {
        var runs = await _designer.GetAsync(
            $"/activity-executions/list?WorkflowInstanceId={_number}&ActivityNodeId=Workflow1:procedure:receive"
        );

        var run = await _designer.GetAsync($"/activity-executions/by-id?id={runs["items"]![0]!["id"]}");
        Assert.Equal("RelationsOfficer", $"{run["activityState"]!["Role"]}");
        Assert.Equal("Running", $"{run["status"]}");
        var sent = await _designer.GetAsync(
            $"/activity-executions/list?WorkflowInstanceId={_number}&ActivityNodeId=Workflow1:procedure:acknowledgement-letter"
        );
        Assert.Equal("[\"Done\"]", sent["items"]![0]!["payload"]!["Outcomes"]!.ToJsonString());
    }

    [Fact]
    public async Task Who_has_a_case_open_hears_how_it_goes_on()
    {
        await using var open = await OpenCase.WatchAsync(_server, _number);

        await _society.ReceiveAsync(_number);

        var stats = await open.NewsAsync();
        var receive = stats.Single(s => $"{s!["activityId"]}" == "receive")!;
        Assert.Equal(1, receive["completedCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_has_happened_is_said_again_for_a_part_of_the_viewer_that_was_still_on_its_way()
    {
        await using var open = await OpenCase.WatchAsync(_server, _number);
        await _society.ReceiveAsync(_number);

        await open.NewsAsync();
        var again = await open.NewsAsync();

        Assert.Equal(1, again.Single(s => $"{s!["activityId"]}" == "receive")!["completedCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_stopped_a_case_is_shown_and_an_administrator_tries_it_again()
    {
        await new Faults(_server).AfterReceptionAsync(_number, "check-completeness");
        var omar = await Designer.OpenAsync(_server, "omar", "en");

        var stopped = await omar.GetAsync($"/workflow-instances/{_number}");
        var faulted = await ListAsync(new { hasIncidents = true });
        var answer = await omar.PostAsync(
            "/alterations/workflows/retry",
            new { workflowInstanceIds = new[] { _number } }
        );

        var incident = stopped["workflowState"]!["incidents"]![0]!;
        Assert.Equal("Workflow1:procedure:check-completeness", $"{incident["activityNodeId"]}");
        Assert.NotEmpty($"{incident["message"]}");
        Assert.Equal(1, faulted["totalCount"]!.GetValue<int>());
        Assert.Equal(1, answer["retried"]!.GetValue<int>());
        Assert.Empty((await omar.GetAsync($"/workflow-instances/{_number}"))["workflowState"]!["incidents"]!.AsArray());
    }

    [Fact]
    public async Task An_auditor_tries_nothing_again()
    {
        var answer = await _designer.TryPostAsync(
            "/alterations/workflows/retry",
            new { workflowInstanceIds = new[] { _number } }
        );

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_filter_that_does_not_exist_is_refused()
    {
        var answer = await _designer.TryPostAsync(
            "/workflow-instances",
            new
            {
                timestampFilters = new[]
                {
                    new
                    {
                        column = "State",
                        @operator = "Is",
                        timestamp = _server.Now,
                    },
                },
            }
        );

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<JsonNode> ListAsync(object query) => await _designer.PostAsync("/workflow-instances", query);
}
