using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Checks what every activity has, whatever its type.</summary>
internal static class NodeChecks
{
    // Counting flowcharts have no merge modes; Stream is what they do without being told.
    private static readonly string[] AllowedMergeModes = ["", "None", "Stream"];

    public static void UnknownType(ActivityNode node, Findings findings)
    {
        if (Activities.RefusedTypes.ReasonOf(node.Type) is { } reason)
        {
            findings.Error(reason.Code, node, node.Raw["type"], reason.Message, ("type", node.Type));
            return;
        }
        findings.Error(
            "activity.unknown-type",
            node,
            node.Raw["type"],
            $"There is no activity type '{node.Type}' here.",
            ("type", node.Type),
            ("missingType", node.Raw.Text("missingTypeName"))
        );
    }

    /// <summary>Journals, waits and migrations hang on the ids: each activity has one of its own, in every version.</summary>
    public static void Ids(WorkflowDefinition definition, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in definition.Activities)
        {
            if (string.IsNullOrWhiteSpace(node.Raw["id"].AsText()))
            {
                findings.Error("activity.id-missing", node, null, "An activity has no id.", ("type", node.Type));
            }
            else if (!seen.Add(node.Id))
            {
                findings.Error(
                    "activity.duplicate-id",
                    node,
                    null,
                    $"Two activities have the id '{node.Id}'.",
                    ("id", node.Id)
                );
            }
        }
    }

    public static void Check(ActivityNode node, IDefinitionReferences? references, Findings findings)
    {
        if (node.MergeMode is { } mode && !AllowedMergeModes.Contains(mode, StringComparer.OrdinalIgnoreCase))
        {
            findings.Error(
                "activity.merge-mode-unsupported",
                node,
                node.CustomProperties["mergeMode"],
                $"The merge mode '{mode}' belongs to token flow. Use a FlowJoin instead.",
                ("mergeMode", mode)
            );
        }
        if (node.RunAsynchronously)
        {
            findings.Warning(
                "activity.async-ignored",
                node,
                node.CustomProperties["runAsynchronously"],
                "Activities do not run in the background here; the flag has no effect."
            );
        }
        Clauses(node, references, findings);
    }

    /// <summary>A node serves one clause, or several.</summary>
    private static void Clauses(ActivityNode node, IDefinitionReferences? references, Findings findings)
    {
        if (references?.Known(ReferenceKind.Clause) is not { } known)
        {
            return;
        }
        var several = (node.CustomProperties["clauses"] as JsonArray ?? []).Select(c => c.AsText());
        foreach (var clause in several.Prepend(node.Clause).OfType<string>().Where(c => !known.Contains(c)))
        {
            findings.Error(
                "reference.unknown",
                node,
                node.CustomProperties,
                $"There is no clause '{clause}'.",
                ("input", "clause"),
                ("kind", "clause"),
                ("name", clause)
            );
        }
    }
}
