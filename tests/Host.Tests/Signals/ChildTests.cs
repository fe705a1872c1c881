using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Signals;

/// <summary>Children of instances.</summary>
public sealed class ChildTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>, IAsyncLifetime
{
    private readonly CaseFlowServer _server = server;
    private readonly Procedures _procedures = new(server);

    public Task InitializeAsync() => _procedures.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private const string Dispatch =
        """c Elsa.DispatchWorkflow {"workflowDefinitionId":"child","waitForCompletion":true}""";
    private const string Execute =
        """c Elsa.ExecuteWorkflow {"workflowDefinitionId":"child","waitForCompletion":true}""";
    private const string Waits = """e Elsa.Event {"eventName":"Go"}""";
    private const string Yields = """o Elsa.SetOutput {"outputName":"Sum","outputValue":7}""";

    [Fact]
    public async Task A_parent_goes_on_when_its_child_has_ended_with_what_the_child_yields()
    {
        await _procedures.PublishAsync("child", [Waits, Yields]);
        await _procedures.PublishAsync("parent", [Dispatch]);
        await _procedures.StartAsync("parent", "p");
        await _procedures.SweepAsync();
        var child = await ChildAsync();
        Assert.Equal(
            ("Suspended", "Suspended"),
            (await _procedures.SubStatusAsync("p"), await _procedures.SubStatusAsync(child))
        );

        await _procedures.PublishEventAsync("Go");
        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("p"));
        var result = (IReadOnlyDictionary<string, object?>)(await _procedures.StateAsync("p")).LastResult!;
        Assert.Equal(7L, result["Sum"]);
    }

    [Fact]
    public async Task Cancelling_a_child_wakes_its_parent()
    {
        await _procedures.PublishAsync("child", [Waits]);
        await _procedures.PublishAsync("parent", [Dispatch]);
        await _procedures.StartAsync("parent", "p");
        await _procedures.SweepAsync();

        await _procedures.FeedAsync(await ChildAsync(), Cancel);
        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("p"));
    }

    [Fact]
    public async Task Cancelling_a_parent_cancels_its_children_and_theirs()
    {
        await _procedures.PublishAsync(
            "child",
            ["""g Elsa.DispatchWorkflow {"workflowDefinitionId":"grandchild"}""", Waits]
        );
        await _procedures.PublishAsync("grandchild", [Waits]);
        await _procedures.PublishAsync("parent", [Dispatch]);
        await _procedures.StartAsync("parent", "p");
        await _procedures.SweepAsync();

        await _procedures.FeedAsync("p", Cancel);
        await _procedures.SweepAsync();

        Assert.Equal(3, await _server.ReadAsync(db => db.Instances.CountAsync(i => i.SubStatus == "Cancelled")));
    }

    [Fact]
    public async Task A_child_does_not_begin_when_its_parent_was_cancelled_before()
    {
        await _procedures.PublishAsync("child", [Waits]);
        await _procedures.PublishAsync("parent", [Dispatch]);
        await _procedures.StartAsync("parent", "p");

        await _procedures.FeedAsync("p", Cancel);
        await _procedures.SweepAsync();

        Assert.Equal(1, await _server.ReadAsync(db => db.Instances.CountAsync()));
    }

    [Fact]
    public async Task A_child_that_fails_at_its_start_waits_for_a_retry_and_its_parent_with_it()
    {
        await _procedures.PublishAsync("child", ["f Elsa.Fault {}"]);
        await _procedures.PublishAsync("parent", [Dispatch]);
        await _procedures.StartAsync("parent", "p");
        await _procedures.SweepAsync();

        var incident = Assert.Single(await _procedures.IncidentsAsync());
        Assert.Equal("Pending", await _procedures.SubStatusAsync(incident.InstanceId));
        Assert.Equal("Suspended", await _procedures.SubStatusAsync("p"));
        Assert.Equal(0, await _procedures.SignalsAsync());

        // The cause still stands: the retry ends in a second incident of the same instance.
        var omar = await Browser.SignInAsync(_server, "omar");
        await omar.PostAsync($"/administration/retry?id={incident.Id}");
        Assert.All(await _procedures.IncidentsAsync(), i => Assert.Equal(incident.InstanceId, i.InstanceId));
        Assert.Equal(2, (await _procedures.IncidentsAsync()).Count);
    }

    [Fact]
    public async Task A_parent_that_executes_a_child_hears_that_it_failed()
    {
        await _procedures.PublishAsync("child", ["f Elsa.Fault {}"]);
        await _procedures.PublishAsync("parent", [Execute]);
        await _procedures.StartAsync("parent", "p");
        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("p"));
        var result = (IReadOnlyDictionary<string, object?>)(await _procedures.StateAsync("p")).LastResult!;
        Assert.Equal("Faulted", result["SubStatus"]);
    }

    [Fact]
    public async Task A_child_of_a_workflow_that_is_not_there_is_the_parent_s_incident()
    {
        await _procedures.PublishAsync("parent", [Dispatch]);

        await Assert.ThrowsAsync<RefusalException>(() => _procedures.StartAsync("parent", "p"));

        var incident = Assert.Single(await _procedures.IncidentsAsync());
        Assert.Equal(("procedure.not-published", "c"), (incident.Code, incident.ActivityId));
        // It serves no case, and so waits for an operator.
        Assert.Equal("Pending", await _server.ReadAsync(db => db.Instances.Select(i => i.SubStatus).SingleAsync()));
    }

    [Fact]
    public async Task A_bulk_of_children_ends_with_the_last_of_them()
    {
        const string items = """{"typeName":"Object","expression":{"type":"JavaScript","value":"[1,2,3,4,5]"}}""";
        await _procedures.PublishAsync("child", [Yields]);
        await _procedures.PublishAsync(
            "parent",
            [$$"""c Elsa.BulkDispatchWorkflows {"workflowDefinitionId":"child","items":{{items}} }"""]
        );
        await _procedures.StartAsync("parent", "p");

        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("p"));
        Assert.Equal(6, await _server.ReadAsync(db => db.Instances.CountAsync(i => i.SubStatus == "Finished")));
    }

    [Fact]
    public async Task A_stored_definition_runs_with_the_workflows_it_uses()
    {
        await _procedures.PublishAsync("Inner", [Waits]);
        await _procedures.PublishAsync("outer", ["""use Inner {"workflowDefinitionId":"Inner"}"""]);
        await _procedures.StartAsync("outer", "o");

        Assert.Equal("Workflow1:root:use:root:e", Assert.Single((await _procedures.StateAsync("o")).Waits).NodeId);
        await _procedures.PublishEventAsync("Go");
        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("o"));
    }

    [Fact]
    public async Task What_needs_a_case_stops_in_an_instance_that_serves_none()
    {
        await _procedures.PublishAsync("lost", ["x CaseFlow.CheckCompleteness {}"]);

        await Assert.ThrowsAsync<RefusalException>(() => _procedures.StartAsync("lost", "l"));

        Assert.Equal("procedure.without-case", Assert.Single(await _procedures.IncidentsAsync()).Code);
    }

    private static Stimulus Cancel => new Stimulus.Cancelled("test", Actor.System);

    private Task<string> ChildAsync() =>
        _server.ReadAsync(db => db.Instances.Where(i => i.ParentInstanceId == "p").Select(i => i.Id).SingleAsync());
}
