using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Audit;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>A step that an administrator may pass over, and the ways that lead on from it.</summary>
public sealed record SkippableStep(string NodeId, string Name, IReadOnlyList<string> Outcomes);

/// <summary>Says which steps may be passed over.</summary>
public sealed class StepSkips(CaseFlowDb db, DefinitionStore definitions, ActivityCatalogue catalogue)
{
    /// <summary>The outcome of a step that has no choice.</summary>
    public const string Default = "Done";

    /// <summary>
    /// The step, or null when it may not be passed over: it is not known, it is the whole procedure, it asks nothing and only holds
    /// others, or naming it and its ways would tell a decision that is not out yet (P59).
    /// </summary>
    public async Task<SkippableStep?> OfAsync(
        string instanceId,
        string? caseNumber,
        string? activityId,
        CancellationToken ct
    )
    {
        var status = await db
            .Cases.Where(c => c.Number == caseNumber)
            .Select(c => (MemberStatus?)c.PublicStatus)
            .SingleOrDefaultAsync(ct);
        var versionId = await db
            .Instances.Where(i => i.Id == instanceId)
            .Select(i => i.DefinitionVersionId)
            .SingleOrDefaultAsync(ct);
        if (activityId is null || versionId is null || !Told.MayNameStep(status))
            return null;
        var node = (await definitions.GetAsync(versionId, ct)).Activity(activityId);
        if (node?.Parent is null || catalogue.Find(node.Type)?.Descriptor is not { IsContainer: false } descriptor)
            return null;
        var outcomes = descriptor.Outcomes(node);
        return new SkippableStep(
            node.NodeId,
            string.IsNullOrWhiteSpace(node.Name) ? node.Id : node.Name,
            outcomes.Count == 0 ? [Default] : outcomes
        );
    }
}
