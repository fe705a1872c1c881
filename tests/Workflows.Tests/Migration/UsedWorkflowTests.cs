using System.Text.Json.Nodes;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Migration;

/// <summary>Instances that wait inside a workflow which theirs uses as an activity.</summary>
public sealed class UsedWorkflowTests
{
    private const string Outer = "a -> use\nuse = Inner {}\nuse -> z";
    private const string Task = """t = Elsa.RunTask {"taskName":"x"}""";

    [Fact]
    public void The_wait_goes_on_in_the_newer_version_of_the_used_workflow()
    {
        var story = new Story(Linked(Chart.Read(Outer), "x -> t\n" + Task)).Start();

        story.Move(Linked(Versions.Second(Outer), "x -> t\n" + Task + "\nt -> new"));

        Assert.Equal(["a", "x", "new", "z"], story.Complete("t").Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_wait_that_the_newer_version_does_not_have_is_refused()
    {
        var story = new Story(Linked(Chart.Read(Outer), "x -> t\n" + Task)).Start();

        var moved = story.TryMove(Linked(Versions.Second(Outer), "x -> y"));

        Assert.Equal(["Workflow1:f:use:i:t"], moved.Problems.Select(p => p.NodeId));
    }

    private static WorkflowDefinition Linked(WorkflowDefinition outer, string inner)
    {
        var document = new JsonObject
        {
            ["id"] = "inner-1",
            ["definitionId"] = "inner",
            ["name"] = "Inner",
            ["version"] = 1,
            ["root"] = Chart.Flowchart("i", inner),
        };
        Assert.True(DefinitionReader.TryRead(document.ToJsonString(), out var used, out _));
        Assert.True(
            DefinitionLinker.TryLink(
                outer,
                ActivityCatalogue.All,
                new WorkflowVersions([used!]),
                out var linked,
                out var problems
            ),
            string.Join('\n', problems)
        );
        return linked!;
    }
}
