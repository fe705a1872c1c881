namespace CaseFlow.Workflows.Execution;

/// <summary>What one burst came to.</summary>
/// <param name="State">The new state; after a fault the state as it was before the burst.</param>
/// <param name="Effects">In the order they arose; empty after a fault.</param>
/// <param name="Journal">What happened, in order; after a fault it still tells how far the burst came.</param>
/// <param name="End">Why the burst stopped.</param>
public sealed record BurstResult(
    InstanceState State,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<JournalEntry> Journal,
    BurstEnd End
)
{
    /// <summary>What a burst that failed had asked for until then. Nobody carries it out; a trial run shows it.</summary>
    public IReadOnlyList<Effect> Undone { get; init; } = [];

    /// <summary>Faults that the instance goes on with; they are part of the new state and committed with it.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];
}

/// <summary>Why a burst stopped.</summary>
public abstract record BurstEnd
{
    private BurstEnd() { }

    /// <summary>Nothing is left to do: the instance waits or has finished.</summary>
    public sealed record Idle : BurstEnd
    {
        /// <summary>The only one there is.</summary>
        public static Idle Instance { get; } = new();
    }

    /// <summary>An activity needs the domain's answer before anything else can happen.</summary>
    public sealed record Asking(Effect.AskDomain Ask) : BurstEnd;

    /// <summary>The burst failed and counts as not having happened.</summary>
    public sealed record Faulted(Incident Incident) : BurstEnd;
}
