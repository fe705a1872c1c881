namespace CaseFlow.Workflows.Definitions;

/// <summary>Something about a definition that its author should see.</summary>
/// <param name="Code">Stable, dotted, lower case, e.g. <c>activity.duplicate-id</c>; Host turns it into a sentence.</param>
/// <param name="Severity">An error keeps the document from being read (reader) or published (check).</param>
/// <param name="ActivityId">The activity it is about; null when it concerns the document as a whole.</param>
/// <param name="Message">English sentence for the log; users see the code's translation.</param>
/// <param name="Line">Line in the document from 1; 0 when no place is known.</param>
/// <param name="Column">Column in the document from 1, counted in UTF-16 units; 0 when no place is known.</param>
public sealed record DefinitionProblem(
    string Code,
    ProblemSeverity Severity,
    string? ActivityId,
    string Message,
    int Line,
    int Column
)
{
    /// <summary>What a sentence may mention: plain values by camel-case name, e.g. <c>type</c>, <c>input</c>.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();
}

/// <summary>How much a problem weighs.</summary>
public enum ProblemSeverity
{
    /// <summary>Allowed, but probably not what was meant.</summary>
    Warning,

    /// <summary>The document cannot be used like this.</summary>
    Error,
}
