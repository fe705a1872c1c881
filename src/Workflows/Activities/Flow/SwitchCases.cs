using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary>What the two switches share.</summary>
internal static class SwitchCases
{
    public static ActivityInput Written { get; } = Describe.Any("Cases") with { Wrapped = false };

    public static ActivityInput Mode { get; } = Describe.Choice("Mode", "MatchFirst", "MatchAny");

    /// <summary>Cases that hold. The conditions of all are evaluated, also when the first match decides.</summary>
    public static IReadOnlyList<SwitchCase> Matching(ActivityContext context)
    {
        var matching = context.Node.Cases.Where(c => context.Holds(c.Condition)).ToList();
        var any = "MatchAny".Equals(context.Text("mode"), StringComparison.OrdinalIgnoreCase);
        return any || matching.Count <= 1 ? matching : matching[..1];
    }
}
