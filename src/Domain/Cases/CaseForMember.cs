using CaseFlow.Domain.Policy;

namespace CaseFlow.Domain.Cases;

/// <summary>
/// A case in public words: what has happened, what happens next, the earliest date, what the member can do. The only
/// projection that views outside of the society's staff use; before the reply it is the same whatever was decided (P59).
/// </summary>
/// <param name="Number">Number of the case.</param>
/// <param name="ServiceCode">Code of the service.</param>
/// <param name="Status">In one word.</param>
/// <param name="Happened">What has happened, oldest first.</param>
/// <param name="Next">Code of what happens next; null when nothing does.</param>
/// <param name="EarliestReplyAt">The reply comes not before; null while it is not being studied.</param>
/// <param name="TargetAt">The society means to reply by; null when it set no target.</param>
/// <param name="MayDo">What the member can do now.</param>
/// <param name="Missing">What the member was asked for.</param>
/// <param name="Reply">What the reply said; null before it.</param>
/// <param name="Steps">The seven steps.</param>
public sealed record CaseForMember(
    string Number,
    string ServiceCode,
    MemberStatus Status,
    IReadOnlyList<Milestone> Happened,
    string? Next,
    DateTimeOffset? EarliestReplyAt,
    DateTimeOffset? TargetAt,
    IReadOnlyList<MemberAction> MayDo,
    IReadOnlyList<MissingItem> Missing,
    MemberReply? Reply,
    SevenSteps Steps
)
{
    /// <summary>Reads the public words off a case.</summary>
    public static CaseForMember View(CaseFile file, PolicyParameters policy, DateTimeOffset now)
    {
        var period = file.Status == CaseStatus.InStudy ? StudyPeriod.Of(file, policy, now) : null;
        return new CaseForMember(
            file.Number,
            file.ServiceCode,
            StatusOf(file),
            Milestones(file),
            NextOf(file),
            period?.EarliestReplyAt,
            period?.TargetAt,
            [.. Actions(file)],
            file.Status == CaseStatus.AwaitingItems ? file.Rounds[^1].Missing : [],
            file.Reply is null
                ? null
                : new MemberReply(
                    file.Reply.At,
                    file.Decision!.Outcome,
                    file.Decision.Reasons,
                    file.Decision.Conditions
                ),
            SevenSteps.Of(file)
        );
    }

    private static MemberStatus StatusOf(CaseFile file) =>
        file.Status switch
        {
            CaseStatus.Preparing when file.Study is not null => MemberStatus.Returned,
            CaseStatus.Preparing when file.Reception is null => MemberStatus.Received,
            CaseStatus.Preparing when file.Attestation is not null && file.RequiresStudy && file.Signature is null =>
                MemberStatus.AwaitingSignature,
            CaseStatus.Preparing => MemberStatus.InPreparation,
            CaseStatus.AwaitingItems => MemberStatus.AwaitingItems,
            CaseStatus.InStudy => MemberStatus.InStudy,
            CaseStatus.Accepted => MemberStatus.Accepted,
            CaseStatus.Rejected => MemberStatus.Rejected,
            CaseStatus.Registered => MemberStatus.Registered,
            CaseStatus.Delivered => MemberStatus.Delivered,
            CaseStatus.Withdrawn => MemberStatus.Withdrawn,
            _ => file.Closing?.As switch
            {
                CloseReason.Served => MemberStatus.Served,
                CloseReason.Rejected => MemberStatus.Rejected,
                CloseReason.Withdrawn => MemberStatus.Withdrawn,
                CloseReason.Cancelled => MemberStatus.Cancelled,
                _ => MemberStatus.Answered,
            },
        };

    private static string? NextOf(CaseFile file) =>
        StatusOf(file) switch
        {
            MemberStatus.Received => "next.reception",
            MemberStatus.AwaitingItems => "next.supply",
            MemberStatus.AwaitingSignature => "next.sign",
            MemberStatus.Returned => "next.completion",
            MemberStatus.InPreparation when !file.RequiresStudy => file.Attestation is null
                ? "next.matching"
                : "next.service",
            MemberStatus.InPreparation => file.Attestation is null ? "next.matching" : "next.study",
            MemberStatus.InStudy => "next.reply",
            MemberStatus.Accepted => "next.registration",
            MemberStatus.Registered => "next.service",
            MemberStatus.Delivered => "next.confirmation",
            MemberStatus.Rejected when file.Status != CaseStatus.Closed => "next.objection",
            _ => null,
        };

    private static IEnumerable<MemberAction> Actions(CaseFile file)
    {
        if (file.Status == CaseStatus.AwaitingItems)
        {
            yield return MemberAction.SupplyItems;
        }

        if (
            StatusOf(file) == MemberStatus.AwaitingSignature
            || (StatusOf(file) == MemberStatus.Returned && file.Attestation is not null && file.Signature is null)
        )
        {
            yield return MemberAction.Sign;
        }

        if (file.Status == CaseStatus.Delivered && file.Confirmation is not { Received: true })
        {
            yield return MemberAction.ConfirmService;
        }

        if (CaseTransitions.Allows(typeof(AskClarification), file.Status))
        {
            yield return MemberAction.AskClarification;
        }

        // Offered until the reply, also in the moment between permit and letter, lest its absence tell that a reply is near.
        if (CaseTransitions.Allows(typeof(RecordWithdrawal), file.Status))
        {
            yield return MemberAction.Withdraw;
        }

        if (file.Reply is not null && file.Decision!.Outcome == DecisionOutcome.Reject)
        {
            yield return MemberAction.FileObjection;
        }

        if (file.Status == CaseStatus.Closed || file.Reply is not null)
        {
            yield return MemberAction.Evaluate;
        }
    }

    private static List<Milestone> Milestones(CaseFile file)
    {
        IEnumerable<Milestone?> all =
        [
            new Milestone("happened.opened", file.OpenedAt),
            At("happened.received", file.Reception?.By.At),
            .. file.Rounds.Select(r => new Milestone("happened.items-requested", r.At)),
            .. file.Rounds.Select(r => At("happened.items-supplied", r.SuppliedAt)),
            At("happened.matched", file.Attestation?.At),
            .. file.Clarifications.Select(c => At("happened.clarified", c.AnsweredBy?.At)),
            At("happened.signed", file.Signature?.By.At),
            .. file.Explanations.Select(e => new Milestone("happened.study-explained", e.By.At)),
            At("happened.referred", file.Study?.FirstReferredAt),
            At("happened.replied", file.Reply?.At),
            At("happened.registered", file.Registration?.By.At),
            .. file.Deliveries.Select(d => new Milestone("happened.delivered", d.By.At)),
            At("happened.confirmed", file.Confirmation is { Received: true } c ? c.By.At : null),
            At("happened.withdrawn", file.Withdrawal?.By.At),
            At("happened.closed", file.Closing?.At),
        ];
        return [.. all.OfType<Milestone>().OrderBy(m => m.At)];
    }

    private static Milestone? At(string code, DateTimeOffset? at) => at is { } when ? new Milestone(code, when) : null;
}
