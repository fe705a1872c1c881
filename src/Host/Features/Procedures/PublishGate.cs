using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// The gate that versions pass on their way into force, one or several: they are checked as if all of them were in force already,
/// documents with one another, procedures with those documents and with one another.
/// </summary>
public sealed class PublishGate(
    ProcedureGate procedures,
    LibraryGate library,
    LibraryInForce inForce,
    PolicyShelf shelf
)
{
    public async Task<PublishCheck> CheckAsync(IReadOnlyList<DefinitionRow> versions, CancellationToken ct)
    {
        var drawn = versions.Where(v => v.Kind == DefinitionKind.Procedure).ToList();
        var written = versions.Except(drawn).Select(PolicyDocument.Read).ToList();
        var policy = shelf.Current;
        var findings = new List<GateFinding>();
        if (written.Count > 0)
        {
            policy = await inForce.ReadAsync(written, [], ct, drawn.ToDictionary(FileOf, d => d.Json));
            var replaced = drawn.Select(d => d.DefinitionId).ToList();
            var found = await library.CheckAsync(policy, written, replaced, ct);
            findings.AddRange(found.Select(p => GateFinding.Of(p, policy)));
        }
        var uses = new Dictionary<string, UsedVersions>(StringComparer.Ordinal);
        var tied = procedures.Tie([.. drawn.Select(DefinitionBook.Read)]);
        foreach (var (row, definition) in drawn.Zip(tied))
        {
            var answer = await procedures.CheckAsync(definition, tied, policy, ct);
            var name = new LocalText(row.Name, row.Name);
            findings.AddRange(answer.Problems.Select(p => new GateFinding(row.DefinitionId, name, p)));
            uses[row.Id] = new UsedVersions(definition, answer.Versions);
        }
        return new PublishCheck(findings, uses);
    }

    private static string FileOf(DefinitionRow procedure) => $"{procedure.DefinitionId}.json";
}

/// <param name="Findings">Errors forbid publishing, warnings do not.</param>
/// <param name="Uses">What each procedure would be tied to, by id of its version.</param>
public sealed record PublishCheck(IReadOnlyList<GateFinding> Findings, IReadOnlyDictionary<string, UsedVersions> Uses)
{
    public bool IsOpen => Findings.All(f => f.Problem.Severity != ProblemSeverity.Error);
}

/// <param name="By">The procedure, with what it uses of those that come into force with it named by version.</param>
/// <param name="Versions">What it uses, at any depth.</param>
public sealed record UsedVersions(WorkflowDefinition By, IWorkflowVersions Versions);

/// <summary>Something that the gate found.</summary>
/// <param name="In">
/// What it was found in: the id of a document or of a procedure that was checked, or the name of a procedure in force that it would break.
/// </param>
/// <param name="Name">What people call that.</param>
public sealed record GateFinding(string In, LocalText Name, DefinitionProblem Problem)
{
    public static GateFinding Of(FolderProblem problem, PolicyFolder policy)
    {
        var of = PolicyDocument.IdOf(problem.File) ?? problem.File;
        var document = policy.Documents.FirstOrDefault(d => d.Id == of);
        return new GateFinding(of, document?.Names ?? new LocalText(of, of), problem.ToFinding());
    }
}
