using CaseFlow.Domain.Calendars;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Letters;

/// <summary>Gives out register numbers without a gap: a number taken by a transaction that is undone is taken again.</summary>
public sealed class RegisterNumbers(CaseFlowDb db, DatabaseProvider provider)
{
    /// <summary>Cases: <c>1448-00012</c>.</summary>
    public const string Cases = "";

    /// <summary>The outgoing register (سجل الصادر): <c>L-1448-00012</c>.</summary>
    public const string OutgoingLetters = "L-";

    /// <summary>The next number of a series in the Hijri year of <paramref name="now"/>; it begins with the series' name.</summary>
    public async Task<string> NextAsync(string series, DateTimeOffset now, CancellationToken ct)
    {
        var year =
            CalendarDate.At(now).Hijri?.Year
            ?? throw new InvalidOperationException("The Hijri tables end before this day.");
        var numbers = await db.Database.SqlQueryRaw<int>(provider.NextNumberSql, series, year).ToListAsync(ct);
        return FormattableString.Invariant($"{series}{year}-{numbers.Single():00000}");
    }
}
