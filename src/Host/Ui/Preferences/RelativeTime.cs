using CaseFlow.Domain.Calendars;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Ui;

/// <summary>"In 3 days", "yesterday", "2 hours ago". Days are calendar days in Riyadh, as people count them.</summary>
internal static class RelativeTime
{
    public static string Say(DateTimeOffset instant, DateTimeOffset now, IStringLocalizer texts, Reader reader)
    {
        var days = CalendarDate.At(instant).Day.DayNumber - CalendarDate.At(now).Day.DayNumber;
        var tense = instant >= now ? "In" : "Ago";
        return days switch
        {
            0 => WithinTheDay(instant - now, tense, texts, reader),
            1 => texts["Relative.Tomorrow"],
            -1 => texts["Relative.Yesterday"],
            _ => reader.Counted(texts, $"Relative.{tense}.Days", Math.Abs(days)),
        };
    }

    private static string WithinTheDay(TimeSpan distance, string tense, IStringLocalizer texts, Reader reader)
    {
        var minutes = (int)Math.Abs(distance.TotalMinutes);
        return minutes switch
        {
            < 1 => texts["Relative.Now"],
            < 60 => reader.Counted(texts, $"Relative.{tense}.Minutes", minutes),
            _ => reader.Counted(texts, $"Relative.{tense}.Hours", minutes / 60),
        };
    }
}
