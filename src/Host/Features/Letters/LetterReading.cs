using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Letters;

/// <summary>Finds a letter for whom it was written, and for those who may see its case.</summary>
public sealed class LetterReading(CaseFlowDb db, CaseAccess access)
{
    /// <exception cref="RefusalException"><c>letter.unknown</c>: there is none of that number for this reader.</exception>
    public async Task<LetterRow> GetAsync(string number, Actor reader, CancellationToken ct)
    {
        var letter = await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Number == number, ct);
        var mine = letter is not null && letter.PartyId == reader.PartyId;
        if (
            letter is null
            || !(mine || await access.VisibleTo(reader).AnyAsync(c => c.Number == letter.CaseNumber, ct))
        )
            throw RefusalException.Of("letter.unknown", null, ("number", number));
        return letter;
    }
}
