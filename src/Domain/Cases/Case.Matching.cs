using CaseFlow.Domain.Services;

namespace CaseFlow.Domain.Cases;

// Step 2: the officer matches data against documents and checks their validity as at submission (P53).
public sealed partial class Case
{
    /// <summary>
    /// Keys of the facts that some document at hand proves and that no match in force covers yet. A fact that only absent
    /// documents could prove needs none.
    /// </summary>
    public IReadOnlyList<string> UnmatchedFacts() =>
        [.. ProvableFacts().Where(f => !File.Matches.Any(m => m.Fact == f && Holds(m)))];

    /// <summary>Requirements whose documents nobody has yet found to be valid as at their submission.</summary>
    public IReadOnlyList<string> UnprovenValidity() =>
        [
            .. File
                .Evidence.Where(e => Requirement(e.Requirement)?.Validity.Kind is not (null or ValidityKind.None))
                .Where(e => !File.Validity.Any(p => p.Requirement == e.Requirement && p.Sha256 == e.Sha256))
                .Select(e => e.Requirement)
                .Distinct(),
        ];

    private Done Match(RecordMatching command)
    {
        Authority(command, command.By);
        if (!command.Attested)
        {
            throw RefusalException.Of("case.not-attested", "P53");
        }

        var matches = command.Matches.Select(m => Verified(m, Signed(command.By))).ToList();
        var proofs = Proofs(command).ToList();
        File = File with
        {
            Matches = [.. File.Matches.Where(m => matches.All(n => n.Fact != m.Fact)), .. matches],
            Validity =
            [
                .. File.Validity.Where(p => !proofs.Any(n => n.Requirement == p.Requirement && n.Sha256 == p.Sha256)),
                .. proofs,
            ],
            Attestation = Signed(command.By),
        };
        if (UnmatchedFacts() is { Count: > 0 } unmatched)
        {
            throw RefusalException.Of("case.facts-unmatched", "P53", ("facts", unmatched));
        }

        Acted(command.By);
        Record(
            "case.matched",
            command.By,
            EventAudience.Member,
            "P53",
            ("facts", matches.Select(m => m.Fact).ToList())
        );
        return new Done();
    }

    private VerifiedMatch Verified(FactMatch match, Signer by)
    {
        if (!ProvableFacts().Contains(match.Fact))
        {
            throw RefusalException.Of("case.fact-not-provable", "P53", ("fact", match.Fact));
        }

        if (match.Result != MatchResult.Matches)
        {
            throw RefusalException.Of(
                "case.fact-differs",
                "P53",
                ("fact", match.Fact),
                ("requirement", match.Requirement)
            );
        }

        var document = File.Evidence.FirstOrDefault(e => e.Requirement == match.Requirement);
        if (document is null || Requirement(match.Requirement)?.Proves.Contains(match.Fact) != true)
        {
            throw RefusalException.Of(
                "case.no-such-proof",
                "P53",
                ("fact", match.Fact),
                ("requirement", match.Requirement)
            );
        }

        Required(match.Method, "method");
        return new VerifiedMatch(
            match.Fact,
            match.Requirement,
            match.Method,
            match.Note,
            PlainValue.Canonical(File.Facts[match.Fact]),
            document.Sha256,
            by
        );
    }

    // What the officer read on the document; failing that, what was stated at the upload, which the officer vouches for.
    private IEnumerable<ValidityProof> Proofs(RecordMatching command)
    {
        foreach (var item in File.Evidence)
        {
            var requirement = Requirement(item.Requirement);
            if (requirement is null || requirement.Validity.Kind == ValidityKind.None)
            {
                continue;
            }

            var read = command.Validity.FirstOrDefault(v => v.Requirement == item.Requirement);
            var known = File.Validity.FirstOrDefault(p => p.Requirement == item.Requirement && p.Sha256 == item.Sha256);
            var issued = read?.IssuedOn ?? known?.IssuedOn ?? item.IssuedOn;
            var until = read?.ValidUntil ?? known?.ValidUntil ?? item.ValidUntil;
            var asAt = SubmittedOn(item);
            if (!IsValid(requirement.Validity, issued, until, asAt))
            {
                throw RefusalException.Of(
                    "case.evidence-not-valid",
                    "P53",
                    ("requirement", item.Requirement),
                    ("asAt", asAt),
                    ("issuedOn", issued),
                    ("validUntil", until)
                );
            }

            yield return new ValidityProof(
                item.Requirement,
                item.DocumentId,
                item.Sha256,
                issued,
                until,
                asAt,
                Signed(command.By)
            );
        }
    }

    private IEnumerable<string> ProvableFacts() =>
        _context
            .Service.Evidence.Where(r => File.Evidence.Any(e => e.Requirement == r.Key))
            .SelectMany(r => r.Proves)
            .Where(File.Facts.ContainsKey)
            .Distinct();

    private bool Holds(VerifiedMatch match) =>
        File.Facts.TryGetValue(match.Fact, out var value)
        && PlainValue.Canonical(value) == match.Value
        && File.Evidence.Any(e => e.Requirement == match.Requirement && e.Sha256 == match.Sha256);

    private EvidenceRequirement? Requirement(string key) => _context.Service.Evidence.FirstOrDefault(r => r.Key == key);

    private DateOnly SubmittedOn(EvidenceItem item) =>
        StudyClock.Today(item.SubmittedAt ?? File.OpenedAt, _context.Policy.Zone);

    // Dates as stated at the upload; where none is stated the officer will read it.
    private bool IsStale(EvidenceRequirement requirement, EvidenceItem item) =>
        requirement.Validity.Kind switch
        {
            ValidityKind.ValidUntil => item.ValidUntil is not null,
            ValidityKind.IssuedWithinDays => item.IssuedOn is not null,
            _ => false,
        } && !IsValid(requirement.Validity, item.IssuedOn, item.ValidUntil, SubmittedOn(item));

    private static bool IsValid(Validity rule, DateOnly? issuedOn, DateOnly? validUntil, DateOnly asAt) =>
        rule.Kind switch
        {
            ValidityKind.ValidUntil => validUntil >= asAt,
            ValidityKind.IssuedWithinDays => issuedOn <= asAt
                && asAt.DayNumber - issuedOn?.DayNumber <= (rule.Days ?? 0),
            _ => true,
        };
}
