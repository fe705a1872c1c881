using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal enum TokenKind
{
    End,

    /// <summary>A name or a keyword; which of the two, the parser knows.</summary>
    Word,
    Number,
    Text,
    Punctuator,

    /// <summary>The opening back quote; the parser asks for what follows.</summary>
    Template,
}

/// <summary>
/// The smallest piece of a script. Its text is as written, but for <see cref="TokenKind.Text"/> it is the meaning,
/// without quotes and escapes. A line end before it may stand for a semicolon.
/// </summary>
internal readonly record struct Token(
    TokenKind Kind,
    string Text,
    double Number,
    int Start,
    int End,
    Position At,
    bool AfterNewLine
)
{
    public bool Is(string punctuator) => Kind == TokenKind.Punctuator && Text == punctuator;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;
}
