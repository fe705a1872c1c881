using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Definitions;

public class ReaderSampleTests
{
    private static readonly WorkflowDefinition Definition = Documents.Read(Documents.SmallApproval);

    [Fact]
    public void Identity_and_declarations_are_read()
    {
        Assert.Equal(
            ("1f00aa11bb22cc33", "2e00aa11bb22cc44", 1),
            (Definition.Id, Definition.DefinitionId, Definition.Version)
        );
        var variable = Assert.Single(Definition.Variables);
        Assert.Equal(("v1", "Decision", ValueType.Object), (variable.Id, variable.Name, variable.Type));
        Assert.Equal(ValueKind.Decimal, Assert.Single(Definition.Inputs).Type.Kind);
    }

    [Fact]
    public void Node_paths_begin_with_the_implicit_workflow()
    {
        Assert.Equal("Workflow1:f1:d", Definition.Activity("d")!.NodeId);
        Assert.Equal(7, Definition.ById.Count);
    }

    [Fact]
    public void Inputs_know_their_language_and_text()
    {
        var condition = Definition.Activity("d")!.Input("condition")!;
        Assert.Equal(("Boolean", "JavaScript"), (condition.TypeName, condition.Syntax));
        Assert.Equal("getInput('Amount') > 1000", condition.Text);
        Assert.Null(Definition.Activity("d")!.Input("nothing"));
    }

    [Fact]
    public void Outputs_know_their_variable() => Assert.Equal("v1", Definition.Activity("t")!.Output("result")!.Target);

    [Fact]
    public void The_chart_starts_at_its_start_activity_and_runs_forward_only()
    {
        var graph = Definition.Root.Graph!;
        Assert.Equal("s", graph.Start!.Id);
        Assert.Equal(7, graph.Connections.Count);
        Assert.All(graph.Connections, c => Assert.True(graph.Paths!.IsForward(c)));
        Assert.Equal(["s:Done->d:In", "d:True->t:In"], graph.Connections.Take(2).Select(c => c.Key));
    }
}
