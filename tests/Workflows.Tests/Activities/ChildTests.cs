using System.Text.Json.Nodes;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

/// <summary>Child instances as their parent sees them.</summary>
public sealed class ChildTests
{
    [Fact]
    public void A_dispatched_child_gets_its_input_and_who_its_parent_is()
    {
        var story = Play(
            $$"""c = Elsa.DispatchWorkflow {"workflowDefinitionId":"child","correlationId":"k","input":{{Js("({ a: 'x' })")}} }"""
                + "\n c -> b"
        );

        var child = Assert.Single(story.Children);
        Assert.Equal(("child", "k", ChildNews.None), (child.DefinitionId, child.CorrelationId, child.News));
        Assert.Equal("x", child.Input["a"]);
        Assert.Equal("i", child.Input["ParentInstanceId"]);
        Assert.Equal(["b"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_parent_that_waits_goes_on_with_the_child_s_outputs()
    {
        var story = Play(
            """c = Elsa.DispatchWorkflow {"workflowDefinitionId":"child","waitForCompletion":true}"""
                + $$"""
                {{"\n"}} c -> b
                b = Elsa.WriteLine {"text":{{Js("getOutputFrom('c').Sum")}} }
                """
        );

        Assert.Equal(InstanceSubStatus.Suspended, story.Status);
        story.Report(story.Children.Single(), InstanceSubStatus.Finished, ("Sum", "7"));

        Assert.Equal(["7"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_cancelled_child_wakes_its_parent_too()
    {
        var story = Play(
            """c = Elsa.DispatchWorkflow {"workflowDefinitionId":"child","waitForCompletion":true}""" + "\n c -> b"
        );

        story.Report(story.Children.Single(), InstanceSubStatus.Cancelled);

        Assert.Equal(["b"], story.Lines);
    }

    [Fact]
    public void News_come_once()
    {
        var story = Play(
            """c = Elsa.DispatchWorkflow {"workflowDefinitionId":"child","waitForCompletion":true}"""
                + $"\n c -> w\n w = {Day}"
        );
        story.Report(story.Children.Single(), InstanceSubStatus.Finished);
        var before = story.State;

        story.Report(story.Children.Single(), InstanceSubStatus.Finished);

        Assert.Same(before, story.State);
    }

    [Theory]
    [InlineData(true, ChildNews.EndOrFault)]
    [InlineData(false, ChildNews.FirstPause)]
    public void An_executed_child_tells_how_it_stands(bool waits, ChildNews news)
    {
        var story = Play(
            $$"""
            c = Elsa.ExecuteWorkflow {"workflowDefinitionId":"child","waitForCompletion":{{(
                waits ? "true" : "false"
            )}} }
            c -> b
            b = Elsa.WriteLine {"text":{{Js(
                "`${getOutputFrom('c').Status} ${getOutputFrom('c').SubStatus} ${getOutputFrom('c').Output.Sum}`"
            )}} }
            """
        );
        var child = story.Children.Single();

        story.Report(child, waits ? InstanceSubStatus.Faulted : InstanceSubStatus.Suspended, ("Sum", 7L));

        Assert.Equal(news, child.News);
        Assert.Equal([waits ? "Finished Faulted 7" : "Running Suspended 7"], story.Lines);
    }

    [Fact]
    public void A_bulk_starts_a_child_for_each_item_and_leaves_when_the_last_has_ended()
    {
        var story = Play(
            Bulk("""["a",{"Item":"b","More":1}]""") + "\n c:Completed -> all\n c:Done -> done\n c:Canceled -> never"
        );

        Assert.Equal(["a", "b"], story.Children.Select(c => c.Input["Item"]));
        Assert.Equal(["key-a", "key-b"], story.Children.Select(c => c.CorrelationId));
        Assert.Equal(2, story.Children.Select(c => c.ChildId).Distinct().Count());
        foreach (var child in story.Children.ToList())
        {
            Assert.DoesNotContain("all", story.Lines);
            story.Report(child, InstanceSubStatus.Finished);
        }

        Assert.Equal(["all", "done"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void Each_end_of_a_child_runs_the_activity_for_its_kind()
    {
        var embedded =
            $$""" ,"childCompleted":{"id":"ok","type":"Elsa.WriteLine","version":1,"text":{{Js("'ok ' + getVariable('ChildInstanceId')")}} },"childFaulted":{"id":"no","type":"Elsa.WriteLine","version":1,"text":{{Js("'no ' + getVariable('ChildInstanceId')")}} }""";
        var story = Play(Bulk("[1,2,3]", embedded) + "\n c:Completed -> all");
        var children = story.Children.ToList();

        story.Report(children[0], InstanceSubStatus.Faulted);
        story.Report(children[1], InstanceSubStatus.Cancelled);
        story.Report(children[2], InstanceSubStatus.Finished);

        Assert.Equal([$"no {children[0].ChildId}", $"ok {children[2].ChildId}", "all"], story.Lines);
        Assert.All(children, c => Assert.Equal(ChildNews.EndOrFault, c.News));
    }

    [Fact]
    public void A_bulk_waits_for_what_the_end_of_a_child_has_set_going()
    {
        var embedded = """ ,"childCompleted":{"id":"w","type":"Elsa.Delay","version":1,"timeSpan":"1.00:00:00"}""";
        var story = Play(Bulk("[1,2]", embedded) + "\n c:Done -> all");

        foreach (var child in story.Children.ToList())
        {
            story.Report(child, InstanceSubStatus.Finished);
        }

        Assert.Empty(story.Lines);
        Assert.Equal(["all"], story.WaitDays(1).Lines);
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("['a']", ",\"waitForCompletion\":false")]
    public void A_bulk_without_items_or_without_waiting_is_done_at_once(string items, string more)
    {
        var story = Play(Bulk(items, more) + "\n c:Completed -> all\n c:Done -> done");

        Assert.Equal(["done"], story.Lines);
        Assert.All(story.Children, c => Assert.Equal(ChildNews.None, c.News));
    }

    private const string Day = """Elsa.Delay {"timeSpan":"1.00:00:00"}""";

    private static string Bulk(string items, string more = "") =>
        $$"""c = Elsa.BulkDispatchWorkflows {"workflowDefinitionId":"child","items":{{Js(items)}},"correlationIdFunction":{{Js("'key-' + (args.Item.Item || getItem())")}}{{more}} }""";

    private static Story Play(string text) => new Story(Chart.Read(text)).Start();

    private static string Js(string script) =>
        $$$"""{"typeName":"Object","expression":{"type":"JavaScript","value":{{{JsonValue.Create(script).ToJsonString()}}} } }""";
}
