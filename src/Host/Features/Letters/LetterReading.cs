using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Letters;

/// <summary>
/// Finds a letter for whom it was written, and for those whom its case lets see the dossier: a letter repeats what stands in
/// it, so whoever stepped back may not read it either.
/// </summary>
public sealed class LetterReading(CaseFlowDb db, CaseReader cases)
{
    /// <exception cref="RefusalException"><c>letter.unknown</c>: there is none of that number for this reader.</exception>
    public async Task<LetterRow> GetAsync(string number, Actor reader, CancellationToken ct)
    {
        var letter = await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Number == number, ct);
        return letter is not null && await MayReadAsync(letter, reader, ct)
            ? letter
            : throw RefusalException.Of("letter.unknown", null, ("letter", number));
    }

    private async Task<bool> MayReadAsync(LetterRow letter, Actor reader, CancellationToken ct) =>
        letter.PartyId == reader.PartyId
        || (await cases.GetAsync(letter.CaseNumber, reader, ct)).Case.CanSeeDossier(reader);
}
