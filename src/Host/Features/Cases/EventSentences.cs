using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Host.Ui;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Cases;

/// <summary>Names the sentences of the timeline: keys are the codes of events, and <c>Fact.{name}.{value}</c> for codes in facts.</summary>
public sealed class Events;

/// <summary>Says an event in one sentence of the reader's language.</summary>
public sealed partial class EventSentences(IStringLocalizer<Events> sentences, Reader reader)
{
    public bool Has(string code) => !sentences[code].ResourceNotFound;

    /// <summary>What events of that code say, whatever their facts: a name for the kind.</summary>
    public string Kind(string code) => Placeholder().Replace(sentences[code].Value, "…");

    /// <param name="onFile">The case, for the names of its facts and documents; null for what belongs to no case.</param>
    public TimelineEntry Entry(TimelineItem item, CaseOnFile? onFile) =>
        new(
            item.At,
            Sentence(item, onFile),
            Icon(item.Code),
            Tone(item),
            Who(item) ?? sentences["system"].Value,
            item.Clause,
            Detail(item)
        );

    /// <summary>The name of who did it, as this reader reads it.</summary>
    public string? Who(TimelineItem item) => item.Actor?.In(reader.Preferences.Language);

    public string Sentence(TimelineItem item, CaseOnFile? onFile)
    {
        var text = sentences[item.Code];
        return text.ResourceNotFound
            ? item.Code
            : Placeholder().Replace(text.Value, m => Say(m.Groups[1].Value, Fact(item, m.Groups[1].Value), onFile));
    }

    // What stands in the trail as text stands there in both languages: subject and subjectEnglish.
    private object? Fact(TimelineItem item, string name) =>
        (reader.IsArabic ? null : item.Facts.GetValueOrDefault($"{name}English")) ?? item.Facts.GetValueOrDefault(name);

    private string Say(string name, object? value, CaseOnFile? onFile) =>
        value switch
        {
            null => "—",
            string code => Word(name, code, onFile),
            DateTimeOffset moment => $"{reader.Date(moment)} {reader.Time(moment)}",
            DateOnly day => reader.Date(day),
            IEnumerable many => string.Join(
                reader.IsArabic ? "، " : ", ",
                many.Cast<object?>().Select(one => Say(name, one, onFile))
            ),
            IConvertible number => reader.Number(number.ToDecimal(CultureInfo.InvariantCulture), decimals: 2),
            _ => value.ToString() ?? "",
        };

    // A code becomes its words: a channel, a fact of the form, a document of the service.
    private string Word(string name, string code, CaseOnFile? onFile)
    {
        if (sentences[$"Fact.{name}.{code}"] is { ResourceNotFound: false } known)
            return known.Value;
        var language = reader.Preferences.Language;
        if (name is "items" or "facts" or "evidence")
            return onFile?.Context.Service.Evidence.FirstOrDefault(e => e.Key == code)?.Label.In(language)
                ?? onFile?.Context.Form.Field(code)?.Label.In(language)
                ?? code;
        return code;
    }

    private static string? Detail(TimelineItem item) =>
        item.Code switch
        {
            "case.clarification-asked" => item.Facts.GetValueOrDefault("question") as string,
            "case.clarified" => item.Facts.GetValueOrDefault("answer") as string,
            "case.confirmation-overridden"
            or "case.withdrawn"
            or "case.cancelled"
            or "incident.closed"
            or "incident.skipped"
            or "instance.stopped" => item.Facts.GetValueOrDefault("reason") as string,
            _ when IsOfProcedure(item.Code) => item.Facts.GetValueOrDefault("reason") as string,
            _ => null,
        };

    private static string Icon(string code) =>
        code switch
        {
            "case.opened" => "flag",
            "case.received" => "person-check",
            "case.items-requested" or "case.missing-reported" or "case.returned-for-items" => "list-check",
            "case.items-supplied" or "case.data-corrected" => "file-earmark-plus",
            "case.matched" => "check2-square",
            "case.matches-voided" or "case.signature-voided" => "eraser",
            "case.clarification-asked" => "question-circle",
            "case.clarified" or "case.study-explained" => "chat-left-text",
            "case.signed" => "pen",
            "case.referred" => "send",
            "case.replied" => "envelope-open",
            "case.registered" => "clipboard-check",
            "case.delivered" => "box-seam",
            "case.service-confirmed" => "hand-thumbs-up",
            "case.withdrawn" => "arrow-counterclockwise",
            "case.evaluation-invited" => "chat-heart",
            "case.closed" => "archive",
            "case.migrated" or "migration.run" => "arrow-right-circle",
            "letter.issued" => "envelope",
            "incident.recorded" => "exclamation-octagon",
            "incident.retried" => "arrow-repeat",
            "incident.closed" or "case.cancelled" or "instance.cancelled" or "instance.stopped" => "x-circle",
            "instance.deleted" => "trash",
            "incident.skipped" => "skip-forward",
            "message.sent-again" => "send",
            "clock.advanced" => "hourglass-split",
            _ when code.StartsWith("study.", StringComparison.Ordinal) => "people",
            _ when code.StartsWith("task.", StringComparison.Ordinal) => "inbox",
            _ when IsOfProcedure(code) => "diagram-3",
            _ => "dot",
        };

    private static bool IsOfProcedure(string code) => code.StartsWith("procedure.", StringComparison.Ordinal);

    private static Tone Tone(TimelineItem item) =>
        item.Code switch
        {
            "incident.recorded" or "case.service-not-received" or "procedure.publication-failed" => Ui.Tone.Danger,
            "case.items-requested" or "case.missing-reported" or "case.returned-for-items" or "case.signature-voided" =>
                Ui.Tone.Warning,
            "study.decision-sealed" or "study.release-opened" => Ui.Tone.Sealed,
            "case.signed" or "case.registered" or "case.delivered" or "case.service-confirmed" or "case.matched" =>
                Ui.Tone.Success,
            "case.referred" or "case.replied" or "letter.issued" => Ui.Tone.Info,
            _ => Ui.Tone.Neutral,
        };

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
