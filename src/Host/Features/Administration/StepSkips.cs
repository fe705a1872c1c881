using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Audit;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Proofs;
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
    /// others, the proof of the study period rests on it, or naming it and its ways would tell a decision that is not out yet (P59).
    /// </summary>
    public async Task<SkippableStep?> OfAsync(IncidentRow incident, CancellationToken ct)
    {
        var status = await db
            .Cases.Where(c => c.Number == incident.CaseNumber)
            .Select(c => (MemberStatus?)c.PublicStatus)
            .SingleOrDefaultAsync(ct);
        var versionId = await db
            .Instances.Where(i => i.Id == incident.InstanceId)
            .Select(i => i.DefinitionVersionId)
            .SingleOrDefaultAsync(ct);
        if (versionId is null || !Told.MayNameStep(status))
            return null;
        var node = NodeOf(incident, await definitions.GetAsync(versionId, ct));
        if (node?.Parent is null || StudyProof.RestsOn(node))
            return null;
        if (catalogue.Find(node.Type)?.Descriptor is not { IsContainer: false } descriptor)
            return null;
        var outcomes = descriptor.Outcomes(node);
        return new SkippableStep(
            node.NodeId,
            string.IsNullOrWhiteSpace(node.Name) ? node.Id : node.Name,
            outcomes.Count == 0 ? [Default] : outcomes
        );
    }

    /// <summary>Where the instance went on, the very activity that it kept: it may be within a workflow that is used as one.</summary>
    private static ActivityNode? NodeOf(IncidentRow incident, WorkflowDefinition definition) =>
        incident.Stimulus is { } kept && StimulusJson.Read(kept) is Stimulus.Retried retried
            ? definition.ById.GetValueOrDefault(retried.NodeId)
        : incident.ActivityId is { } id ? definition.Activity(id)
        : null;
}
