using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

// How data enter a case: typed by the form, documents by hash; what changes loses its match and voids the signature.
public sealed partial class Case
{
    private void Take(IReadOnlyDictionary<string, object?> facts, IReadOnlyList<EvidenceItem> evidence)
    {
        var given = Given(facts);
        var documents = evidence.Select(Accepted).ToList();
        var changed = given
            .Keys.Union(File.Facts.Keys)
            .Where(key => !PlainValue.Same(given.GetValueOrDefault(key), File.Facts.GetValueOrDefault(key)))
            .ToHashSet();
        var replaced = documents.Select(d => d.Requirement).ToHashSet();
        var before = Hashes(File.Evidence);
        File = File with
        {
            Facts = given,
            Evidence = [.. File.Evidence.Where(e => !replaced.Contains(e.Requirement)), .. documents],
            ReplacedEvidence =
            [
                .. File.ReplacedEvidence,
                .. File.Evidence.Where(e => replaced.Contains(e.Requirement)),
            ],
            Reported = [.. File.Reported.Where(item => !IsSupplied(item, changed, replaced))],
        };
        var documentsChanged = !before.SetEquals(Hashes(File.Evidence));
        if (changed.Count > 0 || documentsChanged)
        {
            Void(documentsChanged);
        }
    }

    private IReadOnlyDictionary<string, object?> Given(IReadOnlyDictionary<string, object?> facts)
    {
        var merged = new Dictionary<string, object?>(File.Facts);
        foreach (var (key, value) in facts)
        {
            merged[key] = value;
        }

        var result = FormCheck.Check(_context.Form, merged, partial: true);
        return result.Ok
            ? result.Data
            : throw RefusalException.Of(
                "case.data-invalid",
                "P52",
                ("fields", result.Problems.Select(p => p.Field).ToList()),
                ("codes", result.Problems.Select(p => p.Code).ToList())
            );
    }

    private EvidenceItem Accepted(EvidenceItem item)
    {
        if (_context.Service.Evidence.All(r => r.Key != item.Requirement))
        {
            throw RefusalException.Of("case.evidence-unknown", "P52", ("requirement", item.Requirement));
        }

        return Hashed(item) with
        {
            SubmittedAt = At,
        };
    }

    // A document without a hash could be exchanged after the signature.
    private static EvidenceItem Hashed(EvidenceItem item) =>
        item.Sha256.Length == 64 && item.Sha256.All(char.IsAsciiHexDigit)
            ? item with
            {
                Sha256 = CaseContent.Hex(item.Sha256),
            }
            : throw RefusalException.Of("case.evidence-unhashed", "P55", ("requirement", item.Requirement));

    // A disagreement between fact and document ends with another fact or another document.
    private bool IsSupplied(MissingItem item, HashSet<string> changed, HashSet<string> replaced) =>
        item.Kind switch
        {
            MissingKind.Evidence => replaced.Contains(item.Key),
            MissingKind.Fact => changed.Contains(item.Key),
            _ => changed.Contains(item.Key)
                || _context.Service.Evidence.Any(r => r.Proves.Contains(item.Key) && replaced.Contains(r.Key)),
        };

    // Proofs of validity stay: they tell what was valid then (P53). Only proofs of documents at hand count at referral.
    private void Void(bool documentsChanged)
    {
        var lost = File.Matches.Where(m => !Holds(m)).ToList();
        if (lost.Count > 0 || (documentsChanged && File.Attestation is not null))
        {
            File = File with { Matches = [.. File.Matches.Except(lost)], Attestation = null };
            Record(
                "case.matches-voided",
                Actor.System,
                EventAudience.Staff,
                "P53",
                ("facts", lost.Select(m => m.Fact).ToList())
            );
        }

        if (File.Signature is not null)
        {
            File = File with { Signature = null };
            Record("case.signature-voided", Actor.System, EventAudience.Member, "P56");
        }
    }

    private static HashSet<string> Hashes(IReadOnlyList<EvidenceItem> evidence) =>
        evidence.Select(e => $"{e.Requirement}|{e.Sha256}").ToHashSet();
}
