using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Parsing;

/// <summary>Collects what is wrong with a template, by offset; gives up after a number nobody would read.</summary>
internal sealed class ProblemList(string source)
{
    private const int Most = 50;
    private readonly List<ExpressionProblem> problems = [];
    private readonly List<int> lineStarts = FindLineStarts(source);

    public IReadOnlyList<ExpressionProblem> Problems => problems;

    public bool Full => problems.Count >= Most;

    public void Add(string code, string message, int offset)
    {
        if (!Full)
        {
            var place = At(offset);
            problems.Add(new ExpressionProblem(code, message, place.Line, place.Column));
        }
    }

    public Place At(int offset)
    {
        var line = lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new Place(line + 1, offset - lineStarts[line] + 1);
    }

    private static List<int> FindLineStarts(string source)
    {
        var starts = new List<int> { 0 };
        for (var i = source.IndexOf('\n'); i >= 0; i = source.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return starts;
    }
}

/// <summary>Leaves the tag that cannot be read; the template parser records it and goes on with the next one.</summary>
internal sealed class TagSyntaxException(string code, string message, int offset) : Exception(message)
{
    public string Code { get; } = code;
    public int Offset { get; } = offset;
}
