namespace CaseFlow.Workflows.Migration;

/// <summary>
/// What of one version becomes what of another. Only what was renamed or moved needs to be said: the same path, and below a mapped
/// container the same id, map by themselves.
/// </summary>
/// <param name="Nodes">New node path by old node path.</param>
/// <param name="Variables">New variable id by old variable id, in whatever scope.</param>
public sealed record MigrationPlan(
    IReadOnlyDictionary<string, string> Nodes,
    IReadOnlyDictionary<string, string> Variables
)
{
    /// <summary>Nothing was renamed.</summary>
    public static MigrationPlan None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());
}
