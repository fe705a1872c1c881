namespace CaseFlow.Workflows.Definitions;

/// <summary>A connection whose two ends are direct children of its flowchart.</summary>
/// <param name="Index">Position in the document's <c>connections</c>, dropped ones counted.</param>
/// <param name="Source">Where it leaves.</param>
/// <param name="SourcePort">Outcome that follows it, exact; null matches the default outcome.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="TargetPort">Nearly always <c>In</c>; the engine does not use it.</param>
public sealed record FlowConnection(
    int Index,
    ActivityNode Source,
    string? SourcePort,
    ActivityNode Target,
    string? TargetPort
)
{
    /// <summary>The name under which engine state counts visits: <c>sourceId[:port]->targetId[:port]</c>.</summary>
    public string Key { get; } = $"{End(Source, SourcePort)}->{End(Target, TargetPort)}";

    private static string End(ActivityNode activity, string? port) =>
        port is null ? activity.Id : $"{activity.Id}:{port}";

    /// <inheritdoc/>
    public override string ToString() => Key;
}
