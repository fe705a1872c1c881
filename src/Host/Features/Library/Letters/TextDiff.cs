using System.Text.RegularExpressions;

namespace CaseFlow.Host.Features.Library.Letters;

public enum DiffKind
{
    Same,
    Removed,
    Added,

    /// <summary>Lines that did not change and are left out.</summary>
    Gap,
}

/// <param name="Changed">Whether this part of a changed line is what changed in it.</param>
public sealed record DiffWord(string Text, bool Changed);

/// <param name="Number">Line in the text it stands in, from 1; of a gap how many lines it leaves out.</param>
public sealed record DiffLine(DiffKind Kind, int Number, IReadOnlyList<DiffWord> Words);

/// <summary>What changed between two texts: line by line, and within a line word by word.</summary>
public static partial class TextDiff
{
    // Beyond this many comparisons the whole is called changed: right, if not helpful, and never slow.
    private const long MostWork = 4_000_000;
    private const int Context = 2;

    /// <summary>The changed lines with a few around them; empty when nothing changed.</summary>
    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        if (before == after)
            return [];
        var (old, now) = (before.TrimEnd('\n').Split('\n'), after.TrimEnd('\n').Split('\n'));
        return Folded(Lines(old, now));
    }

    private static List<DiffLine> Lines(string[] old, string[] now)
    {
        var lines = new List<DiffLine>();
        var (i, j) = (0, 0);
        foreach (var (atOld, atNow) in Common(old, now).Append((old.Length, now.Length)))
        {
            Changed(old[i..atOld], now[j..atNow], i, j, lines);
            if (atOld < old.Length)
                lines.Add(new DiffLine(DiffKind.Same, atNow + 1, [new DiffWord(old[atOld], false)]));
            (i, j) = (atOld + 1, atNow + 1);
        }
        return lines;
    }

    private static void Changed(string[] old, string[] now, int i, int j, List<DiffLine> lines)
    {
        for (var n = 0; n < old.Length; n++)
            lines.Add(new DiffLine(DiffKind.Removed, i + n + 1, Words(old[n], now.ElementAtOrDefault(n))));
        for (var n = 0; n < now.Length; n++)
            lines.Add(new DiffLine(DiffKind.Added, j + n + 1, Words(now[n], old.ElementAtOrDefault(n))));
    }

    /// <summary>The words of a line, marked where the other line does not have them.</summary>
    private static List<DiffWord> Words(string line, string? other)
    {
        var words = Word().Matches(line).Select(m => m.Value).ToArray();
        if (other is null)
            return [new DiffWord(line, true)];
        var kept = Common(words, [.. Word().Matches(other).Select(m => m.Value)]).Select(c => c.Old).ToHashSet();
        var result = new List<DiffWord>();
        for (var n = 0; n < words.Length; n++)
        {
            var changed = !kept.Contains(n);
            if (result.Count > 0 && result[^1].Changed == changed)
                result[^1] = result[^1] with { Text = result[^1].Text + words[n] };
            else
                result.Add(new DiffWord(words[n], changed));
        }
        return result;
    }

    private static List<DiffLine> Folded(List<DiffLine> lines)
    {
        var shown = new bool[lines.Count];
        for (var n = 0; n < lines.Count; n++)
        {
            if (lines[n].Kind == DiffKind.Same)
                continue;
            for (var near = Math.Max(0, n - Context); near <= Math.Min(lines.Count - 1, n + Context); near++)
                shown[near] = true;
        }
        var folded = new List<DiffLine>();
        for (var n = 0; n < lines.Count; n++)
        {
            if (shown[n])
                folded.Add(lines[n]);
            else if (folded.Count > 0 && folded[^1].Kind == DiffKind.Gap)
                folded[^1] = folded[^1] with { Number = folded[^1].Number + 1 };
            else
                folded.Add(new DiffLine(DiffKind.Gap, 1, []));
        }
        return folded;
    }

    /// <summary>The longest run of items that both have in this order, as pairs of places.</summary>
    private static List<(int Old, int Now)> Common(string[] old, string[] now)
    {
        var (head, tail) = (0, 0);
        while (head < old.Length && head < now.Length && old[head] == now[head])
            head++;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;
        var common = Enumerable.Range(0, head).Select(n => (n, n)).ToList();
        common.AddRange(Middle(old[head..^tail], now[head..^tail]).Select(c => (c.Old + head, c.Now + head)));
        common.AddRange(Enumerable.Range(0, tail).Reverse().Select(n => (old.Length - 1 - n, now.Length - 1 - n)));
        return common;
    }

    private static IEnumerable<(int Old, int Now)> Middle(string[] old, string[] now)
    {
        if ((long)old.Length * now.Length is 0 or > MostWork)
            yield break;
        var longest = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        for (var j = now.Length - 1; j >= 0; j--)
            longest[i, j] =
                old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        for (var (i, j) = (0, 0); i < old.Length && j < now.Length; )
        {
            if (old[i] == now[j])
                yield return (i++, j++);
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Word();
}
