namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Collects problems, at most a screenful: a hostile document must not turn into a million messages.</summary>
internal sealed class ProblemList
{
    private const int Most = 500;
    private readonly List<DefinitionProblem> problems = [];

    public IReadOnlyList<DefinitionProblem> All => problems;

    public bool HasErrors { get; private set; }

    public void Error(string code, string message, Place place, params (string Name, object? Value)[] facts) =>
        Add(code, ProblemSeverity.Error, null, message, place, facts);

    public void Add(
        string code,
        ProblemSeverity severity,
        string? activityId,
        string message,
        Place place,
        params (string Name, object? Value)[] facts
    )
    {
        Add(
            new DefinitionProblem(code, severity, activityId, message, place.Line, place.Column)
            {
                Facts = facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal),
            }
        );
    }

    public void Add(DefinitionProblem problem)
    {
        HasErrors |= problem.Severity is ProblemSeverity.Error;
        if (problems.Count < Most)
        {
            problems.Add(problem);
        }
    }
}
