using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Portal;

/// <summary>What the society knows of a member already, so that it is not asked twice (P20).</summary>
public sealed class OnFile(CaseFlowDb db)
{
    private const int CasesToLookAt = 10;

    /// <summary>Answers to those fields of the form that may be filled in: the latest given before, else the register's.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> AnswersAsync(
        FormDefinition form,
        string partyId,
        CancellationToken ct
    )
    {
        var wanted = form.Fields.Where(f => f.Prefill).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return new Dictionary<string, object?>();
        var known = Registered(await db.Parties.AsNoTracking().SingleAsync(p => p.Id == partyId, ct));
        var documents = await db
            .Cases.Where(c => c.ApplicantPartyId == partyId)
            .OrderByDescending(c => c.SubmittedAt)
            .Take(CasesToLookAt)
            .Select(c => c.Document)
            .ToListAsync(ct);
        foreach (var facts in documents.Select(d => CaseFile.FromJson(d).Facts).Reverse())
        foreach (var (key, value) in facts.Where(f => wanted.Contains(f.Key)))
            known[key] = value;
        var fitting = known.Where(k => wanted.Contains(k.Key)).ToDictionary(k => k.Key, k => k.Value);
        // What an older form took may not fit this one: then it is asked, not filled in.
        var result = FormCheck.Check(form, fitting, partial: true);
        return result.Data;
    }

    private static Dictionary<string, object?> Registered(PartyRow party) =>
        new(StringComparer.Ordinal)
        {
            ["fullName"] = party.Name,
            ["nationalId"] = party.NationalId,
            ["mobile"] = party.Mobile,
            ["email"] = party.Email,
            ["shareholderNumber"] = party.MembershipNumber,
        };
}
