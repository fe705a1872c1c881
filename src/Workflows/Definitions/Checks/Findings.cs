using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions.Reading;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Collects what checks find, with places in the document.</summary>
internal sealed class Findings(WorkflowDefinition definition)
{
    private readonly ProblemList list = new();

    public IReadOnlyList<DefinitionProblem> All => [.. definition.Warnings, .. list.All];

    public void Error(
        string code,
        ActivityNode? node,
        JsonNode? at,
        string message,
        params (string Name, object? Value)[] facts
    ) => Add(ProblemSeverity.Error, code, node, at, message, facts);

    public void Warning(
        string code,
        ActivityNode? node,
        JsonNode? at,
        string message,
        params (string Name, object? Value)[] facts
    ) => Add(ProblemSeverity.Warning, code, node, at, message, facts);

    public void Add(IEnumerable<DefinitionProblem> found)
    {
        foreach (var problem in found)
        {
            list.Add(problem);
        }
    }

    public void Add(
        ProblemSeverity severity,
        string code,
        ActivityNode? node,
        JsonNode? at,
        string message,
        params (string Name, object? Value)[] facts
    )
    {
        var place = definition.Places.Of(at);
        if (place.Line == 0)
        {
            place = definition.Places.Of(node?.Raw);
        }
        list.Add(code, severity, node?.Id, message, place, facts);
    }
}
