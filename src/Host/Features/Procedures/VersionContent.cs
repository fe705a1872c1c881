using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>What one version says, whatever it is a version of.</summary>
public interface IVersionContent
{
    DefinitionKind Kind { get; }

    /// <summary>Null when it gives itself no name.</summary>
    string? Name { get; }
    string? Description { get; }

    /// <summary>The same content has the same hash.</summary>
    string Hash { get; }

    /// <summary>The text that is stored.</summary>
    string Write(DefinitionStamp stamp);
}

/// <summary>A procedure as content of a version.</summary>
public sealed record ProcedureContent(WorkflowDefinition Definition) : IVersionContent
{
    public DefinitionKind Kind => DefinitionKind.Procedure;

    public string? Name => Definition.Name;

    public string? Description => Definition.Description;

    public string Hash => ContentHash.Of(Definition);

    public string Write(DefinitionStamp stamp) => DefinitionWriter.Write(Definition, stamp);
}
