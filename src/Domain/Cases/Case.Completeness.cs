using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Services;

namespace CaseFlow.Domain.Cases;

// Step 2: everything the service asks for is there, asked for in one message a round (P52).
public sealed partial class Case
{
    /// <summary>Everything that is missing now, each thing once; empty when the request is complete.</summary>
    public IReadOnlyList<MissingItem> Missing() =>
        [
            .. MissingFacts()
                .Concat(MissingEvidence())
                .Concat(File.Reported.Select(Labelled))
                .DistinctBy(item => (item.Key, item.Kind)),
        ];

    private Completeness CheckComplete()
    {
        var missing = Missing();
        return new Completeness(missing.Count == 0, missing);
    }

    private RoundOpened RequestMissing()
    {
        var missing = Missing();
        if (missing.Count == 0)
        {
            throw RefusalException.Of("case.nothing-missing", "P52");
        }

        var round = new SupplyRound(File.Rounds.Count + 1, At, missing, null);
        File = File with { Rounds = [.. File.Rounds, round] };
        Become(new RequestMissingItems(), CaseStatus.AwaitingItems);
        Record(
            "case.items-requested",
            Actor.System,
            EventAudience.Member,
            "P52",
            ("round", round.Round),
            ("items", missing.Select(m => m.Key).ToList())
        );
        return new RoundOpened(round.Round, missing);
    }

    private Done Supply(SupplyItems command)
    {
        Authority(command, command.By);
        if (command.Facts.Count == 0 && command.Evidence.Count == 0)
        {
            throw RefusalException.Of("case.nothing-supplied", "P52");
        }

        Acted(command.By);
        Take(command.Facts, command.Evidence);
        File = File with
        {
            Rounds = [.. File.Rounds.Select(r => r.SuppliedAt is null ? r with { SuppliedAt = At } : r)],
        };
        Become(command, CaseStatus.Preparing);
        Record(
            "case.items-supplied",
            command.By,
            EventAudience.Member,
            "P52",
            ("facts", command.Facts.Keys.ToList()),
            ("evidence", command.Evidence.Select(e => e.Requirement).Distinct().ToList())
        );
        return new Done();
    }

    private Done Report(ReportMissing command)
    {
        Authority(command, command.By);
        AddReported(command.Items);
        Acted(command.By);
        Record(
            "case.missing-reported",
            command.By,
            EventAudience.Staff,
            "P53",
            ("items", command.Items.Select(i => i.Key).ToList())
        );
        return new Done();
    }

    private void AddReported(IReadOnlyList<MissingItem> items)
    {
        if (items.Count == 0)
        {
            throw RefusalException.Of("case.nothing-missing", "P52");
        }

        if (items.FirstOrDefault(i => Label(i) is null) is { } unknown)
        {
            throw RefusalException.Of("case.item-unknown", "P52", ("key", unknown.Key));
        }

        File = File with
        {
            Reported = [.. File.Reported.Concat(items.Select(Labelled)).DistinctBy(i => (i.Key, i.Kind))],
        };
    }

    private IEnumerable<MissingItem> MissingFacts() =>
        FormCheck
            .Check(_context.Form, File.Facts)
            .Problems.Select(problem =>
                Labelled(
                    new MissingItem(
                        problem.Field,
                        MissingKind.Fact,
                        null,
                        problem.Code == "form.required" ? "missing.required" : "missing.not-valid"
                    )
                )
            );

    private IEnumerable<MissingItem> MissingEvidence()
    {
        foreach (var requirement in _context.Service.Evidence)
        {
            var items = File.Evidence.Where(e => e.Requirement == requirement.Key).ToList();
            if (items.Count == 0 && IsRequired(requirement))
            {
                yield return new MissingItem(
                    requirement.Key,
                    MissingKind.Evidence,
                    requirement.Label,
                    "missing.required"
                );
            }
            else if (items.Any(i => IsStale(requirement, i)))
            {
                yield return new MissingItem(
                    requirement.Key,
                    MissingKind.Evidence,
                    requirement.Label,
                    "missing.not-valid"
                );
            }
        }
    }

    private bool IsRequired(EvidenceRequirement requirement) =>
        requirement.Required && (requirement.RequiredWhen?.Holds(File.Facts) ?? true);

    private MissingItem Labelled(MissingItem item) => item with { Label = item.Label ?? Label(item) };

    private LocalText? Label(MissingItem item) =>
        item.Kind == MissingKind.Evidence
            ? _context.Service.Evidence.FirstOrDefault(r => r.Key == item.Key)?.Label
            : _context.Form.Field(item.Key.Split('[')[0])?.Label;
}
