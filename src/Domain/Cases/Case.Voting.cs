namespace CaseFlow.Domain.Cases;

// Step 5: which votes count, whether they are enough, and what they come to (P58).
public sealed partial class Case
{
    private int Quorum => Math.Max(1, _context.Policy.QuorumMinimum);

    private List<VoteRecord> VotesInSession() =>
        [
            .. Committee.Votes.Where(v =>
                v.Session == Committee.Session
                && Committee.Seats.Any(s => s.UserId == v.By.UserId)
                && !File.ActedUserIds.Contains(v.By.UserId)
            ),
        ];

    private VoteRecorded Voting()
    {
        var votes = VotesInSession();
        return new VoteRecorded(
            votes.Count >= Quorum,
            Committee.Seats.Count > 0 && Committee.Seats.All(s => votes.Any(v => v.By.UserId == s.UserId))
        );
    }

    // Abstentions count for the quorum only; the chair breaks a tie.
    private DecisionOutcome? MajorityOutcome()
    {
        var votes = VotesInSession();
        var lead = votes.Count(v => v.Choice == VoteChoice.Accept) - votes.Count(v => v.Choice == VoteChoice.Reject);
        if (lead == 0)
        {
            var chair = Committee.Seats.FirstOrDefault(s => s.IsChair)?.UserId;
            return votes.FirstOrDefault(v => v.By.UserId == chair)?.Choice switch
            {
                VoteChoice.Accept => DecisionOutcome.Accept,
                VoteChoice.Reject => DecisionOutcome.Reject,
                _ => null,
            };
        }

        return lead > 0 ? DecisionOutcome.Accept : DecisionOutcome.Reject;
    }
}
