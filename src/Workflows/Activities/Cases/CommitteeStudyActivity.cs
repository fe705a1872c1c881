using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.CommitteeStudy</c>: every seated member gets a task to vote or step back; once the quorum is met the chair gets a task to
/// decide, to return the case for items, or to convene anew (P58).
/// </summary>
/// <remarks>
/// The command <see cref="OpenStudy"/> goes out with an empty roster; who handles it knows the committee. Without a seated chair any
/// member may decide.
/// </remarks>
public sealed class CommitteeStudyActivity : Activity
{
    private const string Decide = "decide";
    private const string Voted = "Voted";
    private const string Recused = "Recused";
    private const string Decided = "Decided";
    private const string Returned = "ReturnedForItems";
    private const string Reconvene = "Reconvene";

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "CaseFlow.CommitteeStudy",
                TaskInputs.Category,
                [
                    .. TaskInputs.All,
                    Describe.Text("VoteTitle"),
                    Describe.Text("VoteTitleEnglish"),
                    Describe.Text("DecideTitle"),
                    Describe.Text("DecideTitleEnglish"),
                    Describe.Span("Target"),
                ]
            )
            .Leaving(Decided, Returned);

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override bool KeepsSecrets => true;

    /// <inheritdoc/>
    public override bool NeedsCase(ActivityNode node) => true;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => new ActivityResult.Asking(new OpenStudy([]));

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with)
    {
        var state = (StudyState)context.State!;
        return with switch
        {
            Resumption.TaskDone { Key: Decide } done => Deciding(state, done),
            Resumption.TaskDone done => Hearing(state, done),
            Resumption.TimerFell { Kind: TimerKind.Escalation } when context.Text("escalateTo") is { } role =>
                OnEveryTask(state, key => new Change.Escalate(key, role)),
            _ => OnEveryTask(state, key => new Change.Remind(key)),
        };
    }

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer) =>
        answer switch
        {
            StudyOpened opened => Convene(context, opened.Seats),
            VoteRecorded voting => AfterVote(context, (StudyState)context.State!, voting.QuorumMet),
            _ => Outcome(((StudyState)context.State!).Closing!),
        };

    private static ActivityResult.Asking Hearing(StudyState state, Resumption.TaskDone done)
    {
        var (by, data) = (done.By, new TaskData(done.Data));
        var heard = state with { Heard = [.. state.Heard, done.Key[VoteKey("").Length..]] };
        return done.Outcome == Voted
            ? new ActivityResult.Asking(
                new CastVote(by, data.Choice<VoteChoice>("choice"), data.Text("note"), data.Reasons()),
                heard
            )
            : new ActivityResult.Asking(
                new Recuse(by, data.Text("reason")),
                heard with
                {
                    Chair = by.UserId == state.Chair ? null : state.Chair,
                }
            );
    }

    private static ActivityResult.Asking Deciding(StudyState state, Resumption.TaskDone done)
    {
        var data = new TaskData(done.Data);
        return done.Outcome switch
        {
            Decided => new ActivityResult.Asking(
                new SealDecision(
                    done.By,
                    data.Choice<DecisionOutcome>("decision"),
                    data.Reasons(),
                    data.OptionalText("conditions")
                ),
                state with
                {
                    Closing = Decided,
                }
            ),
            Returned => new ActivityResult.Asking(
                new ReturnForItems(done.By, data.Missing()),
                state with
                {
                    Closing = Returned,
                }
            ),
            _ => new ActivityResult.Asking(new OpenStudy([])),
        };
    }

    /// <summary>Everybody who is seated votes, also those who did in an earlier session.</summary>
    private ActivityResult.Waiting Convene(ActivityContext context, IReadOnlyList<CommitteeSeat> seats)
    {
        var earlier = context.State as StudyState;
        var changes = new List<Change>(OpenKeys(earlier).Select(key => new Change.CloseTask(key)));
        changes.AddRange(seats.Select(seat => new Change.OpenTask(VoteKey(seat.UserId), VoteTask(context, seat))));
        if (earlier is null)
        {
            changes.AddRange(Timers(context));
        }
        var state = new StudyState([.. seats.Select(s => s.UserId)], [], seats.FirstOrDefault(s => s.IsChair)?.UserId);
        return new ActivityResult.Waiting(state) { Changes = changes };
    }

    private ActivityResult.Waiting AfterVote(ActivityContext context, StudyState state, bool quorumMet)
    {
        var isOpen = context.Waits(Decide);
        // With the chair gone the others decide, so an open task must change hands.
        var changesHands = isOpen && state.Chair is null;
        if (!(quorumMet || state.AllHeard || changesHands) || (isOpen && !changesHands))
        {
            return new ActivityResult.Waiting();
        }
        IReadOnlyList<string> outcomes = quorumMet ? [Decided, Returned, Reconvene] : [Returned, Reconvene];
        return new ActivityResult.Waiting
        {
            Changes = [new Change.CloseTask(Decide), new Change.OpenTask(Decide, DecideTask(context, state, outcomes))],
        };
    }

    private static ActivityResult.Waiting OnEveryTask(StudyState state, Func<string, Change> change) =>
        new ActivityResult.Waiting { Changes = [.. OpenKeys(state).Select(change)] };

    private static IEnumerable<string> OpenKeys(StudyState? state) =>
        state is null ? [] : state.Seats.Except(state.Heard).Select(VoteKey).Append(Decide);

    private static IEnumerable<Change> Timers(ActivityContext context)
    {
        // The target is counted in civil time, as the floor of P59 is: no calendar touches the study.
        if (context.Span("target") is { } target)
        {
            yield return new Change.StartTimer("target", context.In(target), TimerKind.Target);
        }
        if (context.Span("remindAfter") is { } remind)
        {
            yield return new Change.StartTimer("remindAfter", TaskInputs.InTime(context, remind), TimerKind.Reminder);
        }
        if (context.Span("escalateAfter") is { } escalate)
        {
            var at = TaskInputs.InTime(context, escalate);
            yield return new Change.StartTimer("escalateAfter", at, TimerKind.Escalation);
        }
    }

    private Domain.Tasks.TaskOrder VoteTask(ActivityContext context, CommitteeSeat seat) =>
        Order(context, "Vote", "voteTitle", [Voted, Recused]) with
        {
            Assignee = seat.UserId,
        };

    private Domain.Tasks.TaskOrder DecideTask(
        ActivityContext context,
        StudyState state,
        IReadOnlyList<string> outcomes
    ) =>
        Order(context, "Decide", "decideTitle", outcomes) with
        {
            CandidateRole = state.Chair is null ? context.Text("role") ?? Role.CommitteeMember : Role.CommitteeChair,
        };

    private Domain.Tasks.TaskOrder Order(
        ActivityContext context,
        string part,
        string title,
        IReadOnlyList<string> outcomes
    )
    {
        var own = context.Text(title) is null ? "title" : title;
        var order = TaskInputs.Order(context, $"{Type}.{part}", TaskInputs.Title(context, own), outcomes);
        return order with { DueAt = order.DueAt ?? (context.Span("target") is { } span ? context.In(span) : null) };
    }

    private static string VoteKey(string userId) => $"vote:{userId}";
}
