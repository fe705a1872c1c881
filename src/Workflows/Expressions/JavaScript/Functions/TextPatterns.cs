using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Methods of texts that take a text or a regular expression to look for.</summary>
internal static class TextPatterns
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

    public static object? Replace(Run run, string text, object?[] arguments, bool all)
    {
        var (found, compiled) = arguments.At(0) switch
        {
            JsRegex { Compiled.IsGlobal: false } when all => throw run.TypeError(
                "replaceAll needs a regular expression with the flag g"
            ),
            JsRegex regex => (ByRegex(run, regex, text), regex.Compiled),
            var needle => (ByText(run, text, Operators.ToText(run, needle), all), null),
        };
        var replacement = arguments.At(1) as JsFunction;
        var template = replacement is null ? Operators.ToText(run, arguments.At(1)) : "";
        var result = new StringBuilder();
        var end = 0;
        foreach (var place in found.ToList())
        {
            var inserted = replacement is not null
                ? Operators.ToText(
                    run,
                    run.Call(replacement, Special.Undefined, CallbackArguments(place, text, compiled))
                )
                : Expand(run, template, place, text, compiled);
            run.ChargeText(inserted.Length);
            run.CheckText((long)result.Length + inserted.Length + text.Length - end);
            result.Append(text, end, place.Index - end).Append(inserted);
            end = place.Index + place.Length;
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

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

    private static IEnumerable<Found> ByRegex(Run run, JsRegex regex, string text)
    {
        var first = regex.Compiled.IsGlobal ? All(run, regex.Compiled, text) : All(run, regex.Compiled, text).Take(1);
        regex.LastIndex = 0;
        return first.Select(m => new Found(m.Index, m.Length, m));
    }

    private static IEnumerable<Found> ByText(Run run, string text, string needle, bool all)
    {
        var from = 0;
        while (from <= text.Length && TextSearch.Find(run, text, needle, from) is >= 0 and var at)
        {
            run.Charge();
            yield return new(at, needle.Length, null);
            if (!all)
            {
                break;
            }

            from = at + Math.Max(1, needle.Length);
        }
    }

    private static object?[] CallbackArguments(Found found, string text, CompiledRegex? compiled)
    {
        var groups = Enumerable.Range(1, compiled?.GroupCount ?? 0).Select(g => RegexMethods.Group(found.Match!, g));
        List<object?> result = [text.Substring(found.Index, found.Length), .. groups, (double)found.Index, text];
        if (compiled is { GroupNames.Count: > 0 })
        {
            result.Add(RegexMethods.NamedGroups(compiled, found.Match!));
        }

        return [.. result];
    }

    /// <summary>Puts in what <c>$1</c>, <c>$&amp;</c> and their like stand for.</summary>
    private static string Expand(Run run, string template, Found found, string text, CompiledRegex? compiled)
    {
        if (!template.Contains('$', StringComparison.Ordinal))
        {
            return template;
        }

        var result = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var next = template[i] == '$' && i + 1 < template.Length ? template[i + 1] : '\0';
            var (inserted, length) = next switch
            {
                '$' => ("$", 2),
                '&' => (text.Substring(found.Index, found.Length), 2),
                '`' => (text[..found.Index], 2),
                '\'' => (text[(found.Index + found.Length)..], 2),
                '<' when compiled is { GroupNames.Count: > 0 } => ExpandName(template, i, found, compiled),
                >= '0' and <= '9' when compiled is not null => ExpandNumber(template, i, found, compiled),
                _ => (template[i].ToString(), 1),
            };
            run.ChargeText(inserted.Length);
            run.CheckText((long)result.Length + inserted.Length);
            result.Append(inserted);
            i += length - 1;
        }

        return result.ToString();
    }

    private static (string, int) ExpandNumber(string template, int at, Found found, CompiledRegex compiled)
    {
        foreach (var digits in new[] { 2, 1 })
        {
            if (
                at + digits < template.Length
                && int.TryParse(
                    template.AsSpan(at + 1, digits),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && number >= 1
                && number <= compiled.GroupCount
            )
            {
                return (found.Match!.Groups[number].Value, digits + 1);
            }
        }

        return ("$", 1);
    }

    private static (string, int) ExpandName(string template, int at, Found found, CompiledRegex compiled)
    {
        var end = template.IndexOf('>', at);
        if (end < 0)
        {
            return ("$", 1);
        }

        var name = template[(at + 2)..end];
        var group = compiled.GroupNames.FirstOrDefault(g => g.Name == name).Number;
        return (group == 0 ? "" : found.Match!.Groups[group].Value, end - at + 1);
    }
}
