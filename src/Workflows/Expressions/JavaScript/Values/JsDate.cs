using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>A moment: milliseconds since 1970 in UTC, or NaN for an invalid date.</summary>
internal sealed class JsDate(double time) : JsObject
{
    public double Time { get; set; } = time;

    public override string Kind => "Date";

    public override FrozenDictionary<string, NativeFunction> Methods => DateMethods.Table;
}
