using System.Text.RegularExpressions;

namespace CaseFlow.Workflows.Definitions;

/// <summary>Which workflow an activity stands for. Documents name it in up to four ways, the first known one counts.</summary>
/// <param name="VersionId">The exact version; what a published definition is pinned by.</param>
/// <param name="DefinitionId">The definition, whatever its version.</param>
/// <param name="Version">The version's number beside <paramref name="DefinitionId"/> or <paramref name="TypeName"/>; 0 when missing.</param>
/// <param name="TypeName">The activity's type: the definition's name in Pascal case.</param>
public sealed partial record WorkflowReference(string? VersionId, string? DefinitionId, int Version, string TypeName)
{
    /// <summary>What an activity refers to; null when its type is registered or cannot be a workflow's name.</summary>
    public static WorkflowReference? Of(ActivityNode node, IActivityDescriptors types)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(types);
        if (types.TryGet(node.Type, node.Version, out _) || node.Type.StartsWith("Elsa.", StringComparison.Ordinal))
        {
            return null;
        }
        return new WorkflowReference(
            Given(node, "workflowDefinitionVersionId"),
            Given(node, "workflowDefinitionId"),
            node.Version,
            node.Type
        );
    }

    /// <summary>Whether ids are given, and not the type name alone.</summary>
    public bool NamesWorkflow => VersionId is not null || DefinitionId is not null;

    /// <summary>The type name under which a workflow is used as an activity: its name in Pascal case, e.g. <c>MemberCheck</c>.</summary>
    public static string TypeNameOf(string workflowName) =>
        WordStart().Replace(workflowName, m => m.Groups[1].Value.ToUpperInvariant());

    private static string? Given(ActivityNode node, string key) =>
        node.Raw.Text(key) is { Length: > 0 } text ? text : null;

    [GeneratedRegex("(?:[ _-]+|^)([a-zA-Z])")]
    private static partial Regex WordStart();
}

/// <summary>The workflows that may be used as activities, in all their versions.</summary>
public interface IWorkflowVersions
{
    /// <summary>The version meant; null when there is none. Always the same object for the same version.</summary>
    WorkflowDefinition? Find(WorkflowReference reference);
}
