using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Committee;

/// <summary>The committee's table over one case, as one seat may see it (P58).</summary>
/// <param name="Notes">The reader's own note at once; the others' once all are in.</param>
/// <param name="Majority">What the notes that the reader sees come to; null while some are missing.</param>
/// <param name="Missing">What the committee can send the case back for; empty on a voting page.</param>
public sealed record StudySheet(
    bool Deciding,
    DossierView Dossier,
    StudyBarView? Period,
    IReadOnlyList<SeatLine> Seats,
    int Quorum,
    IReadOnlyList<VoteRecord> Notes,
    DecisionOutcome? Majority,
    IReadOnlyList<MissingLine> Missing,
    string? RecusalReason
)
{
    public int Voted => Seats.Count(s => s.State == SeatState.Voted);

    public bool QuorumMet => Voted >= Quorum;

    public int Count(VoteChoice choice) => Notes.Count(n => n.Choice == choice);
}

/// <summary>Where a seat stands; what it voted is told by its note alone.</summary>
public enum SeatState
{
    Waiting,
    Voted,
    Recused,
}

public sealed record SeatLine(string Name, bool IsChair, bool IsReader, SeatState State);
