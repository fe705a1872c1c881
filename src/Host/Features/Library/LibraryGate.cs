using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Library;

/// <summary>
/// What stands between a document of the library and its publication: with it in force everything must still fit together, and every
/// procedure that a case follows or may follow must still pass its own gate.
/// </summary>
public sealed class LibraryGate(
    CaseFlowDb db,
    LibraryInForce inForce,
    DefinitionStore definitions,
    ActivityCatalogue catalogue
)
{
    /// <summary>All that is wrong with the policy if these documents come into force.</summary>
    public async Task<IReadOnlyList<FolderProblem>> CheckAsync(
        IReadOnlyCollection<PolicyDocument> changed,
        CancellationToken ct
    ) => await CheckAsync(await inForce.ReadAsync(changed, [], ct), changed, [], ct);

    /// <summary>The same for documents that come with procedures of their own, which are not in force yet.</summary>
    /// <param name="procedures">Documents of procedures by file.</param>
    public async Task<IReadOnlyList<FolderProblem>> CheckAsync(
        IReadOnlyCollection<PolicyDocument> changed,
        IReadOnlyDictionary<string, string> procedures,
        CancellationToken ct
    ) => await CheckAsync(await inForce.ReadAsync(changed, [], ct, procedures), changed, [], ct);

    /// <summary>All that is wrong with the policy if this document goes out of force.</summary>
    public async Task<IReadOnlyList<FolderProblem>> CheckWithoutAsync(string id, CancellationToken ct) =>
        await CheckAsync(await inForce.ReadAsync([], [id], ct), [], [], ct);

    /// <summary>All that is wrong with a policy as it would be.</summary>
    /// <param name="changed">The documents by which it differs from what is in force.</param>
    /// <param name="replaced">Ids of procedures whose version in force goes out of it in the same moment.</param>
    public async Task<IReadOnlyList<FolderProblem>> CheckAsync(
        PolicyFolder candidate,
        IReadOnlyCollection<PolicyDocument> changed,
        IReadOnlyCollection<string> replaced,
        CancellationToken ct
    )
    {
        // What does not even fit among itself says nothing of procedures.
        if (candidate.Problems.Count > 0)
            return candidate.Problems;
        if (await CheckDeclarationAsync(changed, ct) is { Count: > 0 } said)
            return said;
        var before = await inForce.ReadAsync([], [], ct);
        var found = new List<FolderProblem>();
        foreach (var procedure in await FollowedAsync(replaced, ct))
        {
            var definition = DefinitionBook.Read(procedure);
            var uses = await definitions.UsesAsync(definition, ct);
            var known = Errors(before).Select(p => (p.Code, p.ActivityId)).ToHashSet();
            found.AddRange(
                Errors(candidate)
                    .Where(p => !known.Contains((p.Code, p.ActivityId)))
                    .Select(p => FolderProblem.Of(procedure.Name, p))
            );

            IEnumerable<DefinitionProblem> Errors(PolicyFolder policy) =>
                ProcedureGate
                    .Check(definition, uses, catalogue, policy.References, policy.Letters)
                    .Problems.Where(p => p.Severity == ProblemSeverity.Error);
        }
        return found;
    }

    /// <summary>A signature names the version of the text (P56): one version never has two texts.</summary>
    private async Task<IReadOnlyList<FolderProblem>> CheckDeclarationAsync(
        IReadOnlyCollection<PolicyDocument> changed,
        CancellationToken ct
    )
    {
        if (changed.FirstOrDefault(d => d.Id == PolicyDocument.DeclarationText) is not { } document)
            return [];
        var published = await db
            .Definitions.AsNoTracking()
            .Where(d => d.DefinitionId == document.Id && d.PublishedAt != null)
            .ToListAsync(ct);
        var now = PolicyLibrary.Of(document.Files).DeclarationOrNull;
        return
        [
            .. published
                .Select(row => PolicyLibrary.Of(PolicyDocument.Read(row).Files).DeclarationOrNull)
                .Where(then => then?.Version == now?.Version && then?.Text != now?.Text)
                .Take(1)
                .Select(then =>
                    FolderProblem.Of(
                        new LibraryProblem(
                            $"{document.Id}.json",
                            "text",
                            "library.declaration-version",
                            $"{then?.Version}"
                        )
                    )
                ),
        ];
    }

    /// <summary>The procedures in force, and the earlier versions that running cases are on.</summary>
    private Task<List<DefinitionRow>> FollowedAsync(IReadOnlyCollection<string> replaced, CancellationToken ct) =>
        db
            .Procedures.AsNoTracking()
            .Where(d =>
                (d.IsPublished && !replaced.Contains(d.DefinitionId))
                || db.Instances.Any(i => i.DefinitionVersionId == d.Id && i.FinishedAt == null)
            )
            .ToListAsync(ct);
}
