using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>The journal of an instance, in order and in pages.</summary>
internal static class JournalApi
{
    private const int LongestPage = 500;

    public static void MapJournal(this RouteGroupBuilder api)
    {
        api.MapPost("/workflow-instances/{id}/journal", FilteredAsync);
        api.MapGet("/workflow-instances/{id}/journal", WholeAsync);
    }

    private sealed record JournalOrder(JournalFilter? Filter);

    private sealed record JournalFilter(
        string[]? ActivityIds,
        string[]? ActivityNodeIds,
        string[]? ExcludedActivityTypes,
        string[]? EventNames
    );

    private static Task<IResult> WholeAsync(
        string id,
        int? skip,
        int? take,
        CaseFlowDb db,
        DefinitionStore definitions,
        CancellationToken ct
    ) => FilteredAsync(id, skip, take, new JournalOrder(null), db, definitions, ct);

    private static async Task<IResult> FilteredAsync(
        string id,
        int? skip,
        int? take,
        JournalOrder order,
        CaseFlowDb db,
        DefinitionStore definitions,
        CancellationToken ct
    )
    {
        var instance =
            await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw InstancesApi.Unknown();
        var definition = await definitions.GetAsync(instance.DefinitionVersionId, ct);
        var lines = Filter(
            db.Journal.AsNoTracking().Where(j => j.InstanceId == id && j.ActivityId != null),
            order.Filter
        );
        var total = await lines.CountAsync(ct);
        var page = await lines
            .OrderBy(j => j.Sequence)
            .Skip(Math.Max(skip ?? 0, 0))
            .Take(Math.Clamp(take ?? 100, 1, LongestPage))
            .ToListAsync(ct);
        return Elsa.Page([.. page.Select(j => Line(j, definition.Activity(j.ActivityId!)))], total);
    }

    private static IQueryable<JournalRow> Filter(IQueryable<JournalRow> lines, JournalFilter? filter)
    {
        // The last id of a node's path is the activity's own, unique in its definition.
        string[] activities =
        [
            .. filter?.ActivityIds ?? [],
            .. (filter?.ActivityNodeIds ?? []).Select(n => n.Split(':')[^1]),
        ];
        if (activities.Length > 0)
            lines = lines.Where(j => activities.Contains(j.ActivityId));
        if (filter?.ExcludedActivityTypes is { Length: > 0 } types)
            lines = lines.Where(j => !types.Contains(j.ActivityType));
        if (filter?.EventNames is { Length: > 0 } names)
        {
            var events = names
                .Select(n => Enum.TryParse<JournalEvent>(n, out var e) ? e : (JournalEvent?)null)
                .OfType<JournalEvent>()
                .ToList();
            lines = lines.Where(j => events.Contains(j.Event));
        }
        return lines;
    }

    private static object Line(JournalRow line, ActivityNode? node) =>
        new
        {
            id = ExecutionsApi.IdOf(line.InstanceId, line.Sequence),
            activityInstanceId = ExecutionsApi.IdOf(line.InstanceId, line.Sequence),
            activityId = line.ActivityId,
            activityType = line.ActivityType ?? "",
            activityTypeVersion = Math.Max(node?.Version ?? 1, 1),
            activityName = node?.Name,
            nodeId = node?.NodeId ?? line.ActivityId,
            timestamp = line.At,
            sequence = line.Sequence,
            eventName = line.Event.ToString(),
            message = line.Detail,
        };
}
