using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>A regular expression and, with flag g, the place where its next search begins.</summary>
internal sealed class JsRegex(CompiledRegex compiled) : JsObject
{
    public CompiledRegex Compiled { get; } = compiled;

    public double LastIndex { get; set; }

    public override string Kind => "RegExp";

    public override FrozenDictionary<string, NativeFunction> Methods => RegexMethods.Table;

    public override bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "lastIndex" => LastIndex,
            "source" => Compiled.Source,
            "flags" => Compiled.Flags,
            "global" => Compiled.IsGlobal,
            "ignoreCase" => Compiled.Flags.Contains('i', StringComparison.Ordinal),
            "multiline" => Compiled.Flags.Contains('m', StringComparison.Ordinal),
            "dotAll" => Compiled.Flags.Contains('s', StringComparison.Ordinal),
            "sticky" or "unicode" or "hasIndices" => false,
            _ => Special.Undefined,
        };
        return !ReferenceEquals(value, Special.Undefined) || base.TryGet(name, out value);
    }

    public override void Set(string name, object? value)
    {
        if (name == "lastIndex")
        {
            LastIndex = value is double number
                ? Math.Clamp(double.IsNaN(number) ? 0 : Math.Truncate(number), 0, 1e9)
                : 0;
        }
        else
        {
            base.Set(name, value);
        }
    }
}
