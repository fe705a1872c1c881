using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Letters;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Proofs;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>What stands between a draft and its publication: every route passes here, whoever takes it.</summary>
public sealed class ProcedureGate(DefinitionStore definitions, ActivityCatalogue catalogue, PolicyShelf shelf)
{
    /// <summary>All that is wrong, and the versions of other procedures that this one would be tied to.</summary>
    public async Task<GateAnswer> CheckAsync(WorkflowDefinition definition, CancellationToken ct) =>
        Check(
            definition,
            await definitions.UsesAsync(definition, ct),
            catalogue,
            shelf.Current.References,
            shelf.Current.Letters
        );

    /// <summary>The same for a definition whose surroundings are at hand, e.g. the other files of a folder.</summary>
    /// <param name="others">The workflows that it may use, at any depth.</param>
    public static GateAnswer Check(
        WorkflowDefinition definition,
        IReadOnlyCollection<WorkflowDefinition> others,
        ActivityCatalogue catalogue,
        IDefinitionReferences references,
        LetterLibrary letters
    )
    {
        var versions = new WorkflowVersions(others);
        // What cannot be linked is refused for that; the proof then looks at the rest.
        if (!DefinitionLinker.TryLink(definition, catalogue, versions, out var whole, out _))
            whole = definition;
        return new GateAnswer(
            [
                .. DefinitionCheck.Check(definition, catalogue, references, versions),
                .. Circles(definition, catalogue, versions),
                .. StudyProof.Check(whole, catalogue, letters.ClassOf),
            ],
            versions
        );
    }

    /// <summary>An earlier version of itself, used by what it uses, would end somewhere; but nobody could read such a procedure.</summary>
    private static IEnumerable<DefinitionProblem> Circles(
        WorkflowDefinition definition,
        ActivityCatalogue catalogue,
        WorkflowVersions versions
    )
    {
        foreach (var activity in definition.Activities)
        {
            if (
                WorkflowReference.Of(activity, catalogue) is { } reference
                && versions.Find(reference) is { } used
                && used.Id != definition.Id
                && Leads(used, definition.DefinitionId, catalogue, versions, [])
            )
                yield return new DefinitionProblem(
                    "workflow.cycle",
                    ProblemSeverity.Error,
                    activity.Id,
                    $"The workflow '{used.DefinitionId}' uses '{definition.DefinitionId}' in turn.",
                    0,
                    0
                )
                {
                    Facts = new Dictionary<string, object?> { ["type"] = activity.Type },
                };
        }
    }

    private static bool Leads(
        WorkflowDefinition from,
        string to,
        ActivityCatalogue catalogue,
        WorkflowVersions versions,
        HashSet<WorkflowDefinition> seen
    ) =>
        from.DefinitionId == to
        || (
            seen.Add(from)
            && DefinitionLinker
                .References(from, catalogue)
                .Select(versions.Find)
                .OfType<WorkflowDefinition>()
                .Any(next => Leads(next, to, catalogue, versions, seen))
        );
}

/// <param name="Problems">Errors forbid publishing, warnings do not.</param>
/// <param name="Versions">The versions of other procedures that it uses, at any depth.</param>
public sealed record GateAnswer(IReadOnlyList<DefinitionProblem> Problems, IWorkflowVersions Versions)
{
    public bool IsOpen => Problems.All(p => p.Severity != ProblemSeverity.Error);
}
