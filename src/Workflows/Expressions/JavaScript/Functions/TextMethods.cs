using System.Collections.Frozen;
using System.Globalization;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Methods of texts.</summary>
internal static class TextMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("at", 1, On((run, text, a) => At(text, Operators.ToInteger(run, a.At(0))))),
        ("charAt", 1, On((run, text, a) => CharAt(text, Operators.ToInteger(run, a.At(0))))),
        ("charCodeAt", 1, On((run, text, a) => CodeAt(text, Operators.ToInteger(run, a.At(0))) ?? double.NaN)),
        ("codePointAt", 1, On((run, text, a) => PointAt(text, Operators.ToInteger(run, a.At(0))))),
        (
            "concat",
            1,
            On(
                (run, text, a) =>
                    a.Aggregate(text, (all, next) => Operators.Join(run, all, Operators.ToText(run, next)))
            )
        ),
        ("endsWith", 1, On(TextSearch.EndsWith)),
        (
            "includes",
            1,
            On(
                (run, text, a) =>
                    TextSearch.Find(run, text, TextSearch.Needle(run, a, "includes"), From(run, text, a)) >= 0
            )
        ),
        (
            "indexOf",
            1,
            On((run, text, a) => (double)TextSearch.Find(run, text, Operators.ToText(run, a.At(0)), From(run, text, a)))
        ),
        ("lastIndexOf", 1, On(TextSearch.LastIndexOf)),
        ("localeCompare", 1, On(LocaleCompare)),
        ("match", 1, On(TextPatterns.Match)),
        ("matchAll", 1, On(TextPatterns.MatchAll)),
        ("padEnd", 2, On((run, text, a) => text + Padding(run, text, a))),
        ("padStart", 2, On((run, text, a) => Padding(run, text, a) + text)),
        ("repeat", 1, On(Repeat)),
        ("replace", 2, On((run, text, a) => TextPatterns.Replace(run, text, a, all: false))),
        ("replaceAll", 2, On((run, text, a) => TextPatterns.Replace(run, text, a, all: true))),
        ("search", 1, On(TextPatterns.Search)),
        ("slice", 2, On(Slice)),
        ("split", 2, On(TextPatterns.Split)),
        ("startsWith", 1, On(TextSearch.StartsWith)),
        ("substr", 2, On(Substr)),
        ("substring", 2, On(Substring)),
        ("toLowerCase", 0, Through(LetterCase.Lower)),
        ("toString", 0, On((_, text, _) => text)),
        ("toUpperCase", 0, Through(LetterCase.Upper)),
        ("trim", 0, Through(NumberText.Trim)),
        ("trimEnd", 0, Through(NumberText.TrimEnd)),
        ("trimStart", 0, Through(NumberText.TrimStart)),
        ("valueOf", 0, On((_, text, _) => text))
    );

    /// <summary>A place given by a script as a place in the text.</summary>
    public static int Clamp(double index, int length) => (int)Math.Clamp(index, 0, length);

    /// <summary>As <see cref="Clamp"/>, but negative places count from the end, and a missing one is the given default.</summary>
    public static int Relative(Run run, object? value, int length, int missing)
    {
        if (ReferenceEquals(value, Special.Undefined))
        {
            return missing;
        }

        var index = Operators.ToInteger(run, value);
        return Clamp(index < 0 ? length + index : index, length);
    }

    private static Native On(Func<Run, string, object?[], object?> method) =>
        (run, self, arguments) =>
        {
            if (Operators.IsMissing(self))
            {
                throw run.TypeError("A text method was called on undefined or null");
            }

            var text = self as string ?? Operators.ToText(run, self);
            var result = method(run, text, arguments);
            if (result is string made)
            {
                run.ChargeText(made.Length);
            }

            return result;
        };

    /// <summary>As <see cref="On"/>, for methods that go through the whole text whatever comes of it.</summary>
    private static Native Through(Func<string, string> method) =>
        On(
            (run, text, _) =>
            {
                run.ChargeText(text.Length);
                return method(text);
            }
        );

    private static int From(Run run, string text, object?[] arguments) =>
        Clamp(Operators.ToInteger(run, arguments.At(1)), text.Length);

    private static object At(string text, double index)
    {
        index = index < 0 ? text.Length + index : index;
        return index >= 0 && index < text.Length ? CharacterText.Of(text[(int)index]) : Special.Undefined;
    }

    private static string CharAt(string text, double index) =>
        index >= 0 && index < text.Length ? CharacterText.Of(text[(int)index]) : "";

    private static double? CodeAt(string text, double index) =>
        index >= 0 && index < text.Length ? text[(int)index] : null;

    private static object PointAt(string text, double index)
    {
        if (CodeAt(text, index) is not { } code)
        {
            return Special.Undefined;
        }

        var i = (int)index;
        return i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])
            ? (double)char.ConvertToUtf32(text[i], text[i + 1])
            : code;
    }

    private static string Padding(Run run, string text, object?[] arguments)
    {
        var target = Operators.ToInteger(run, arguments.At(0));
        var filler = ReferenceEquals(arguments.At(1), Special.Undefined) ? " " : Operators.ToText(run, arguments.At(1));
        if (target <= text.Length || filler.Length == 0)
        {
            return "";
        }

        run.ChargeText(target > long.MaxValue / 2 ? long.MaxValue / 2 : (long)target);
        var missing = (int)target - text.Length;
        return string.Create(
            missing,
            filler,
            static (span, filler) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = filler[i % filler.Length];
                }
            }
        );
    }

    private static string Repeat(Run run, string text, object?[] arguments)
    {
        var count = Operators.ToInteger(run, arguments.At(0));
        if (count < 0 || double.IsInfinity(count))
        {
            throw run.RangeError($"Invalid count value: {NumberText.Of(count)}");
        }

        if (text.Length == 0)
        {
            return "";
        }

        run.ChargeText((long)Math.Min(count * text.Length, long.MaxValue / 2));
        return new System.Text.StringBuilder().Insert(0, text, (int)count).ToString();
    }

    private static string Slice(Run run, string text, object?[] arguments)
    {
        var from = Relative(run, arguments.At(0), text.Length, 0);
        var to = Relative(run, arguments.At(1), text.Length, text.Length);
        return from < to ? text[from..to] : "";
    }

    private static string Substring(Run run, string text, object?[] arguments)
    {
        var a = Clamp(Operators.ToInteger(run, arguments.At(0)), text.Length);
        var b = ReferenceEquals(arguments.At(1), Special.Undefined)
            ? text.Length
            : Clamp(Operators.ToInteger(run, arguments.At(1)), text.Length);
        return text[Math.Min(a, b)..Math.Max(a, b)];
    }

    private static string Substr(Run run, string text, object?[] arguments)
    {
        var from = Relative(run, arguments.At(0), text.Length, 0);
        var length = ReferenceEquals(arguments.At(1), Special.Undefined)
            ? text.Length
            : Operators.ToInteger(run, arguments.At(1));
        return text.Substring(from, Clamp(length, text.Length - from));
    }

    private static object? LocaleCompare(Run run, string text, object?[] arguments)
    {
        if (arguments.Length > 1)
        {
            throw run.TypeError("localeCompare with a language is not supported; leave the language out");
        }

        var other = Operators.ToText(run, arguments.At(0));
        run.Charge((text.Length + other.Length) / 8);
        return (double)Math.Sign(CultureInfo.InvariantCulture.CompareInfo.Compare(text, other));
    }
}
