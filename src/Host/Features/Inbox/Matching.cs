using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Ui;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>What stands on the page of matching; <see cref="MatchingInput"/> reads what is posted from it.</summary>
public sealed class Matching(DossierWriter dossiers, Reader reader, IStringLocalizer<Texts> texts)
{
    public const string Kind = "CaseFlow.MatchEvidence";

    /// <summary>How a fact can be held against a document; texts <c>Match.Method.{method}</c>.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["copy-read", "original-seen", "registry", "issuer-asked"];

    public MatchSheet Sheet(CaseOnFile onFile, IReadOnlyDictionary<string, object?> values)
    {
        var dossier = dossiers.Write(onFile);
        return new MatchSheet(
            dossier,
            [
                .. dossier.Documents.Select(d => new MatchDocument(
                    d,
                    [.. d.Facts.Select(f => Line(d, f, values))],
                    Validity(d, values)
                )),
            ],
            MissingLines(onFile, values),
            values.GetValueOrDefault("attested") is true
        );
    }

    /// <summary>What can be asked of the member: every document and every answer of the service.</summary>
    public static IReadOnlyList<MissingLine> MissingLines(
        CaseOnFile onFile,
        IReadOnlyDictionary<string, object?> values
    )
    {
        var chosen = values.Rows("missing");
        return
        [
            .. onFile.Context.Service.Evidence.Select(e => Line(e.Key, MissingKind.Evidence, e.Label)),
            .. onFile.Context.Form.Fields.Select(f => Line(f.Key, MissingKind.Fact, f.Label)),
        ];

        MissingLine Line(string key, MissingKind kind, LocalText label)
        {
            var known = chosen.FirstOrDefault(c => c.Text("key") == key);
            return new MissingLine($"missing.{key}", key, kind, label, known is not null, known?.Text("note"));
        }
    }

    private static MatchLine Line(
        DossierDocument document,
        DossierFact fact,
        IReadOnlyDictionary<string, object?> values
    )
    {
        var (requirement, key) = (document.Requirement.Key, fact.Field.Key);
        var typed = values
            .Rows("matches")
            .FirstOrDefault(m => m.Text("fact") == key && m.Text("requirement") == requirement);
        return new MatchLine(
            $"match.{requirement}.{key}",
            fact,
            typed?.Text("result") ?? (fact.Match is null ? null : "matches"),
            typed?.Text("method") ?? fact.Match?.Method ?? Methods[0],
            typed?.Text("note") ?? fact.Match?.Note
        );
    }

    private FormFieldView? Validity(DossierDocument document, IReadOnlyDictionary<string, object?> values)
    {
        var (requirement, item, proof) = (document.Requirement, document.Item, document.Validity);
        if (requirement.Validity.Kind == ValidityKind.None)
            return null;
        var ends = requirement.Validity.Kind == ValidityKind.ValidUntil;
        var key = ends ? "validUntil" : "issuedOn";
        var typed = values.Rows("validity").FirstOrDefault(v => v.Text("requirement") == requirement.Key);
        var known = ends ? proof?.ValidUntil ?? item.ValidUntil : proof?.IssuedOn ?? item.IssuedOn;
        var day = DateOnly.TryParseExact(typed?.Text(key), "yyyy-MM-dd", out var read) ? read : known;
        return new FormFieldView($"validity.{requirement.Key}.{key}", FieldType.Date, texts[$"Match.{key}"])
        {
            Required = true,
            Date = day is { } stated ? DateFieldInput.Of(stated, reader.Preferences.Calendar) : null,
        };
    }
}
