using System.Globalization;
using CaseFlow.Domain.Calendars;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseFlow.Host.Ui;

/// <summary>
/// <c>&lt;both-dates value="…" /&gt;</c> for a <see cref="DateTimeOffset"/> or <see cref="DateOnly"/>: the reader's calendar
/// first, the other one quieter behind it; <c>time="true"</c> adds the clock in Riyadh, <c>relative="true"</c> the distance.
/// </summary>
[HtmlTargetElement("both-dates", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BothDatesTagHelper(Reader reader) : TagHelper
{
    public object? Value { get; set; }

    public bool Time { get; set; }

    public bool Relative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (date, instant) = Value switch
        {
            DateTimeOffset moment => (CalendarDate.At(moment), moment),
            DateOnly day => (new CalendarDate(day), (DateTimeOffset?)null),
            CalendarDate day => (day, null),
            null => (default, null),
            _ => throw new ArgumentException($"both-dates shows dates and moments, not {Value.GetType().Name}."),
        };
        if (Value is null)
        {
            output.TagName = "span";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Content.SetContent("—");
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        Machine.Class(output, "both-dates");
        output.Attributes.SetAttribute("datetime", instant is { } at ? Machine.Instant(at) : date.ToString());
        Write(output, date, instant);
    }

    private void Write(TagHelperOutput output, CalendarDate date, DateTimeOffset? instant)
    {
        var text = reader.Preferences.CalendarText;
        var (first, second) =
            text.First == CalendarKind.Hijri
                ? (text.Hijri(date), text.Gregorian(date))
                : (text.Gregorian(date), text.Hijri(date));
        output.Content.AppendHtml("<bdi class=\"date-first\">").Append(first).AppendHtml("</bdi>");
        if (second != first)
        {
            // Where the second date goes to a line of its own, it does not begin with the mark between them.
            output.Content.Append("\u00A0·").AppendHtml(" <bdi class=\"date-second\">").Append(second);
            output.Content.AppendHtml("</bdi>");
        }

        if (Time && instant is { } moment)
        {
            output.Content.AppendHtml(" <bdi class=\"date-time\">").Append(text.Time(moment)).AppendHtml("</bdi>");
        }

        if (Relative && instant is { } distant)
        {
            output.Content.AppendHtml(" <span class=\"relative-time\">").Append(reader.Relative(distant));
            output.Content.AppendHtml("</span>");
        }
    }
}

/// <summary><c>&lt;relative-time value="…" /&gt;</c>: "in 3 days", with both dates when pointed at. Use beside a date.</summary>
[HtmlTargetElement("relative-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RelativeTimeTagHelper(Reader reader) : TagHelper
{
    public required DateTimeOffset Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        Machine.Class(output, "relative-time");
        output.Attributes.SetAttribute("datetime", Machine.Instant(Value));
        output.Attributes.SetAttribute("title", $"{reader.Date(Value)} {reader.Time(Value)}");
        output.Content.SetContent(reader.Relative(Value));
    }
}

/// <summary>What tag helpers share: forms that machines read, and classes added to those of the author.</summary>
internal static class Machine
{
    public static string Instant(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static void Class(TagHelperOutput output, string name)
    {
        var authors = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", $"{name} {authors}".TrimEnd());
    }
}
