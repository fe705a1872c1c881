namespace CaseFlow.Workflows.Definitions;

/// <summary>The document's <c>options</c>, type names kept as written.</summary>
/// <param name="ActivationStrategyType">Gate on starting instances; null means always.</param>
/// <param name="UsableAsActivity">Whether other workflows may embed this one.</param>
/// <param name="AutoUpdateConsumingWorkflows">Whether publishing rewrites consumers to the new version.</param>
/// <param name="ActivityCategory">Tool box category when used as an activity.</param>
/// <param name="IncidentStrategyType">What a fault does to the instance; null means the host's default.</param>
/// <param name="CommitStrategyName">Kept for exchange only: here every burst is one transaction.</param>
public sealed record WorkflowOptions(
    string? ActivationStrategyType,
    bool UsableAsActivity,
    bool AutoUpdateConsumingWorkflows,
    string? ActivityCategory,
    string? IncidentStrategyType,
    string? CommitStrategyName
)
{
    /// <summary>What a document without <c>options</c> means.</summary>
    public static WorkflowOptions Default { get; } = new(null, false, false, null, null, null);
}
