using CaseFlow.Host.Persistence;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>An instance with the number of its version and of its open incidents.</summary>
public sealed record InstanceSummary(InstanceRow Row, int Version, int Incidents)
{
    public object Form() =>
        new
        {
            id = Row.Id,
            definitionId = Row.DefinitionId,
            definitionVersionId = Row.DefinitionVersionId,
            version = Version,
            status = Row.Status,
            subStatus = Row.SubStatus,
            correlationId = Row.CaseNumber,
            name = Row.CaseNumber,
            incidentCount = Incidents,
            createdAt = Row.CreatedAt,
            updatedAt = Row.UpdatedAt,
            finishedAt = Row.FinishedAt,
        };
}

internal static class InstanceSummaries
{
    public static IQueryable<InstanceSummary> Summaries(this IQueryable<InstanceRow> instances, CaseFlowDb db) =>
        instances.Select(i => new InstanceSummary(
            i,
            db.Definitions.Where(d => d.Id == i.DefinitionVersionId).Select(d => d.Version).FirstOrDefault(),
            db.Incidents.Count(n => n.InstanceId == i.Id && n.ResolvedAt == null)
        ));
}
