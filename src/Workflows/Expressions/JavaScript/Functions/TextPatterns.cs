using System.Text.RegularExpressions;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Methods of texts that take a text or a regular expression to look for.</summary>
internal static partial class TextPatterns
{
    public static object? Match(Run run, string text, object?[] arguments)
    {
        var regex = RegexMethods.From(run, arguments.At(0));
        if (!regex.Compiled.IsGlobal)
        {
            return RegexMethods.Exec(run, regex, text);
        }

        regex.LastIndex = 0;
        var found = All(run, regex.Compiled, text).Select(m => (object?)m.Value).ToList();
        return found.Count == 0 ? null : new JsArray(found);
    }

    public static object? MatchAll(Run run, string text, object?[] arguments)
    {
        if (arguments.At(0) is JsRegex { Compiled.IsGlobal: false })
        {
            throw run.TypeError("matchAll needs a regular expression with the flag g");
        }

        var compiled = arguments.At(0) is JsRegex given
            ? given.Compiled
            : RegexMethods.From(run, arguments.At(0), "g").Compiled;
        return new JsIterator(
            All(run, compiled, text).Select(m => (object?)RegexMethods.Result(run, compiled, m, text))
        );
    }

    public static object? Search(Run run, string text, object?[] arguments) =>
        (double)(RegexMethods.From(run, arguments.At(0)).Compiled.Find(run, text, 0)?.Index ?? -1);

    public static object? Split(Run run, string text, object?[] arguments)
    {
        var limit = ReferenceEquals(arguments.At(1), Special.Undefined)
            ? uint.MaxValue
            : Operators.ToInteger(run, arguments.At(1));
        IEnumerable<object?> pieces = arguments.At(0) switch
        {
            Special => [text],
            JsRegex regex => SplitByRegex(run, regex.Compiled, text),
            var separator => SplitByText(run, text, Operators.ToText(run, separator)),
        };
        run.ChargeText(text.Length);
        var result = new JsArray();
        foreach (var piece in pieces)
        {
            if (result.Count >= limit)
            {
                break;
            }

            run.Charge();
            result.Items.Add(piece);
            run.CheckItems(result.Count);
        }

        return result;
    }

    private static IEnumerable<object?> SplitByText(Run run, string text, string separator)
    {
        if (separator.Length == 0)
        {
            foreach (var c in text)
            {
                yield return CharacterText.Of(c);
            }

            yield break;
        }

        var from = 0;
        for (int at; (at = TextSearch.Find(run, text, separator, from)) >= 0; from = at + separator.Length)
        {
            yield return text[from..at];
        }

        yield return text[from..];
    }

    private static IEnumerable<object?> SplitByRegex(Run run, CompiledRegex compiled, string text)
    {
        if (text.Length == 0)
        {
            if (compiled.Find(run, text, 0) is null)
            {
                yield return text;
            }

            yield break;
        }

        var from = 0;
        foreach (var match in All(run, compiled, text))
        {
            // An empty match splits between characters, but neither at the end nor where the last piece ended.
            if (match.Index >= text.Length || (match.Length == 0 && match.Index == from))
            {
                continue;
            }

            yield return text[from..match.Index];
            for (var group = 1; group < match.Groups.Count; group++)
            {
                yield return RegexMethods.Group(match, group);
            }

            from = match.Index + match.Length;
        }

        yield return text[from..];
    }

    /// <summary>All matches one after the other; after an empty one the search goes on at the next character.</summary>
    private static IEnumerable<Match> All(Run run, CompiledRegex compiled, string text)
    {
        var from = 0;
        while (compiled.Find(run, text, from) is { } match)
        {
            yield return match;
            from = match.Length == 0 ? match.Index + 1 : match.Index + match.Length;
        }
    }

    private readonly record struct Found(int Index, int Length, Match? Match);
}
