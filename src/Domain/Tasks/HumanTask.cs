using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Tasks;

/// <summary>A piece of work for a person: claimed, given back, completed once, or called off.</summary>
/// <remarks>
/// Not thread-safe: load, ask, save. What each verb does in each status stands in one table; who may do it is
/// said by <see cref="IsFor"/>.
/// </remarks>
public sealed class HumanTask
{
    private static readonly HashSet<string> Assisted = ["CaseFlow.SupplyItems"];

    private static readonly Dictionary<(TaskVerb, HumanTaskStatus), HumanTaskStatus> Moves = new()
    {
        [(TaskVerb.Claim, HumanTaskStatus.Open)] = HumanTaskStatus.Claimed,
        [(TaskVerb.Claim, HumanTaskStatus.Claimed)] = HumanTaskStatus.Claimed,
        [(TaskVerb.Release, HumanTaskStatus.Claimed)] = HumanTaskStatus.Open,
        [(TaskVerb.Complete, HumanTaskStatus.Open)] = HumanTaskStatus.Completed,
        [(TaskVerb.Complete, HumanTaskStatus.Claimed)] = HumanTaskStatus.Completed,
        [(TaskVerb.Cancel, HumanTaskStatus.Open)] = HumanTaskStatus.Cancelled,
        [(TaskVerb.Cancel, HumanTaskStatus.Claimed)] = HumanTaskStatus.Cancelled,
        [(TaskVerb.Escalate, HumanTaskStatus.Open)] = HumanTaskStatus.Open,
        [(TaskVerb.Escalate, HumanTaskStatus.Claimed)] = HumanTaskStatus.Claimed,
        [(TaskVerb.Remind, HumanTaskStatus.Open)] = HumanTaskStatus.Open,
        [(TaskVerb.Remind, HumanTaskStatus.Claimed)] = HumanTaskStatus.Claimed,
    };

    /// <summary>Takes up a recorded task.</summary>
    public HumanTask(HumanTaskState state) => State = state;

    /// <summary>What is recorded now.</summary>
    public HumanTaskState State { get; private set; }

    /// <summary>What is to be done.</summary>
    public TaskOrder Order => State.Order;

    /// <summary>Where it stands.</summary>
    public HumanTaskStatus Status => State.Status;

    /// <summary>Rises by one with each change; pages send back the one they showed.</summary>
    public long Version => State.Version;

    /// <summary>Opens a task.</summary>
    /// <param name="order">What the procedure asks.</param>
    /// <param name="now">The one clock's time.</param>
    /// <param name="applicantPartyId">The applicant of the case, if there is one: who alone may do a task for the applicant,
    /// and who may do no other task of his own case.</param>
    public static HumanTask Open(TaskOrder order, DateTimeOffset now, string? applicantPartyId = null) =>
        new(
            new HumanTaskState
            {
                Order = order,
                ApplicantPartyId = applicantPartyId,
                OpenedAt = now,
                Version = 1,
                ShownVersion = 1,
            }
        );

    /// <summary>Whether the actor may do it, leaving aside who holds it now.</summary>
    public bool IsFor(Actor actor)
    {
        var isApplicant = actor.PartyId is not null && actor.PartyId == State.ApplicantPartyId;
        if (Order.ForApplicant)
        {
            return isApplicant
                || (Assisted.Contains(Order.Kind) && actor.IsAny(Role.RelationsOfficer, Role.BranchDelegate));
        }

        if (isApplicant)
        {
            return false;
        }

        return actor.UserId == Order.Assignee
            || (Order.Assignee is null && Order.CandidateRole is { } role && MayAs(actor, role))
            || (Order.Assignee is null && State.EscalatedTo is { } above && MayAs(actor, above));
    }

    // Overseers take no part in cases, whatever a procedure says.
    private bool MayAs(Actor actor, string role) =>
        actor.Is(role) && (State.ApplicantPartyId is null || !Role.Overseers.Contains(role));

    /// <summary>Takes the task. Again by the same person changes nothing; a role that it was escalated to may take it over.</summary>
    /// <exception cref="RefusalException"><c>task.claimed-by-other</c>, <c>task.not-for-you</c>, or it is over.</exception>
    public void Claim(Actor by, DateTimeOffset now)
    {
        var next = Next(TaskVerb.Claim);
        RefuseUnlessFor(by);
        if (State.Claim?.UserId == by.UserId)
        {
            return;
        }

        if (State.Claim is not null && !(State.EscalatedTo is { } above && MayAs(by, above)))
        {
            throw ClaimedByOther();
        }

        Change(State with { Status = next, Claim = new TaskStamp(by.UserId, by.Name, now) });
    }

    /// <summary>Gives a claimed task back to the list.</summary>
    /// <exception cref="RefusalException"><c>task.not-claimed-by-you</c>, or it is over.</exception>
    public void Release(Actor by, DateTimeOffset now)
    {
        _ = now;
        var next = Next(TaskVerb.Release);
        if (State.Claim?.UserId != by.UserId)
        {
            throw RefusalException.Of("task.not-claimed-by-you");
        }

        Change(State with { Status = next, Claim = null });
    }

    /// <summary>Ends the task with one of its outcomes. An unclaimed one is claimed by completing.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="outcome">One of the order's outcomes.</param>
    /// <param name="seenVersion">The version that the page showed; null when there was no page.</param>
    /// <param name="now">The one clock's time.</param>
    /// <exception cref="RefusalException">
    /// <c>task.already-completed</c>, <c>task.no-longer-open</c>, <c>task.not-for-you</c>, <c>task.claimed-by-other</c>,
    /// <c>task.stale</c>, <c>task.unknown-outcome</c>.
    /// </exception>
    public void Complete(Actor by, string outcome, long? seenVersion, DateTimeOffset now)
    {
        var next = Next(TaskVerb.Complete);
        RefuseUnlessFor(by);
        if (State.Claim is not null && State.Claim.UserId != by.UserId)
        {
            throw ClaimedByOther();
        }

        if (seenVersion < State.ShownVersion)
        {
            throw RefusalException.Of("task.stale", null, ("seen", seenVersion), ("current", Version));
        }

        if (!Order.Outcomes.Contains(outcome))
        {
            throw RefusalException.Of("task.unknown-outcome", null, ("outcome", outcome), ("outcomes", Order.Outcomes));
        }

        var stamp = new TaskStamp(by.UserId, by.Name, now);
        Change(State with { Status = next, Claim = State.Claim ?? stamp, Completion = stamp, Outcome = outcome });
    }

    /// <summary>Calls the task off because the procedure went another way.</summary>
    /// <exception cref="RefusalException">It is over.</exception>
    public void Cancel(string reason, DateTimeOffset now) =>
        Change(State with { Status = Next(TaskVerb.Cancel), CancelReason = reason, CancelledAt = now });

    /// <summary>Shows the task to a further role, which may take it over.</summary>
    /// <exception cref="RefusalException">It is over.</exception>
    public void Escalate(string role, DateTimeOffset now) =>
        Change(State with { Status = Next(TaskVerb.Escalate), EscalatedTo = role, EscalatedAt = now });

    /// <summary>Notes that its people were reminded. What a page showed stays good.</summary>
    /// <exception cref="RefusalException">It is over.</exception>
    public void Remind(DateTimeOffset now) =>
        State = State with
        {
            Status = Next(TaskVerb.Remind),
            RemindedAt = now,
            Reminders = State.Reminders + 1,
            Version = Version + 1,
        };

    private void Change(HumanTaskState next) => State = next with { Version = Version + 1, ShownVersion = Version + 1 };

    private HumanTaskStatus Next(TaskVerb verb)
    {
        if (Moves.TryGetValue((verb, Status), out var next))
        {
            return next;
        }

        throw Status switch
        {
            HumanTaskStatus.Completed => RefusalException.Of(
                "task.already-completed",
                null,
                ("by", State.Completion?.Name),
                ("byId", State.Completion?.UserId),
                ("at", State.Completion?.At)
            ),
            HumanTaskStatus.Cancelled => RefusalException.Of(
                "task.no-longer-open",
                null,
                ("reason", State.CancelReason)
            ),
            _ => RefusalException.Of("task.not-claimed-by-you"),
        };
    }

    private void RefuseUnlessFor(Actor by)
    {
        if (!IsFor(by))
        {
            throw RefusalException.Of("task.not-for-you");
        }
    }

    private RefusalException ClaimedByOther() =>
        RefusalException.Of(
            "task.claimed-by-other",
            null,
            ("by", State.Claim!.Name),
            ("byId", State.Claim.UserId),
            ("at", State.Claim.At)
        );
}
