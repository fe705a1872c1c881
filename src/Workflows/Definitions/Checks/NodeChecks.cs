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
        if (
            node.Clause is { } clause
            && references?.Known(ReferenceKind.Clause) is { } clauses
            && !clauses.Contains(clause)
        )
        {
            findings.Error(
                "reference.unknown",
                node,
                node.CustomProperties["clause"],
                $"There is no clause '{clause}'.",
                ("kind", "clause"),
                ("name", clause)
            );
        }
    }
}
