using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

// Step 5: the reply leaves once, by permit, not before the study period is over (P59).
public sealed partial class Case
{
    private CaseAnswer Release()
    {
        if (File.Decision is not { } decision)
        {
            throw RefusalException.Of("study.not-decided", "P58");
        }

        var notBefore = EarliestReply;
        if (_now < notBefore)
        {
            return new ReleaseNotYet(notBefore);
        }

        if (File.Permit is not { UsedAt: null } permit || permit.DecisionId != decision.Id)
        {
            permit = ReleasePermit.Issue(decision.Id, notBefore, _now);
            File = File with { Permit = permit };
            Record("study.release-opened", Actor.System, EventAudience.Committee, "P59", ("permitId", permit.Id));
        }

        return new ReleaseOpened(permit.Id, decision.Outcome);
    }

    private LetterAuthorized Authorize(AuthorizeLetter command)
    {
        if (command.Class.IsDecision())
        {
            return Reply(command);
        }

        if (!command.Class.IsDerivedFromDecision())
        {
            return new LetterAuthorized(null, null);
        }

        if (!MayTellOfOutcome(command.Class))
        {
            throw RefusalException.Of("case.letter-premature", "P59", ("class", Camel(command.Class)));
        }

        return new LetterAuthorized(
            File.IsReplied ? File.Decision!.Id : null,
            File.IsReplied ? File.Permit!.NotBefore : null
        );
    }

    private LetterAuthorized Reply(AuthorizeLetter command)
    {
        if (File.IsReplied)
        {
            throw RefusalException.Of("case.already-replied", "P58");
        }

        if (File.Permit is not { UsedAt: null } permit || permit.Id != command.PermitId)
        {
            throw RefusalException.Of("case.no-permit", "P59");
        }

        if (File.Status != CaseStatus.InStudy || File.Decision is not { } decision || decision.Id != permit.DecisionId)
        {
            throw RefusalException.Of("case.permit-of-other-decision", "P59");
        }

        // Once more by the clock: the floor may have been raised, or the clock put back, since the permit was issued.
        var notBefore = EarliestReply;
        if (_now < notBefore)
        {
            throw RefusalException.Of("case.study-period-running", "P59", ("notBefore", notBefore));
        }

        var accepts = decision.Outcome == DecisionOutcome.Accept;
        if (accepts != (command.Class == LetterClass.DecisionAccept))
        {
            throw RefusalException.Of("case.letter-contradicts-decision", "P58");
        }

        File = File with
        {
            Permit = permit.Use(At),
            Reply = new ReplyRecord(At, decision.Id, permit.Id, command.Letter),
        };
        Become(command, accepts ? CaseStatus.Accepted : CaseStatus.Rejected);
        Record(
            "case.replied",
            Actor.System,
            EventAudience.Member,
            "P58",
            ("outcome", Camel(decision.Outcome)),
            ("permitId", permit.Id)
        );
        return new LetterAuthorized(decision.Id, notBefore);
    }

    // Registration and service letters tell of an acceptance; a survey only that the waiting is over.
    private bool MayTellOfOutcome(LetterClass letter)
    {
        if (letter == LetterClass.Survey)
        {
            return File.Study is null || File.IsReplied || File.Withdrawal is not null;
        }

        var accepted = File is { IsReplied: true, Decision.Outcome: DecisionOutcome.Accept };
        return accepted || (letter == LetterClass.Service && !File.RequiresStudy);
    }
}
