using System.Globalization;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

// Step 5: the committee studies, votes and decides; the decision is sealed (P58).
public sealed partial class Case
{
    private CommitteeRecord Committee => File.Committee ?? new CommitteeRecord(0, [], [], []);

    private StudyOpened Seat(OpenStudy command)
    {
        RefuseDecided();
        var seats = command
            .Roster.Where(s => !File.ActedUserIds.Contains(s.UserId) && !HasSteppedBack(s.UserId))
            .DistinctBy(s => s.UserId)
            .ToList();
        if (seats.Count < Quorum)
        {
            throw RefusalException.Of("study.quorum-impossible", "P58", ("seats", seats.Count), ("quorum", Quorum));
        }

        if (seats.Count(s => s.IsChair) > 1)
        {
            throw RefusalException.Of("study.several-chairs", "P58");
        }

        File = File with { Committee = Committee with { Session = Committee.Session + 1, Seats = seats } };
        Record(
            "study.opened",
            Actor.System,
            EventAudience.Staff,
            "P58",
            ("session", Committee.Session),
            ("seats", seats.Select(s => s.Name).ToList()),
            ("seatsEnglish", seats.Select(s => s.NameEnglish ?? s.Name).ToList())
        );
        return new StudyOpened(seats);
    }

    private VoteRecorded Vote(CastVote command)
    {
        RefuseUnlessSeated(command, command.By);
        Required(command.Note, "note");
        RefuseUnfoundedReasons(command.Reasons);
        if (VotesInSession().Any(v => v.By.UserId == command.By.UserId))
        {
            throw RefusalException.Of("study.already-voted", "P58");
        }

        var vote = new VoteRecord(Committee.Session, Signed(command.By), command.Choice, command.Note, command.Reasons);
        File = File with { Committee = Committee with { Votes = [.. Committee.Votes, vote] } };
        Record("study.voted", command.By, EventAudience.Committee, "P58");
        return Voting();
    }

    private VoteRecorded StepBack(Recuse command)
    {
        Authority(command, command.By);
        RefuseDecided();
        Required(command.Reason, "reason");
        if (HasSteppedBack(command.By.UserId))
        {
            throw RefusalException.Of("study.recused", "P58");
        }

        var id = command.By.UserId;
        File = File with
        {
            Committee = Committee with
            {
                Seats = [.. Committee.Seats.Where(s => s.UserId != id)],
                Recusals = [.. Committee.Recusals, new RecusalRecord(Signed(command.By), command.Reason)],
            },
        };
        Record("study.recused", command.By, EventAudience.Committee, "P58");
        return Voting();
    }

    private DecisionSealed Seal(SealDecision command)
    {
        RefuseUnlessSeated(command, command.By);
        RefuseUnlessDecider(command.By);
        RefuseWithinDeliberation();
        if (!Voting().QuorumMet)
        {
            throw RefusalException.Of("study.no-quorum", "P58", ("votes", VotesInSession().Count), ("quorum", Quorum));
        }

        if (MajorityOutcome() is not { } majority)
        {
            throw RefusalException.Of("study.no-majority", "P58");
        }

        if (majority != command.Outcome)
        {
            throw RefusalException.Of("study.against-majority", "P58");
        }

        RefuseUnfoundedReasons(command.Reasons);
        if (command.Outcome == DecisionOutcome.Reject && command.Reasons.Count == 0)
        {
            throw RefusalException.Of("study.rejection-without-reason", "P58");
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{File.Number}-D{File.Study!.Referrals}");
        File = File with
        {
            Decision = new DecisionRecord(
                id,
                command.Outcome,
                command.Reasons,
                command.Conditions,
                Committee.Session,
                Signed(command.By)
            ),
        };
        Record("study.decision-sealed", command.By, EventAudience.Committee, "P59", ("decisionId", id));
        return new DecisionSealed(id);
    }

    private Done Return(ReturnForItems command)
    {
        RefuseUnlessSeated(command, command.By);
        AddReported(command.Items);
        var study = File.Study!;
        File = File with
        {
            Study = study with { Pauses = [.. study.Pauses, new StudyPause(At, null)] },
            Committee = Committee with { Seats = [] },
        };
        Become(command, CaseStatus.Preparing);
        Record(
            "case.returned-for-items",
            command.By,
            EventAudience.Member,
            "P59",
            ("items", command.Items.Select(i => i.Key).ToList())
        );
        return new Done();
    }

    private bool HasSteppedBack(string userId) => Committee.Recusals.Any(r => r.By.UserId == userId);

    private void RefuseDecided()
    {
        if (File.Decision is not null)
        {
            throw RefusalException.Of("study.already-decided", "P58");
        }
    }

    private void RefuseUnlessSeated(CaseCommand command, Actor by)
    {
        Authority(command, by);
        RefuseDecided();
        if (HasSteppedBack(by.UserId))
        {
            throw RefusalException.Of("study.recused", "P58");
        }

        if (File.ActedUserIds.Contains(by.UserId))
        {
            throw RefusalException.Of("study.officer-is-not-decider", "P58");
        }

        if (Committee.Seats.All(s => s.UserId != by.UserId))
        {
            throw RefusalException.Of("study.not-seated", "P58");
        }
    }

    private void RefuseUnlessDecider(Actor by)
    {
        var chair = Committee.Seats.FirstOrDefault(s => s.IsChair);
        if (chair is not null && chair.UserId != by.UserId)
        {
            throw RefusalException.Of("study.chair-decides", "P58", ("chair", chair.Name));
        }
    }

    private void RefuseWithinDeliberation()
    {
        var until = File.Study!.ReferredAt + (_context.Policy.MinimumDeliberation ?? TimeSpan.Zero);
        if (_now < until)
        {
            throw RefusalException.Of("study.deliberation-running", "P58", ("until", until));
        }
    }

    private void RefuseUnfoundedReasons(IReadOnlyList<DecisionReason> reasons)
    {
        foreach (var reason in reasons)
        {
            Required(reason.Text, "reason");
            if (_context.Clauses.All(c => c.Id != reason.Clause))
            {
                throw RefusalException.Of("study.clause-unknown", "P58", ("clause", reason.Clause));
            }
        }
    }
}
