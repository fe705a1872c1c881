using System.Text.RegularExpressions;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>
/// A regular expression made ready, on the engine that never goes back: its time grows with the length of the text only,
/// whatever the pattern. Thread-safe.
/// </summary>
internal sealed class CompiledRegex
{
    private readonly Regex regex;
    private readonly int weight;

    private CompiledRegex(string source, string flags, Regex regex, RegexTranslation translation)
    {
        Source = source;
        Flags = flags;
        this.regex = regex;
        weight = translation.Weight;
        GroupNames = translation.GroupNames;
        GroupCount = translation.GroupCount;
    }

    public string Source { get; }

    public string Flags { get; }

    public bool IsGlobal => Flags.Contains('g', StringComparison.Ordinal);

    /// <summary>Groups, without the whole match.</summary>
    public int GroupCount { get; }

    /// <summary>Numbers of the groups that have names, in order.</summary>
    public IReadOnlyList<(string Name, int Number)> GroupNames { get; }

    /// <exception cref="RegexRefusal">Pattern or flags are wrong or not supported.</exception>
    public static CompiledRegex Create(string pattern, string flags)
    {
        if (
            flags.Distinct().Count() != flags.Length
            || flags.Any(f => !"dgimsuvy".Contains(f, StringComparison.Ordinal))
        )
        {
            throw new RegexRefusal("regex", $"Invalid regular expression flags '{flags}'.");
        }

        if (flags.FirstOrDefault(f => !"gims".Contains(f, StringComparison.Ordinal)) is var other and not '\0')
        {
            throw new RegexRefusal("unsupported.regex-flag", $"The flag {other} is not supported; g, i, m and s are.");
        }

        var translation = new RegexTranslator(pattern, flags).Translate();
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        options |= flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : 0;
        options |= flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : 0;
        try
        {
            var sorted = string.Concat(flags.Order());
            return new(pattern, sorted, new Regex(translation.Pattern, options), translation);
        }
        catch (ArgumentException)
        {
            throw new RegexRefusal("regex", $"Invalid regular expression /{pattern}/.");
        }
        catch (NotSupportedException)
        {
            throw new RegexRefusal("regex-too-large", $"The regular expression /{pattern}/ is too large.");
        }
    }

    /// <summary>The first match at or after a place; null when there is none.</summary>
    public Match? Find(Run run, string text, int from)
    {
        if (from > text.Length)
        {
            return null;
        }

        // A search may look at the whole rest before it knows, and a large pattern looks longer at each character.
        var effort = 1 + weight / 32;
        run.Charge(1 + (long)(text.Length - from) * effort / 256);
        var match = regex.Match(text, from);
        var seen = (match.Success ? match.Index + match.Length : text.Length) - from;
        run.Charge((long)seen * effort / 16);
        return match.Success ? match : null;
    }

    public override string ToString() => $"/{(Source.Length == 0 ? "(?:)" : Source)}/{Flags}";
}
