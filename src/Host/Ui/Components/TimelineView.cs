using CaseFlow.Domain.Calendars;

namespace CaseFlow.Host.Ui;

/// <summary>One thing that happened, told in one sentence.</summary>
/// <param name="Icon">Name of an icon.</param>
public sealed record TimelineEntry(
    DateTimeOffset At,
    string Sentence,
    string Icon = "circle-fill",
    Tone Tone = Tone.Neutral,
    string? Actor = null,
    string? Clause = null,
    string? Detail = null
);

/// <summary>What happened, day by day; draw with <c>&lt;partial name="_Timeline" model="timeline" /&gt;</c>.</summary>
/// <param name="Entries">In the order to show them.</param>
public sealed record TimelineView(IReadOnlyList<TimelineEntry> Entries)
{
    public IEnumerable<IGrouping<CalendarDate, TimelineEntry>> Days => Entries.GroupBy(e => CalendarDate.At(e.At));
}
