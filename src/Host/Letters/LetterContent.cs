using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Letters;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Letters;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Letters;

/// <summary>What a letter may mention of a case, in the shape that its class allows. A template decides what it uses.</summary>
public sealed class LetterContent(SocietyName society, IOptions<SocietyContact> contact)
{
    /// <summary>The values for one language.</summary>
    /// <param name="number">Register number; empty for messages that are no letters.</param>
    /// <param name="given">What the procedure adds, e.g. the one-time code.</param>
    public IReadOnlyDictionary<string, object?> Of(
        Case file,
        PartyRow party,
        LetterTemplate template,
        string number,
        DateTimeOffset now,
        IReadOnlyDictionary<string, object?> given,
        string language
    )
    {
        var values = new Dictionary<string, object?>
        {
            ["society"] = SocietyIn(language),
            ["member"] = Map(
                ("name", language == "ar" ? party.Name : party.NameEnglish),
                ("number", party.MembershipNumber)
            ),
            ["case"] = About(file, language),
            ["letter"] = Map(
                ("number", number),
                ("date", now),
                ("clause", string.Join("، ", template.Metadata.Clauses))
            ),
            ["portal"] = Portal(),
        };
        foreach (var (name, value) in Own(file, template.Metadata.Class, now, language))
            values[name] = value;
        foreach (var (name, value) in given)
            values[name] = value;
        return values;
    }

    /// <summary>What every letter knows of the portal.</summary>
    public Dictionary<string, object?> Portal() => Map(("url", contact.Value.PortalUrl));

    /// <summary>What every letter knows of the society.</summary>
    public Dictionary<string, object?> SocietyIn(string language)
    {
        var reach = contact.Value;
        return Map(
            ("name", language == "ar" ? society.Arabic : society.English),
            ("phone", reach.Phone),
            ("email", reach.Email),
            ("address", language == "ar" ? reach.Address : reach.EnglishAddress),
            ("website", reach.Website)
        );
    }

    private static Dictionary<string, object?> About(Case file, string language) =>
        Map(
            ("number", file.File.Number),
            ("service", file.Service.Name.In(language)),
            ("submittedAt", file.File.OpenedAt),
            ("summary", file.Form.Fields.SelectMany(f => Line(f, file.File.Facts, language)).ToList<object?>())
        );

    private static IEnumerable<object?> Line(
        FormField field,
        IReadOnlyDictionary<string, object?> facts,
        string language
    )
    {
        if (facts.GetValueOrDefault(field.Key) is { } value && field.Type is not (FieldType.Rows or FieldType.File))
            yield return Map(("label", field.Label.In(language)), ("value", FactText.Of(field, value, language)));
    }

    private IEnumerable<(string Name, object? Value)> Own(
        Case file,
        LetterClass kind,
        DateTimeOffset now,
        string language
    )
    {
        var state = file.File;
        switch (kind)
        {
            case LetterClass.InformationRequest when state.Rounds.Count > 0:
                yield return ("missing", state.Rounds[^1].Missing.Select(m => Missing(m, language)).ToList<object?>());
                break;
            case LetterClass.Explanation when state.Clarifications.Count > 0:
                var asked = state.Clarifications[^1];
                yield return ("clarification", Map(("question", asked.Question), ("answer", asked.Answer)));
                break;
            case LetterClass.StudyNotice when file.Period(now) is not null:
                yield return ("study", Study(file, now));
                break;
            case LetterClass.DecisionAccept or LetterClass.DecisionReject when state.Decision is { } decision:
                yield return ("study", Study(file, now));
                yield return ("decision", Decision(decision));
                break;
            case LetterClass.Registration when state.Registration is { } registered:
                yield return ("registration", Map(("number", registered.Number), ("date", registered.By.At)));
                break;
            case LetterClass.Service when state.Deliveries.Count > 0:
                var delivered = state.Deliveries[^1];
                yield return (
                    "service",
                    Map(
                        ("deliveredAt", new CalendarDate(delivered.DeliveredOn).Start()),
                        ("provider", delivered.Provider),
                        ("proof", string.Join("، ", delivered.Proof.Select(p => p.FileName)))
                    )
                );
                break;
            case LetterClass.Survey:
                yield return ("evaluation", Map(("url", $"{contact.Value.PortalUrl}/my/evaluations/{state.Number}")));
                break;
            case LetterClass.Acknowledgement when state.Withdrawal is { } withdrawn:
                yield return ("withdrawal", Map(("at", withdrawn.By.At)));
                break;
        }
    }

    private static Dictionary<string, object?> Study(Case file, DateTimeOffset now)
    {
        var period = file.Period(now)!;
        return Map(
            ("referredAt", period.ReferredAt),
            ("explainedAt", period.ExplainedAt),
            ("earliestReplyAt", period.EarliestReplyAt),
            ("targetAt", period.TargetAt)
        );
    }

    private static Dictionary<string, object?> Decision(DecisionRecord decision) =>
        Map(
            ("reasons", decision.Reasons.Select(r => Map(("text", r.Text), ("clause", r.Clause))).ToList<object?>()),
            ("decidedAt", decision.By.At),
            ("conditions", decision.Conditions)
        );

    private static Dictionary<string, object?> Missing(MissingItem item, string language) =>
        Map(("label", item.Label?.In(language) ?? item.Key), ("reason", item.Note));

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] members) =>
        members.ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);
}
