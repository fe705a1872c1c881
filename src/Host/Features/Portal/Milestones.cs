using CaseFlow.Domain.Cases;
using CaseFlow.Host.Ui;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Portal;

/// <summary>Says what has happened in the member's words.</summary>
internal static class Milestones
{
    public static TimelineView Of(CaseForMember view, IStringLocalizer<Texts> texts) =>
        new([
            .. view
                .Happened.Reverse()
                .Select(m => new TimelineEntry(m.At, texts[$"Happened.{m.Code}"], Icon(m.Code), Tone(m.Code))),
        ]);

    private static string Icon(string code) =>
        code switch
        {
            "happened.opened" => "send-check",
            "happened.received" => "person-check",
            "happened.items-requested" => "list-check",
            "happened.items-supplied" => "file-earmark-plus",
            "happened.matched" => "check2-square",
            "happened.clarified" or "happened.study-explained" => "chat-left-text",
            "happened.signed" => "pen",
            "happened.referred" => "people",
            "happened.replied" => "envelope-open",
            "happened.registered" => "clipboard-check",
            "happened.delivered" => "box-seam",
            "happened.confirmed" => "hand-thumbs-up",
            "happened.withdrawn" => "arrow-counterclockwise",
            _ => "archive",
        };

    private static Tone Tone(string code) =>
        code switch
        {
            "happened.items-requested" => Ui.Tone.Warning,
            "happened.replied" or "happened.referred" => Ui.Tone.Info,
            "happened.signed" or "happened.delivered" or "happened.confirmed" or "happened.registered" =>
                Ui.Tone.Success,
            _ => Ui.Tone.Neutral,
        };
}
