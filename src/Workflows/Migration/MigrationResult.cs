using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Migration;

/// <summary>What a migration of one instance comes to.</summary>
/// <param name="State">The state under the new version; null when the instance cannot be moved.</param>
/// <param name="Problems">Why it cannot be moved, all reasons at once; empty when it can.</param>
/// <param name="Notes">What whoever moves it should know; nothing of it hinders.</param>
public sealed record MigrationResult(
    InstanceState? State,
    IReadOnlyList<MigrationFinding> Problems,
    IReadOnlyList<MigrationFinding> Notes
);

/// <summary>One reason or note.</summary>
/// <param name="Code">One of <see cref="MigrationCodes"/>.</param>
/// <param name="NodeId">The activity of the old version that it concerns; null when it is the whole instance.</param>
/// <param name="Detail">The name of a connection, outcome or variable; null when the code says it all.</param>
public sealed record MigrationFinding(string Code, string? NodeId = null, string? Detail = null);

/// <summary>The codes of reasons and notes. Each has a sentence in both languages.</summary>
public static class MigrationCodes
{
    /// <summary>It has ended; there is nothing to move.</summary>
    public const string Finished = "migration.finished";

    /// <summary>It does not follow the version that the plan begins with.</summary>
    public const string OtherVersion = "migration.other-version";

    /// <summary>The plan names an activity that the old version does not have.</summary>
    public const string UnknownSource = "migration.unknown-source";

    /// <summary>The plan names an activity that the new version does not have.</summary>
    public const string UnknownTarget = "migration.unknown-target";

    /// <summary>The plan leads two activities to one.</summary>
    public const string SharedTarget = "migration.shared-target";

    /// <summary>An open activity has no counterpart.</summary>
    public const string NoTarget = "migration.no-target";

    /// <summary>An open activity would become one of another type, whose waits and memory are others.</summary>
    public const string TypeChanged = "migration.type-changed";

    /// <summary>An open activity would come into a container that has not begun.</summary>
    public const string ContainerChanged = "migration.container-changed";

    /// <summary>An open activity would sit in another place of its container, e.g. <c>else</c> instead of <c>then</c>.</summary>
    public const string PlaceChanged = "migration.place-changed";

    /// <summary>A container whose branches are under way has a further branch, which would never begin.</summary>
    public const string BranchAdded = "migration.branch-added";

    /// <summary>An open task offers an outcome that no longer exists.</summary>
    public const string OutcomeGone = "migration.outcome-gone";

    /// <summary>The event that is waited for has another name.</summary>
    public const string EventRenamed = "migration.event-renamed";

    /// <summary>The activity that a running flowchart began with has no counterpart in it.</summary>
    public const string StartGone = "migration.start-gone";

    /// <summary>A state machine's present state, or the way out of it that it waits for or has taken, is no more.</summary>
    public const string StateGone = "migration.state-gone";

    /// <summary>No way leads to an open activity any more; completing it would fail.</summary>
    public const string Unreachable = "migration.unreachable";

    /// <summary>A way that has arrived at an activity is gone, and with it what it brought.</summary>
    public const string ArrivalLost = "migration.arrival-lost";

    /// <summary>A join with ways that have arrived has a further way whose moment has passed.</summary>
    public const string JoinChanged = "migration.join-changed";

    /// <summary>Everything that an activity waits for has passed, so that nothing would ever start it.</summary>
    public const string WouldHang = "migration.would-hang";

    /// <summary>From an open activity the new version leads to the reply, or to what follows from it, without the study gate.</summary>
    public const string PastGate = "migration.past-gate";

    /// <summary>A variable's value does not fit its new type.</summary>
    public const string VariableUnfit = "migration.variable-unfit";

    /// <summary>Note: an open step ends under the terms it began with; the new version has others.</summary>
    public const string KeepsTerms = "migration.keeps-terms";

    /// <summary>Note: a variable that the new version does not have is left behind.</summary>
    public const string VariableLeft = "migration.variable-left";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Finished,
        OtherVersion,
        UnknownSource,
        UnknownTarget,
        SharedTarget,
        NoTarget,
        TypeChanged,
        ContainerChanged,
        PlaceChanged,
        BranchAdded,
        OutcomeGone,
        EventRenamed,
        StartGone,
        StateGone,
        Unreachable,
        ArrivalLost,
        JoinChanged,
        WouldHang,
        PastGate,
        VariableUnfit,
        KeepsTerms,
        VariableLeft,
    ];
}
