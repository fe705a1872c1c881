using System.Globalization;
using System.Text;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>A pattern in the words of .NET; its weight is the number of its atoms with all repetitions written out.</summary>
internal sealed record RegexTranslation(
    string Pattern,
    int Weight,
    int GroupCount,
    IReadOnlyList<(string Name, int Number)> GroupNames
);

/// <summary>
/// Says a JavaScript pattern in the words of .NET, where the two differ: what a digit, a word character, a blank or a dot
/// is, and what the dollar sign means.
/// </summary>
internal sealed partial class RegexTranslator(string source, string flags)
{
    private const int MaxWeight = 1000;
    private const int MaxNesting = 30;
    private readonly StringBuilder result = new();
    private readonly List<(string Name, int Number)> groupNames = [];

    // Weights of the open groups, the innermost last.
    private readonly List<int> weights = [0];
    private int groups;
    private int i;

    public RegexTranslation Translate()
    {
        // The weight of what a quantifier would repeat; -1 when there is nothing to repeat.
        var atom = -1;
        while (i < source.Length)
        {
            atom = TranslateNext(atom);
            if (weights.Sum() > MaxWeight)
            {
                throw new RegexRefusal("regex-too-large", $"The regular expression /{source}/ is too large.");
            }
        }

        return weights.Count > 1
            ? throw Invalid("a group is never closed")
            : new(result.ToString(), weights[0], groups, groupNames);
    }

    private int TranslateNext(int atom)
    {
        var c = source[i];
        switch (c)
        {
            case '(':
                OpenGroup();
                return -1;
            case ')':
                return CloseGroup();
            case '|':
                result.Append(c);
                i++;
                return -1;
            case '^':
                result.Append(c);
                i++;
                return -1;
            case '$':
                // Without flag m it is the very end, not the end before a last line feed.
                result.Append(flags.Contains('m', StringComparison.Ordinal) ? "$" : "\\z");
                i++;
                return -1;
            case '*' or '+' or '?':
                i++;
                return Quantify(atom, c.ToString(), 1);
            case '{' when TryReadCounts(out var written, out var count):
                return Quantify(atom, written, count);
            case '[':
                i++;
                TranslateClass();
                return Atom();
            case '.':
                i++;
                result.Append(flags.Contains('s', StringComparison.Ordinal) ? "[\\s\\S]" : "[^\\n\\r\\u2028\\u2029]");
                return Atom();
            case '\\':
                i++;
                return TranslateEscape();
            default:
                i++;
                result.Append(Literal(c));
                return Atom();
        }
    }

    private int Atom()
    {
        weights[^1]++;
        return 1;
    }

    private void OpenGroup()
    {
        i++;
        if (weights.Count > MaxNesting)
        {
            throw new RegexRefusal("regex-too-large", $"The regular expression /{source}/ is nested too deeply.");
        }

        weights.Add(0);
        if (!Follows("?"))
        {
            groups++;
            result.Append('(');
        }
        else if (Follows("?:"))
        {
            i += 2;
            result.Append("(?:");
        }
        else if (Follows("?=") || Follows("?!") || Follows("?<=") || Follows("?<!"))
        {
            throw new RegexRefusal(
                "unsupported.lookaround",
                "Looking ahead or back in a regular expression is not supported; match the text around and take a group."
            );
        }
        else if (Follows("?<"))
        {
            OpenNamedGroup();
        }
        else
        {
            throw Invalid("a group begins with ?");
        }
    }

    private void OpenNamedGroup()
    {
        var end = source.IndexOf('>', i);
        var name = end < 0 ? "" : source[(i + 2)..end];
        var isName =
            name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$');
        if (!isName || groupNames.Exists(g => g.Name == name))
        {
            throw Invalid("a group needs a name of its own");
        }

        // Without the name: .NET numbers named groups after all others.
        groupNames.Add((name, ++groups));
        result.Append('(');
        i = end + 1;
    }

    private int CloseGroup()
    {
        if (weights.Count == 1)
        {
            throw Invalid("a bracket closes no group");
        }

        i++;
        result.Append(')');
        var weight = Math.Max(1, weights[^1]);
        weights.RemoveAt(weights.Count - 1);
        weights[^1] += weight;
        return weight;
    }

    private int Quantify(int atom, string written, int count)
    {
        if (atom < 0)
        {
            throw Invalid("there is nothing to repeat");
        }

        result.Append(written);
        if (Follows("?"))
        {
            result.Append('?');
            i++;
        }

        weights[^1] = (int)Math.Min(MaxWeight + 1L, weights[^1] + (long)atom * (count - 1));
        return -1;
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c>; anything else in braces stands for itself.</summary>
    private bool TryReadCounts(out string written, out int count)
    {
        (written, count) = ("", 0);
        var end = source.IndexOf('}', i);
        if (end < 0)
        {
            return false;
        }

        var parts = source[(i + 1)..end].Split(',');
        if (parts.Length > 2 || !IsCount(parts[0]) || (parts.Length == 2 && parts[1].Length > 0 && !IsCount(parts[1])))
        {
            return false;
        }

        var least = ReadCount(parts[0]);
        var most = parts.Length == 2 && parts[1].Length > 0 ? ReadCount(parts[1]) : least;
        if (most < least)
        {
            throw Invalid("the numbers in braces are out of order");
        }

        written = source[i..(end + 1)];
        count = Math.Max(1, most);
        i = end + 1;
        return true;
    }

    private static bool IsCount(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static int ReadCount(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var count) ? count : int.MaxValue;

    private bool Follows(string text) => string.CompareOrdinal(source, i, text, 0, text.Length) == 0;

    private static string Literal(char c) => char.IsLetterOrDigit(c) || c > 127 ? c.ToString() : $"\\u{(int)c:x4}";

    private RegexRefusal Invalid(string why) => new("regex", $"Invalid regular expression /{source}/: {why}.");
}
