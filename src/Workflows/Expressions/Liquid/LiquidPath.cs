namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>A field that a template reads, named from the values it is rendered with.</summary>
/// <remarks>
/// Loop variables, assigned names and captures are resolved: with <c>{% for item in missing %}{{ item.label }}</c> the
/// second path is <c>missing[].label</c>. An element picked by number, by a filter or by a name known only when
/// rendering is <c>[]</c>; <c>.first</c>, <c>.last</c> and <c>.size</c> stay as written, since objects may have such members.
/// </remarks>
/// <param name="Text">Names joined by dots, elements as <c>[]</c>, e.g. <c>decision.reasons[].text</c>.</param>
/// <param name="Segments">The names one by one; an element is the segment <c>[]</c>.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public sealed record LiquidPath(string Text, IReadOnlyList<string> Segments, int Line, int Column)
{
    /// <summary>The segment that stands for any element of a list or any member of an object.</summary>
    public const string AnyElement = "[]";
}
