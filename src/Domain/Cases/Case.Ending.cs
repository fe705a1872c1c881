using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

// The ends: evaluation, withdrawal, closing.
public sealed partial class Case
{
    private EvaluationInvited Invite(InviteEvaluation command)
    {
        var last = command.LastInvitedAt ?? File.EvaluationInvitedAt;
        var window = TimeSpan.FromDays(_context.Policy.EvaluationWindowDays);
        if (File.EvaluationInvitedAt is not null || At - last < window)
        {
            return new EvaluationInvited(false);
        }

        File = File with { EvaluationInvitedAt = At };
        Record("case.evaluation-invited", Actor.System, EventAudience.Member, "P25");
        return new EvaluationInvited(true);
    }

    // Not an acceptance and not a rejection: it may be acknowledged at once, and it stands for the reply.
    private Done Withdraw(RecordWithdrawal command)
    {
        Authority(command, command.By);
        if (File.Permit is not null)
        {
            throw RefusalException.Of("case.release-open", "P59");
        }

        File = File with { Withdrawal = new WithdrawalRecord(Signed(command.By), command.Reason) };
        Become(command, CaseStatus.Withdrawn);
        Record("case.withdrawn", command.By, EventAudience.Member, "P59");
        return new Done();
    }

    // No word on the request itself: who is to be refused is studied first.
    private Done CallOff(CancelCase command)
    {
        Authority(command, command.By);
        Required(command.Reason, "reason");
        if (File.Study is not null && !File.IsReplied && File.Withdrawal is null)
        {
            throw RefusalException.Of("case.not-replied", "P58");
        }

        var isServed = File.Confirmation is { Received: true };
        if (File.Status is CaseStatus.Accepted or CaseStatus.Registered or CaseStatus.Delivered && !isServed)
        {
            throw RefusalException.Of("case.service-owed", "P61");
        }

        var reason = File.Status switch
        {
            CaseStatus.Rejected => CloseReason.Rejected,
            CaseStatus.Withdrawn => CloseReason.Withdrawn,
            CaseStatus.Delivered => CloseReason.Served,
            _ => CloseReason.Cancelled,
        };
        File = File with
        {
            Cancellation = new WithdrawalRecord(Signed(command.By), command.Reason),
            Closing = new ClosingRecord(At, reason),
        };
        Become(command, CaseStatus.Closed);
        Record(
            "case.cancelled",
            command.By,
            reason == CloseReason.Cancelled ? EventAudience.Member : EventAudience.Staff,
            "P48",
            ("reason", command.Reason)
        );
        Record("case.closed", Actor.System, EventAudience.Member, "P48", ("as", Camel(reason)));
        return new Done();
    }

    private Done Close(CloseCase command)
    {
        RefuseUnlessItMayEndAs(command.As);
        File = File with { Closing = new ClosingRecord(At, command.As) };
        Become(command, CaseStatus.Closed);
        Record("case.closed", Actor.System, EventAudience.Member, "P48", ("as", Camel(command.As)));
        return new Done();
    }

    private void RefuseUnlessItMayEndAs(CloseReason reason)
    {
        var fits = File.Status switch
        {
            CaseStatus.Delivered => reason == CloseReason.Served
                || (reason == CloseReason.Answered && !File.RequiresStudy),
            CaseStatus.Rejected => reason == CloseReason.Rejected,
            CaseStatus.Withdrawn => reason == CloseReason.Withdrawn,
            _ => reason == CloseReason.Answered,
        };
        if (!fits)
        {
            throw RefusalException.Of(
                "case.cannot-close-as",
                "P58",
                ("status", Camel(File.Status)),
                ("as", Camel(reason))
            );
        }

        if (File.Study is not null && !File.IsReplied && File.Withdrawal is null)
        {
            throw RefusalException.Of("case.not-replied", "P58");
        }

        if (File.Status == CaseStatus.Preparing && File.RequiresStudy)
        {
            throw RefusalException.Of("case.study-required", "P58");
        }

        if (File.Status == CaseStatus.Delivered && File.Confirmation is not { Received: true })
        {
            throw RefusalException.Of("case.not-confirmed", "P61");
        }
    }
}
