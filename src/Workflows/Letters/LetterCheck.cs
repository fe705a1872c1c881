using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Letters;

/// <summary>Checks one template of a letter against the fields of its class: names first, then a rendering with and without what may be missing.</summary>
internal sealed class LetterCheck(string file, IReadOnlyList<LetterField> fields, List<LetterProblem> problems)
{
    private static readonly LiquidDialect Dialect = LiquidDialect.Strict(LetterFilters.Names);

    public LiquidTemplate? Parse(string text)
    {
        if (!LiquidTemplate.TryParse(text, Dialect, out var template, out var found))
        {
            problems.AddRange(found.Select(p => new LetterProblem(file, p.Code, p.Message, p.Line, p.Column)));
            return null;
        }

        var unknown = template.Paths.Where(path => !IsKnown(path)).ToList();
        problems.AddRange(unknown.Select(path => UnknownField(path)));
        return unknown.Count == 0 ? template : null;
    }

    private LetterProblem UnknownField(LiquidPath path) =>
        new(
            file,
            "letter.unknown-field",
            $"A letter of this class has no field '{path.Text}'.",
            path.Line,
            path.Column
        );

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
            problems.Add(
                new(
                    file,
                    "letter.missing-part",
                    $"A letter of this class has to mention {wanted.Replace("|", " or ", StringComparison.Ordinal)}."
                )
            );
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
                var problem = new LetterProblem(file, "letter.fails", error.Message, error.Line, error.Column);
                if (!problems.Contains(problem))
                {
                    problems.Add(problem);
                }
            }
        }
    }
}
