using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Inbox;

namespace CaseFlow.Host.Features.Committee;

/// <summary>Lays the committee's table for one reader.</summary>
public sealed class StudySheets(DossierWriter dossiers)
{
    public const string Vote = "CaseFlow.CommitteeStudy.Vote";
    public const string Decide = "CaseFlow.CommitteeStudy.Decide";

    public StudySheet Lay(
        CaseOnFile onFile,
        Actor reader,
        bool deciding,
        IReadOnlyDictionary<string, object?> values,
        DateTimeOffset now
    )
    {
        var notes = onFile.Case.NotesVisibleTo(reader);
        var seats = SeatsOf(onFile.File, reader);
        return new StudySheet(
            deciding,
            dossiers.Write(onFile),
            StudyBars.Of(onFile, now),
            seats,
            Math.Max(1, onFile.Context.Policy.QuorumMinimum),
            notes,
            notes.Count == seats.Count(s => s.State != SeatState.Recused) ? MajorityOf(notes, onFile.File) : null,
            deciding ? Matching.MissingLines(onFile, values) : [],
            values.Text("recuseReason")
        );
    }

    public static IReadOnlyList<SeatLine> SeatsOf(CaseFile file, Actor reader)
    {
        if (file.Committee is not { } committee)
            return [];
        return
        [
            .. committee.Seats.Select(s => new SeatLine(
                s.Name,
                s.IsChair,
                s.UserId == reader.UserId,
                committee.Votes.Any(v => v.Session == committee.Session && v.By.UserId == s.UserId)
                    ? SeatState.Voted
                    : SeatState.Waiting
            )),
            .. committee.Recusals.Select(r => new SeatLine(
                r.By.Name,
                false,
                r.By.UserId == reader.UserId,
                SeatState.Recused
            )),
        ];
    }

    /// <summary>What a decision form begins with: the majority, and the reasons of those who make it.</summary>
    public static Dictionary<string, object?> Proposal(StudySheet sheet)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (sheet.Majority is not { } majority)
            return values;
        values["decision"] = majority == DecisionOutcome.Accept ? "accept" : "reject";
        if (majority == DecisionOutcome.Reject)
            values["reasons"] = sheet
                .Notes.Where(n => n.Choice == VoteChoice.Reject)
                .SelectMany(n => n.Reasons)
                .Distinct()
                .Select(r => new Dictionary<string, object?> { ["clause"] = r.Clause, ["text"] = r.Text })
                .ToList<object?>();
        return values;
    }

    // Only to tell the reader before he presses; whether it is so is for the case to say.
    private static DecisionOutcome? MajorityOf(IReadOnlyList<VoteRecord> votes, CaseFile file)
    {
        var lead = votes.Count(v => v.Choice == VoteChoice.Accept) - votes.Count(v => v.Choice == VoteChoice.Reject);
        if (lead != 0)
            return lead > 0 ? DecisionOutcome.Accept : DecisionOutcome.Reject;
        var chair = file.Committee?.Seats.FirstOrDefault(s => s.IsChair)?.UserId;
        return votes.FirstOrDefault(v => v.By.UserId == chair)?.Choice switch
        {
            VoteChoice.Accept => DecisionOutcome.Accept,
            VoteChoice.Reject => DecisionOutcome.Reject,
            _ => null,
        };
    }
}
