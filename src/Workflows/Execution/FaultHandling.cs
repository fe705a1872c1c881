namespace CaseFlow.Workflows.Execution;

/// <summary>What a fault does to an instance under <c>FaultStrategy</c>, Elsa's default.</summary>
public enum FaultHandling
{
    /// <summary>The burst counts as not having happened: what was committed before stands, and an operator decides.</summary>
    RollBack,

    /// <summary>
    /// As Elsa does: what was done stays done, what is queued still runs, and the instance ends as <see cref="InstanceSubStatus.Faulted"/>.
    /// For trying definitions out, where nothing is committed.
    /// </summary>
    Keep,
}

/// <summary>Elsa's names for what a fault does.</summary>
public static class IncidentStrategy
{
    private const string Continue = "ContinueWithIncidentsStrategy";

    /// <summary>
    /// Whether the other branches go on while the faulted activity stays open. Both the short alias and the full type name are understood;
    /// anything else is the default.
    /// </summary>
    public static bool GoesOn(string? strategyType) => TypeName.IsMeant(strategyType, Continue);
}
