using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Regular expressions as values: making them and their methods.</summary>
internal static class RegexMethods
{
    // Making one costs about as much as a thousand small steps.
    private const int StepsPerRegex = 1000;

    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("exec", 1, (run, self, a) => Exec(run, Self(run, self), Operators.ToText(run, a.At(0)))),
        ("test", 1, (run, self, a) => Exec(run, Self(run, self), Operators.ToText(run, a.At(0))) is not null),
        ("toString", 0, (run, self, _) => Self(run, self).Compiled.ToString())
    );

    public static readonly NativeFunction Kind = new("RegExp", 2, Make, Make);

    /// <summary>A regular expression as given, or made from a text.</summary>
    public static JsRegex From(Run run, object? value, string flags = "") =>
        value as JsRegex ?? Compile(run, value is Special ? "(?:)" : Operators.ToText(run, value), flags);

    /// <summary>The next match as a list with its place, or null.</summary>
    public static JsArray? Exec(Run run, JsRegex regex, string text)
    {
        var isGlobal = regex.Compiled.IsGlobal;
        var from = isGlobal ? (int)Math.Min(regex.LastIndex, int.MaxValue) : 0;
        var match = regex.Compiled.Find(run, text, from);
        if (isGlobal)
        {
            regex.LastIndex = match is null ? 0 : match.Index + match.Length;
        }

        return match is null ? null : Result(run, regex.Compiled, match, text);
    }

    public static JsArray Result(Run run, CompiledRegex compiled, Match match, string text)
    {
        run.ChargeText(match.Length);
        run.Charge(compiled.GroupCount);
        var groups = Enumerable.Range(1, compiled.GroupCount).Select(g => Group(match, g));
        var result = new JsArray([match.Value, .. groups]);
        result.Set("index", (double)match.Index);
        result.Set("input", text);
        result.Set("groups", compiled.GroupNames.Count > 0 ? NamedGroups(compiled, match) : Special.Undefined);
        return result;
    }

    public static object? Group(Match match, int number) =>
        match.Groups[number] is { Success: true } group ? group.Value : Special.Undefined;

    public static JsObject NamedGroups(CompiledRegex compiled, Match match)
    {
        var result = new JsObject();
        foreach (var (name, number) in compiled.GroupNames)
        {
            result.Set(name, Group(match, number));
        }

        return result;
    }

    private static JsRegex Make(Run run, object? self, object?[] arguments)
    {
        var given = arguments.At(0) as JsRegex;
        var flags = ReferenceEquals(arguments.At(1), Special.Undefined)
            ? given?.Compiled.Flags ?? ""
            : Operators.ToText(run, arguments.At(1));
        return given is not null
            ? Compile(run, given.Compiled.Source, flags)
            : From(run, Operators.ToText(run, arguments.At(0) is Special ? "(?:)" : arguments.At(0)), flags);
    }

    private static JsRegex Compile(Run run, string pattern, string flags)
    {
        run.Charge(StepsPerRegex);
        try
        {
            return new(CompiledRegex.Create(pattern, flags));
        }
        catch (RegexRefusal refusal)
        {
            throw run.Error("SyntaxError", refusal.Message);
        }
    }

    private static JsRegex Self(Run run, object? self) =>
        self as JsRegex ?? throw run.TypeError("A method of regular expressions was called on something else");
}
