using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Children;

/// <summary>What the activities that start child instances share.</summary>
internal static class ChildInputs
{
    /// <summary>Under this name every child is told its parent's instance id.</summary>
    public const string Parent = "ParentInstanceId";

    public static ActivityInput Definition { get; } =
        Describe.Text("WorkflowDefinitionId").Required().Refers(ReferenceKind.Workflow);

    public static ActivityInput Correlation { get; } = Describe.Text("CorrelationId");

    public static ActivityInput Input { get; } = Describe.Map("Input");

    public static ActivityInput Wait { get; } = Describe.Flag("WaitForCompletion");

    /// <summary>Kept for exchange: there are neither traces nor channels here.</summary>
    public static IReadOnlyList<ActivityInput> Ignored { get; } =
    [Describe.Flag("StartNewTrace"), Describe.Text("ChannelName")];

    /// <summary>The child as the author describes it.</summary>
    /// <exception cref="FaultException">No workflow is named.</exception>
    public static ChildStart Child(ActivityContext context, ChildNews news)
    {
        var input = Given(context);
        input[Parent] = context.InstanceId;
        return new ChildStart(context.NewId(), DefinitionId(context), input, context.Text("correlationId"), news);
    }

    /// <exception cref="FaultException">No workflow is named.</exception>
    public static string DefinitionId(ActivityContext context) =>
        context.Text("workflowDefinitionId")
        ?? throw new FaultException("input.missing", "No workflow is named that should be started.");

    public static Dictionary<string, object?> Given(ActivityContext context) =>
        context.Input("input") is IReadOnlyDictionary<string, object?> given
            ? new Dictionary<string, object?>(given, StringComparer.Ordinal)
            : new Dictionary<string, object?>(StringComparer.Ordinal);
}
