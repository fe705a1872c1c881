using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Audit;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>What stopped an instance, as far as an overseer may know it: between decision and reply the step stays unnamed (P59).</summary>
public sealed class IncidentForms(CaseFlowDb db, RefusalText sentences)
{
    /// <summary>The open incidents, oldest first.</summary>
    public async Task<IReadOnlyList<object>> OfAsync(
        InstanceRow instance,
        WorkflowDefinition definition,
        CancellationToken ct
    )
    {
        var mayName = await MayNameStepAsync(instance.CaseNumber, ct);
        var open = await OpenAsync(instance.Id, ct);
        return [.. open.Select(i => Form(i, mayName && i.ActivityId is { } id ? definition.Activity(id) : null))];
    }

    /// <summary>Ids of the activities that stand still because of an incident; none while naming them could tell a decision.</summary>
    public async Task<IReadOnlySet<string>> ActivitiesAsync(InstanceRow instance, CancellationToken ct) =>
        await MayNameStepAsync(instance.CaseNumber, ct)
            ? (await OpenAsync(instance.Id, ct)).Select(i => i.ActivityId).OfType<string>().ToHashSet()
            : new HashSet<string>();

    private async Task<List<IncidentRow>> OpenAsync(string instanceId, CancellationToken ct) =>
        await db
            .Incidents.AsNoTracking()
            .Where(i => i.InstanceId == instanceId && i.ResolvedAt == null)
            .OrderBy(i => i.At)
            .ToListAsync(ct);

    private async Task<bool> MayNameStepAsync(string? caseNumber, CancellationToken ct) =>
        Told.MayNameStep(
            await db
                .Cases.Where(c => c.Number == caseNumber)
                .Select(c => (MemberStatus?)c.PublicStatus)
                .SingleOrDefaultAsync(ct)
        );

    // The code's sentence, not the log's message: that may quote what people wrote.
    private object Form(IncidentRow incident, ActivityNode? node) =>
        new
        {
            activityId = node?.Id ?? "",
            activityNodeId = node?.NodeId ?? "",
            activityType = node?.Type ?? "",
            message = node is null ? "" : sentences.Sentence(incident.Code, new Dictionary<string, object?>()),
            exception = new { type = node is null ? "" : incident.Code, message = "" },
            timestamp = incident.At,
        };
}
