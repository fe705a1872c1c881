using System.Globalization;

namespace CaseFlow.Workflows.Expressions.Liquid.Parsing;

internal enum TokenKind
{
    Name,
    Text,
    Number,
    Symbol,
    End,
}

/// <summary>A word of a tag with its place in the template, end exclusive; a text stands here without its quotes.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset, int End);

/// <summary>Second stage: cuts the content of one tag into words, texts, numbers and symbols.</summary>
internal static class TagLexer
{
    private static readonly string[] DoubleSymbols = ["==", "!=", "<>", "<=", ">=", ".."];

    /// <exception cref="TagSyntaxException">A quote is open or a character has no meaning in a tag.</exception>
    public static List<Token> Read(string source, int start, int end)
    {
        var tokens = new List<Token>();
        var i = start;
        while (i < end)
        {
            if (char.IsWhiteSpace(source[i]))
            {
                i++;
                continue;
            }

            var token = ReadOne(source, i, end);
            tokens.Add(token);
            i = token.End;
        }

        tokens.Add(new Token(TokenKind.End, "", end, end));
        return tokens;
    }

    private static Token ReadOne(string source, int start, int end)
    {
        var c = source[start];
        if (c is '"' or '\'')
        {
            return QuotedText.Read(source, start, end);
        }

        if (IsNameStart(c))
        {
            return ReadName(source, start, end);
        }

        if (char.IsAsciiDigit(c) || c == '-' && start + 1 < end && char.IsAsciiDigit(source[start + 1]))
        {
            return ReadNumber(source, start, end);
        }

        foreach (var symbol in DoubleSymbols)
        {
            if (start + 1 < end && c == symbol[0] && source[start + 1] == symbol[1])
            {
                return new Token(TokenKind.Symbol, symbol, start, start + 2);
            }
        }

        return "|:,.[]()<>=".Contains(c, StringComparison.Ordinal)
            ? new Token(TokenKind.Symbol, c.ToString(), start, start + 1)
            : throw new TagSyntaxException(
                c is '“' or '”' or '‘' or '’' ? "liquid.curly-quote" : "liquid.unexpected",
                c is '“' or '”' or '‘' or '’'
                    ? $"The quote {c} is a typographic one; write \" or '."
                    : $"The character '{c}' has no meaning here.",
                start
            );
    }

    private static Token ReadName(string source, int start, int end)
    {
        var i = start + 1;
        while (i < end && IsNamePart(source[i]))
        {
            i++;
        }

        if (i < end && source[i] == '?')
        {
            i++;
        }

        return new Token(TokenKind.Name, source[start..i], start, i);
    }

    private static Token ReadNumber(string source, int start, int end)
    {
        var i = start + 1;
        while (i < end && char.IsAsciiDigit(source[i]))
        {
            i++;
        }

        if (i + 1 < end && source[i] == '.' && char.IsAsciiDigit(source[i + 1]))
        {
            i += 2;
            while (i < end && char.IsAsciiDigit(source[i]))
            {
                i++;
            }
        }

        return new Token(TokenKind.Number, source[start..i], start, i);
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsNamePart(char c) =>
        c is '_' or '-' || char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
