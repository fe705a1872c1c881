namespace CaseFlow.Workflows.Execution;

/// <summary>One run of one activity, from its start until it completes or is cancelled.</summary>
public sealed partial record ActivityExecution
{
    /// <summary>Unique within the instance and never used again.</summary>
    public required string Id { get; init; }

    /// <summary>Which activity.</summary>
    public required string NodeId { get; init; }

    /// <summary>The execution around it, which hears of the completion; null for the root.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Whether it was reached through a backward connection; such a pass is not counted as a visit.</summary>
    public bool Backward { get; init; }

    /// <summary>Its container ended while it was queued: it runs once, and nothing follows.</summary>
    public bool Leftover { get; init; }

    /// <summary>Set when a <c>Break</c> inside wants out of this loop or sequence.</summary>
    public bool Breaking { get; init; }

    /// <summary>
    /// It has failed in an instance that goes on with incidents: it stays, keeps what is around it open, and waits for an operator.
    /// </summary>
    public bool Faulted { get; init; }

    /// <summary>Inputs as they were evaluated before the body ran.</summary>
    public IReadOnlyDictionary<string, object?> Inputs { get; init; } = InstanceState.Nothing;

    /// <summary>Variables the activity itself declares, by variable id.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = InstanceState.Nothing;

    /// <summary>Variables without declaration, by name: <c>CurrentValue</c> of a loop, and what scripts made.</summary>
    public IReadOnlyDictionary<string, object?> Dynamic { get; init; } = InstanceState.Nothing;

    /// <summary>What the activity needs to remember.</summary>
    public ActivityState? State { get; init; }

    /// <summary>When the body began.</summary>
    public DateTimeOffset StartedAt { get; init; }
}
