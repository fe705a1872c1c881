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
    public Task<GateAnswer> CheckAsync(WorkflowDefinition definition, CancellationToken ct) =>
        CheckAsync(definition, [], shelf.Current, ct);

    /// <summary>The same for one of several that come into force together.</summary>
    /// <param name="together">All of them, tied to one another (see <see cref="Tie"/>).</param>
    /// <param name="policy">As it will be then.</param>
    public async Task<GateAnswer> CheckAsync(
        WorkflowDefinition definition,
        IReadOnlyCollection<WorkflowDefinition> together,
        PolicyFolder policy,
        CancellationToken ct
    ) =>
        Check(
            definition,
            await definitions.UsesAsync(definition, together, ct),
            catalogue,
            policy.References,
            policy.Letters
        );

    /// <summary>
    /// The same procedures with every use that one makes of another named by the exact version among them, whatever version it named
    /// before: what is handed in together is meant together.
    /// </summary>
    public IReadOnlyList<WorkflowDefinition> Tie(IReadOnlyList<WorkflowDefinition> together) =>
        [.. together.Select(t => Tied(t, new Companions(together.Where(o => o != t))))];

    private WorkflowDefinition Tied(WorkflowDefinition definition, Companions others)
    {
        if (DefinitionLinker.References(definition, catalogue).All(r => others.Find(r) is null))
            return definition;
        return DefinitionReader.TryRead(
            WorkflowPins.Write(definition, catalogue, others),
            out var tied,
            out var problems
        )
            ? tied
            : throw new InvalidDataException($"{definition.Id} cannot be read any more: {problems[0].Message}");
    }

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
        var found = DefinitionCheck.Check(definition, catalogue, references, versions);
        return new GateAnswer(
            [
                .. found,
                .. Circles(definition, catalogue, versions)
                    .Where(c => found.All(f => (f.Code, f.ActivityId) != (c.Code, c.ActivityId))),
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

/// <summary>Procedures that come into force at the same moment. By name alone only those are found that are named by nothing else.</summary>
internal sealed class Companions(IEnumerable<WorkflowDefinition> all) : IWorkflowVersions
{
    public WorkflowDefinition? Find(WorkflowReference reference) =>
        all.FirstOrDefault(d => d.Id == reference.VersionId || d.DefinitionId == reference.DefinitionId)
        ?? (
            reference.NamesWorkflow
                ? null
                : all.FirstOrDefault(d => d.Name is { } n && WorkflowReference.TypeNameOf(n) == reference.TypeName)
        );
}
