using static CaseFlow.Domain.Cases.CaseStatus;

namespace CaseFlow.Domain.Cases;

/// <summary>The one table of what may be asked of a case in which status, and where it may lead.</summary>
public static class CaseTransitions
{
    private static readonly CaseStatus[] Anywhere = Enum.GetValues<CaseStatus>();
    private static readonly CaseStatus[] Running =
    [
        Preparing,
        AwaitingItems,
        InStudy,
        Accepted,
        Rejected,
        CaseStatus.Registered,
        Delivered,
    ];

    private static readonly Dictionary<Type, Move> Moves = new()
    {
        [typeof(RecordReception)] = new([Preparing, AwaitingItems]),
        [typeof(CheckCompleteness)] = new([Preparing, AwaitingItems]),
        [typeof(RequestMissingItems)] = new([Preparing], AwaitingItems),
        [typeof(SupplyItems)] = new([Preparing, AwaitingItems], Preparing),
        [typeof(RecordMatching)] = new([Preparing]),
        [typeof(ReportMissing)] = new([Preparing]),
        [typeof(AskClarification)] = new(Running),
        [typeof(RecordClarification)] = new(Running),
        [typeof(CorrectData)] = new([Preparing]),
        [typeof(SignDeclaration)] = new([Preparing]),
        [typeof(ExplainStudy)] = new([Preparing]),
        [typeof(ReferToCommittee)] = new([Preparing], InStudy),
        [typeof(OpenStudy)] = new([InStudy]),
        [typeof(CastVote)] = new([InStudy]),
        [typeof(Recuse)] = new([InStudy]),
        [typeof(SealDecision)] = new([InStudy]),
        [typeof(ReturnForItems)] = new([InStudy], Preparing),
        [typeof(PlanRelease)] = new([InStudy]),
        [typeof(OpenRelease)] = new([InStudy]),
        [typeof(AuthorizeLetter)] = new(Anywhere, Accepted, Rejected),
        [typeof(CompleteRegistration)] = new([Accepted, CaseStatus.Registered], CaseStatus.Registered),
        [typeof(RecordDelivery)] = new([Preparing, CaseStatus.Registered, Delivered], Delivered),
        [typeof(ConfirmService)] = new([Delivered]),
        [typeof(OverrideConfirmation)] = new([Delivered]),
        [typeof(InviteEvaluation)] = new([
            Preparing,
            Accepted,
            Rejected,
            CaseStatus.Registered,
            Delivered,
            Withdrawn,
            Closed,
        ]),
        [typeof(RecordWithdrawal)] = new([Preparing, AwaitingItems, InStudy], Withdrawn),
        [typeof(CancelCase)] = new([.. Running, Withdrawn], Closed),
        [typeof(CloseCase)] = new([Preparing, Delivered, Rejected, Withdrawn], Closed),
    };

    /// <summary>The commands that a case knows.</summary>
    public static IReadOnlyCollection<Type> Verbs => Moves.Keys;

    /// <summary>Whether the table lets this command be asked in that status. Further rules may still refuse it.</summary>
    public static bool Allows(Type verb, CaseStatus from) =>
        Moves.TryGetValue(verb, out var move) && move.From.Contains(from);

    /// <summary>Whether the table lets this command lead to that status.</summary>
    public static bool Leads(Type verb, CaseStatus to) => Moves.TryGetValue(verb, out var move) && move.To.Contains(to);

    private sealed record Move(IReadOnlyList<CaseStatus> From, params IReadOnlyList<CaseStatus> To);
}
