namespace CaseFlow.Workflows.Expressions.Liquid.Parsing;

internal enum PieceKind
{
    Text,
    Output,
    Tag,
}

/// <summary>
/// A stretch of the source, end exclusive: plain text, or what stands between the braces. The offset is where it begins
/// with its braces; problems point there.
/// </summary>
internal readonly record struct Piece(PieceKind Kind, int Start, int End, int Offset);

/// <summary>
/// First stage: cuts a template into pieces, applies whitespace control, drops comments and keeps raw text as text.
/// Braces inside quoted texts do not end a tag.
/// </summary>
internal sealed class TemplateScanner(string source, ProblemList problems)
{
    private readonly List<Piece> pieces = [];
    private int position;
    private bool trimNextText;

    public List<Piece> Scan()
    {
        while (NextOpening() is var open and >= 0)
        {
            var isTag = source[open + 1] == '%';
            var start = open + 2;
            var trimBefore = start < source.Length && source[start] == '-';
            start += trimBefore ? 1 : 0;
            AddText(position, open, trimBefore);

            var close = FindClose(start, isTag ? "%}" : "}}");
            if (close < 0)
            {
                problems.Add("liquid.unclosed", isTag ? "This '{%' has no '%}'." : "This '{{' has no '}}'.", open);
                position = source.Length;
                return pieces;
            }

            trimNextText = close > start && source[close - 1] == '-';
            position = close + 2;
            var piece = new Piece(
                isTag ? PieceKind.Tag : PieceKind.Output,
                start,
                trimNextText ? close - 1 : close,
                open
            );
            if (!isTag || !SkipComment(piece) && !TakeRaw(piece))
            {
                pieces.Add(piece);
            }
        }

        AddText(position, source.Length, false);
        return pieces;
    }

    private int NextOpening()
    {
        for (var i = source.IndexOf('{', position); i >= 0 && i + 1 < source.Length; i = source.IndexOf('{', i + 1))
        {
            if (source[i + 1] is '{' or '%')
            {
                return i;
            }
        }

        return -1;
    }

    private void AddText(int start, int end, bool trimEnd)
    {
        while (trimNextText && start < end && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        while (trimEnd && end > start && char.IsWhiteSpace(source[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            pieces.Add(new Piece(PieceKind.Text, start, end, start));
        }
    }

    private int FindClose(int start, string closing)
    {
        if (IsLineComment(start))
        {
            return source.IndexOf(closing, start, StringComparison.Ordinal);
        }

        for (var i = start; i < source.Length; i++)
        {
            if (source[i] is '"' or '\'')
            {
                // A quote without a partner is an ordinary character here; the lexer reports it at its place.
                var partner = source.IndexOf(source[i], i + 1);
                i = partner < 0 ? i : partner;
            }
            else if (source[i] == closing[0] && i + 1 < source.Length && source[i + 1] == closing[1])
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsLineComment(int start)
    {
        while (start < source.Length && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        return start < source.Length && source[start] == '#';
    }

    private bool SkipComment(Piece piece)
    {
        if (IsLineComment(piece.Start))
        {
            return true;
        }

        if (!Is(piece, "comment"))
        {
            return false;
        }

        if (FindEnd("endcomment", piece) is { } end)
        {
            position = end.After;
            trimNextText = end.TrimAfter;
        }

        return true;
    }

    private bool TakeRaw(Piece piece)
    {
        if (!Is(piece, "raw"))
        {
            return false;
        }

        if (FindEnd("endraw", piece) is { } end)
        {
            AddText(position, end.Before, end.TrimBefore);
            position = end.After;
            trimNextText = end.TrimAfter;
        }

        return true;
    }

    private bool Is(Piece piece, string name) => source.AsSpan()[piece.Start..piece.End].Trim().SequenceEqual(name);

    private (int Before, int After, bool TrimBefore, bool TrimAfter)? FindEnd(string name, Piece opening)
    {
        for (
            var open = source.IndexOf("{%", position, StringComparison.Ordinal);
            open >= 0;
            open = source.IndexOf("{%", open + 2, StringComparison.Ordinal)
        )
        {
            var i = open + 2;
            var trimBefore = i < source.Length && source[i] == '-';
            i = SkipBlanks(trimBefore ? i + 1 : i);
            if (string.CompareOrdinal(source, i, name, 0, name.Length) != 0)
            {
                continue;
            }

            i = SkipBlanks(i + name.Length);
            var trimAfter = i < source.Length && source[i] == '-';
            i += trimAfter ? 1 : 0;
            if (string.CompareOrdinal(source, i, "%}", 0, 2) == 0)
            {
                return (open, i + 2, trimBefore, trimAfter);
            }
        }

        var tag = name["end".Length..];
        problems.Add("liquid.unclosed-block", $"This '{tag}' has no '{name}'.", opening.Offset);
        position = source.Length;
        return null;
    }

    private int SkipBlanks(int i)
    {
        while (i < source.Length && char.IsWhiteSpace(source[i]))
        {
            i++;
        }

        return i;
    }
}
