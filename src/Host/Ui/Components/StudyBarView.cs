using System.Globalization;

namespace CaseFlow.Host.Ui;

/// <summary>A time during which the study clock stood still; without an end it still does.</summary>
public sealed record StudyPause(DateTimeOffset From, DateTimeOffset? To, string? Why = null);

/// <summary>
/// The committee's study as a bar: from the start over the floor, before which nobody may answer, to the target. Draw with
/// <c>&lt;partial name="_StudyBar" model="bar" /&gt;</c>; the same facts stand below it as a list.
/// </summary>
/// <param name="Floor">The earliest moment of a reply (P59).</param>
/// <param name="Target">When the society means to have answered; null when it set itself none.</param>
public sealed record StudyBarView(
    DateTimeOffset Start,
    DateTimeOffset Floor,
    DateTimeOffset? Target,
    DateTimeOffset Now,
    IReadOnlyList<StudyPause> Pauses
)
{
    public bool FloorPassed => Now >= Floor;

    public bool Overdue => Target is { } target && Now > target;

    private DateTimeOffset End
    {
        get
        {
            var last = new[] { Floor, Target ?? Floor, Now }.Max();
            return last + (last - Start) * 0.04;
        }
    }

    /// <summary>Where a moment stands on the bar, in percent from the side where the reader starts.</summary>
    public double Place(DateTimeOffset moment)
    {
        var share = (moment - Start) / (End - Start);
        return Math.Round(Math.Clamp(share, 0, 1) * 100, 2);
    }

    /// <summary>Offset of a stretch from the drawing's own start, which does not turn with the page's direction.</summary>
    public string X(DateTimeOffset from, DateTimeOffset to, bool rightToLeft) =>
        Percent(rightToLeft ? 100 - Place(to) : Place(from));

    public string X(DateTimeOffset moment, bool rightToLeft) => X(moment, moment, rightToLeft);

    public string Width(DateTimeOffset from, DateTimeOffset to) => Percent(Math.Max(0, Place(to) - Place(from)));

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
