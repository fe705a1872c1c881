using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Library.Editing.Calendars;

/// <summary>The editor of a calendar: weekend, hours, and holidays typed in either calendar.</summary>
public sealed class EditModel(EditorTools tools) : EditorModel(tools)
{
    // The society's week begins on Sunday.
    private static readonly DayOfWeek[] Week = Enum.GetValues<DayOfWeek>();

    public override string Folder => "calendars";

    public override string? Preview => "/Features/Library/Editing/Calendars/_CalendarPreview.cshtml";

    /// <summary>The holidays that are typed far enough, by their days.</summary>
    public IReadOnlyList<Holiday> Holidays =>
        [
            .. (Typed["holidays"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(Read)
                .OfType<Holiday>()
                .OrderBy(h => h.From.Day),
        ];

    protected override IReadOnlyList<Part> Parts => CalendarParts.All;

    protected override IReadOnlyList<ChoiceView>? Choices(string source, JsonObject item, JsonArray? siblings) =>
        source == "days"
            ? [.. Week.Select(d => new ChoiceView($"{d}".ToLowerInvariant(), MonthNames.Weekday(d, Reader.IsArabic)))]
            : null;

    private static Holiday? Read(JsonObject typed)
    {
        var (from, to) = (SheetDays.Input(typed["from"] as JsonObject), SheetDays.Input(typed["to"] as JsonObject));
        if (!from.TryGet(out var first))
            return null;
        var name = typed["name"] as JsonObject;
        return new Holiday(
            new LocalText(Sheet.Text(name?["ar"]), Sheet.Text(name?["en"])),
            new EnteredDay(first, from.Calendar),
            to.TryGet(out var last) ? new EnteredDay(last, to.Calendar) : null
        );
    }
}
