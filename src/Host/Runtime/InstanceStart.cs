using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Runtime;

/// <summary>An instance that is to begin on the published version of a definition.</summary>
public sealed record InstanceStart(string DefinitionId, Stimulus.Started Started)
{
    /// <summary>The case it serves; null when it serves none, and then may not ask the domain.</summary>
    public string? CaseNumber { get; init; }
    public string? ParentInstanceId { get; init; }

    /// <summary>What the parent wants to hear.</summary>
    public ChildNews News { get; init; }
}
