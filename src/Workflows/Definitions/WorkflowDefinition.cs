using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>
/// One stored version of a procedure, as read from an Elsa 3 document. Never changes after reading, so one copy may serve
/// all threads; <see cref="Source"/> and every <see cref="ActivityNode.Raw"/> must not be modified by anybody.
/// </summary>
public sealed class WorkflowDefinition
{
    internal WorkflowDefinition() { }

    /// <summary>Identity of this version; empty when the document has none.</summary>
    public required string Id { get; init; }

    /// <summary>Identity shared by all versions; empty when the document has none.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Trimmed; not an identity and not unique.</summary>
    public string? Name { get; init; }

    /// <summary>Trimmed.</summary>
    public string? Description { get; init; }

    /// <summary>From 1; 1 when the document has none.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When this version was made; null when the document does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>As the document says; a store keeps its own truth.</summary>
    public bool IsPublished { get; init; }

    /// <summary>As the document says; a store keeps its own truth.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Provider-owned: administrators may not edit it.</summary>
    public bool IsReadonly { get; init; }

    /// <summary>Hidden from ordinary lists.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Variables that live as long as the instance.</summary>
    public required IReadOnlyList<VariableDefinition> Variables { get; init; }

    /// <summary>What a start may bring along.</summary>
    public required IReadOnlyList<InputDefinition> Inputs { get; init; }

    /// <summary>What the workflow yields.</summary>
    public required IReadOnlyList<OutputDefinition> Outputs { get; init; }

    /// <summary>Names offered as ports when this workflow is used as an activity.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Free bag of product metadata; empty when absent.</summary>
    public required JsonObject CustomProperties { get; init; }

    /// <summary>How instances start, commit and fail.</summary>
    public required WorkflowOptions Options { get; init; }

    /// <summary>The outermost activity; an empty <c>Elsa.Sequence</c> when the document has none.</summary>
    public required ActivityNode Root { get; init; }

    /// <summary>Every activity by <see cref="ActivityNode.NodeId"/>, the root included, in document order.</summary>
    public required IReadOnlyDictionary<string, ActivityNode> ById { get; init; }

    /// <summary>The document as it came, with unknown keys, key order and number texts.</summary>
    public required JsonObject Source { get; init; }

    /// <summary>What the reader left out or doubted, e.g. a connection with an unknown end.</summary>
    public IReadOnlyList<DefinitionProblem> Warnings { get; internal init; } = [];

    /// <summary>Where in the text a value of <see cref="Source"/> stood.</summary>
    internal DocumentPlaces Places { get; init; } = new();

    private Dictionary<string, ActivityNode>? byActivityId;

    /// <summary>
    /// Finds an activity by its own <c>id</c>, which is unique in a published definition; null when there is none. Those of used workflows,
    /// whose ids may be the same, are not looked at.
    /// </summary>
    public ActivityNode? Activity(string id) =>
        (
            byActivityId ??= ById
                .Values.Where(a => !a.IsOfUsedWorkflow)
                .DistinctBy(a => a.Id)
                .ToDictionary(a => a.Id, StringComparer.Ordinal)
        ).GetValueOrDefault(id);

    /// <summary>Every activity, parents before children, in document order.</summary>
    public IEnumerable<ActivityNode> Activities => ById.Values;

    /// <summary>The same definition with another tree: one that holds the workflows it uses.</summary>
    internal WorkflowDefinition With(ActivityNode root, IReadOnlyDictionary<string, ActivityNode> byId) =>
        new()
        {
            Id = Id,
            DefinitionId = DefinitionId,
            Name = Name,
            Description = Description,
            Version = Version,
            CreatedAt = CreatedAt,
            IsPublished = IsPublished,
            IsLatest = IsLatest,
            IsReadonly = IsReadonly,
            IsSystem = IsSystem,
            Variables = Variables,
            Inputs = Inputs,
            Outputs = Outputs,
            Outcomes = Outcomes,
            CustomProperties = CustomProperties,
            Options = Options,
            Root = root,
            ById = byId,
            Source = Source,
            Warnings = Warnings,
            Places = Places,
        };
}
