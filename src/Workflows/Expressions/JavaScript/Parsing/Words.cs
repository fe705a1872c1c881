using System.Collections.Frozen;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

/// <summary>Words with a meaning of their own.</summary>
internal static class Words
{
    /// <summary>Words that cannot name anything (strict mode).</summary>
    public static readonly FrozenSet<string> Reserved = (
        "break case catch class const continue debugger default delete do else enum export extends false finally for "
        + "function if import in instanceof let new null return static super switch this throw true try typeof var void "
        + "while with yield await implements interface package private protected public eval arguments"
    )
        .Split(' ')
        .ToFrozenSet();

    public static readonly FrozenSet<string> AssignmentOperators = (
        "= += -= *= /= %= **= &&= ||= ??= <<= >>= >>>= &= |= ^="
    )
        .Split(' ')
        .ToFrozenSet();

    public static readonly FrozenSet<string> BitOperators = "& | ^ << >> >>> <<= >>= >>>= &= |= ^="
        .Split(' ')
        .ToFrozenSet();

    /// <summary>How tightly an operator binds; higher is tighter.</summary>
    public static readonly FrozenDictionary<string, int> Precedence = new Dictionary<string, int>
    {
        ["??"] = 1,
        ["||"] = 2,
        ["&&"] = 3,
        ["|"] = 4,
        ["^"] = 5,
        ["&"] = 6,
        ["=="] = 7,
        ["!="] = 7,
        ["==="] = 7,
        ["!=="] = 7,
        ["<"] = 8,
        [">"] = 8,
        ["<="] = 8,
        [">="] = 8,
        ["in"] = 8,
        ["instanceof"] = 8,
        ["<<"] = 9,
        [">>"] = 9,
        [">>>"] = 9,
        ["+"] = 10,
        ["-"] = 10,
        ["*"] = 11,
        ["/"] = 11,
        ["%"] = 11,
        ["**"] = 12,
    }.ToFrozenDictionary();
}
