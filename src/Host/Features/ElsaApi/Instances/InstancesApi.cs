using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>
/// Instances of procedures as Studio watches them. It shows where a case stands and what the engine did, not what people wrote:
/// the values of variables, inputs and outputs stay in the case file, where reading is for those whom it concerns.
/// </summary>
internal static class InstancesApi
{
    private const string Withheld = "•••";

    public static void MapInstances(this RouteGroupBuilder api)
    {
        api.MapPost("/workflow-instances", ListAsync);
        api.MapGet("/workflow-instances/{id}", GetAsync);
        api.MapGet("/workflow-instances/{id}/variables", VariablesAsync);
        api.MapGet("/workflow-instances/{id}/execution-state", StateAsync);
        api.MapInstanceActions();
    }

    private static async Task<IResult> ListAsync(InstanceQuery query, CaseFlowDb db, CancellationToken ct)
    {
        var found = query.Filter(db);
        var total = await found.CountAsync(ct);
        var rows = await query.Cut(query.Sort(found)).Summaries(db).ToListAsync(ct);
        return Elsa.Page([.. rows.Select(r => r.Form())], total);
    }

    private static async Task<IResult> GetAsync(
        string id,
        CaseFlowDb db,
        DefinitionStore definitions,
        IncidentForms incidents,
        CancellationToken ct
    )
    {
        var summary =
            await db.Instances.Where(i => i.Id == id).Summaries(db).SingleOrDefaultAsync(ct) ?? throw Unknown();
        var definition = await definitions.GetAsync(summary.Row.DefinitionVersionId, ct);
        var state = InstanceStateJson.Read(summary.Row.State);
        return Elsa.Ok(
            new
            {
                id,
                definitionId = summary.Row.DefinitionId,
                definitionVersionId = summary.Row.DefinitionVersionId,
                version = summary.Version,
                status = summary.Row.Status,
                subStatus = summary.Row.SubStatus,
                isExecuting = false,
                isSystem = false,
                correlationId = summary.Row.CaseNumber,
                name = summary.Row.CaseNumber,
                incidentCount = summary.Incidents,
                createdAt = summary.Row.CreatedAt,
                updatedAt = summary.Row.UpdatedAt,
                finishedAt = summary.Row.FinishedAt,
                workflowState = new
                {
                    id,
                    definitionId = summary.Row.DefinitionId,
                    definitionVersionId = summary.Row.DefinitionVersionId,
                    definitionVersion = summary.Version,
                    correlationId = summary.Row.CaseNumber,
                    status = summary.Row.Status,
                    subStatus = summary.Row.SubStatus,
                    bookmarks = state.Waits.Select(Bookmark),
                    incidents = await incidents.OfAsync(summary.Row, definition, ct),
                    completionCallbacks = Array.Empty<object>(),
                    activityExecutionContexts = Array.Empty<object>(),
                    input = Masked(state.Input),
                    output = Masked(state.Output),
                    properties = new { },
                    createdAt = summary.Row.CreatedAt,
                    updatedAt = summary.Row.UpdatedAt,
                    finishedAt = summary.Row.FinishedAt,
                },
            }
        );
    }

    private static async Task<IResult> VariablesAsync(
        string id,
        CaseFlowDb db,
        DefinitionStore definitions,
        CancellationToken ct
    )
    {
        var row = await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw Unknown();
        var definition = await definitions.GetAsync(row.DefinitionVersionId, ct);
        var values = InstanceStateJson.Read(row.State).Variables;
        return Elsa.List([
            .. definition.Variables.Select(v => new
            {
                id = v.Id,
                name = v.Name,
                value = values.GetValueOrDefault(v.Id) is null ? null : Withheld,
            }),
        ]);
    }

    private static async Task<IResult> StateAsync(string id, CaseFlowDb db, CancellationToken ct)
    {
        var row = await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw Unknown();
        // Elsa's servers and its client call the second by different names.
        return Elsa.Ok(
            new
            {
                status = row.Status,
                subStatus = row.SubStatus,
                workflowSubStatus = row.SubStatus,
                updatedAt = row.UpdatedAt,
            }
        );
    }

    private static object Bookmark(Wait wait) =>
        new
        {
            id = wait.Id,
            name = wait.GetType().Name,
            hash = wait.Id,
            activityNodeId = wait.NodeId,
            activityInstanceId = wait.ExecutionId,
            autoBurn = true,
        };

    private static Dictionary<string, string?> Masked(IReadOnlyDictionary<string, object?> values) =>
        values.ToDictionary(v => v.Key, v => v.Value is null ? null : Withheld);

    internal static RefusalException Unknown() => RefusalException.Of("instance.unknown");
}
