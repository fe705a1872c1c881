using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Replacing, and what a replacement text stands for.</summary>
internal static partial class TextPatterns
{
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
