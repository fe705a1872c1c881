using CaseFlow.Domain.Calendars;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Letters;

/// <summary>How one letter is rendered. Kept with the issued letter, so that it renders again byte for byte.</summary>
/// <param name="Reader">How the addressee sees dates and digits; its language has to be the letter's.</param>
/// <param name="Now">What <c>'now'</c> stands for in a template; letters date themselves by <c>letter.date</c>.</param>
public sealed record LetterSettings(CalendarText Reader, DateTimeOffset Now)
{
    /// <summary>What the rendering may use up.</summary>
    public ExpressionLimits Limits { get; init; } = ExpressionLimits.Default;
}

/// <summary>A finished letter.</summary>
/// <param name="Subject">One line of plain text.</param>
/// <param name="Html">A whole page that needs nothing from elsewhere.</param>
/// <param name="Text">The same in plain text, for mail readers and short messages; of a notice the body alone.</param>
public sealed record RenderedLetter(string Subject, string Html, string Text);
