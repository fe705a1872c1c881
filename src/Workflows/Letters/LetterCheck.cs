using System.Text.RegularExpressions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Letters;

/// <summary>Checks one template of a letter against the fields of its class: names first, then a rendering with and without what may be missing.</summary>
internal sealed partial class LetterCheck(
    string file,
    IReadOnlyList<LetterField> fields,
    List<LetterProblem> problems,
    string? place = null
)
{
    public const string MissingPart = "letter.missing-part";

    private static readonly LiquidDialect Dialect = LiquidDialect.Strict(LetterFilters.Names);

    public LiquidTemplate? Parse(string text)
    {
        if (!LiquidTemplate.TryParse(text, Dialect, out var template, out var found))
        {
            problems.AddRange(found.Select(p => Problem(p.Code, p.Message, null, p.Line, p.Column)));
            return null;
        }

        var before = problems.Count;
        RefuseActiveContent(text);
        problems.AddRange(template.Paths.Where(path => !IsKnown(path)).Select(UnknownField));
        return problems.Count == before ? template : null;
    }

    /// <summary>A letter is paper: nothing in it may run, load or be filled in, whatever shows it.</summary>
    private void RefuseActiveContent(string text)
    {
        foreach (Match match in ActiveContent().Matches(text))
        {
            var before = text.AsSpan(0, match.Index);
            var (line, column) = (before.Count('\n') + 1, match.Index - before.LastIndexOf('\n'));
            var word = match.Value.Trim();
            problems.Add(Problem("letter.active-content", $"A letter cannot hold '{word}'.", word, line, column));
        }
    }

    // Elements that run or ask, attributes that run, addresses that are fetched when the letter is opened.
    [GeneratedRegex(
        @"<\s*(?:script|iframe|object|embed|form|input|button|link|base)\b|<\s*meta\b(?=[^<>]{0,300}http-equiv)"
            + @"|(?<=<[^<>]{0,300}\s)on\w+\s*=|javascript\s*:|@import\b"
            + @"|\b(?:src|srcset|background)\s*=\s*[""']?\s*(?:https?:)?//|\burl\(\s*[""']?\s*(?:https?:)?//",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ActiveContent();

    private LetterProblem UnknownField(LiquidPath path) =>
        Problem(
            "letter.unknown-field",
            $"A letter of this class has no field '{path.Text}'.",
            path.Text,
            path.Line,
            path.Column
        );

    private LetterProblem Problem(string code, string message, string? detail, int line = 0, int column = 0) =>
        new(file, code, message, line, column) { Place = place, Detail = detail };

    private bool IsKnown(LiquidPath path)
    {
        var reach = fields;
        LetterField? current = null;
        foreach (var segment in path.Segments)
        {
            var inList = current is { Kind: LetterFieldKind.List };
            if (inList && segment is "size" || current is { Fields.Count: 0 } && segment is "size")
            {
                current = null;
                reach = [];
            }
            else if (inList && segment is LiquidPath.AnyElement or "first" or "last")
            {
                current = new LetterField(segment, LetterFieldKind.Group, true, reach);
            }
            else if (inList || reach.FirstOrDefault(field => field.Name == segment) is not { } next)
            {
                return false;
            }
            else
            {
                current = next;
                reach = next.Fields;
            }
        }

        return true;
    }

    /// <summary>A field that a letter of the class cannot do without has to be read somewhere in its text.</summary>
    public void RequireMentions(LiquidTemplate template, IReadOnlyList<string> mandatory)
    {
        var mentioned = template.Paths.Select(path => path.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var wanted in mandatory.Where(wanted => !wanted.Split('|').Any(mentioned.Contains)))
        {
            var either = wanted.Replace("|", " or ", StringComparison.Ordinal);
            problems.Add(Problem(MissingPart, $"A letter of this class has to mention {either}.", wanted));
        }
    }

    public void TryOut(LiquidTemplate template, LiquidSettings settings)
    {
        foreach (var values in new[] { LetterSample.Full(fields), LetterSample.Sparse(fields) })
        {
            try
            {
                template.Render(values, settings);
            }
            catch (ExpressionException error)
            {
                var code = error.Reason is { } reason ? $"letter.fails.{reason}" : "letter.fails";
                var problem = Problem(code, error.Message, null, error.Line, error.Column);
                if (!problems.Contains(problem))
                {
                    problems.Add(problem);
                }
            }
        }
    }
}
