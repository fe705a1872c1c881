using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>One run of one activity, put together from the lines of the journal.</summary>
/// <param name="Sequence">Of the line that began it.</param>
/// <param name="Outcomes">The ways it was left by, as the journal names them.</param>
public sealed record Execution(
    ActivityNode Node,
    long Sequence,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string Status,
    bool Waits,
    string? Outcomes
);

/// <summary>What the activities of an instance did. The journal is the only source; it holds no word that anybody wrote.</summary>
public sealed class ExecutionBook(CaseFlowDb db, DefinitionStore definitions, IncidentForms incidents)
{
    /// <exception cref="Domain.RefusalException">There is no such instance.</exception>
    public async Task<InstanceBook> OpenAsync(string instanceId, CancellationToken ct)
    {
        var row =
            await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == instanceId, ct)
            ?? throw InstancesApi.Unknown();
        var definition = await definitions.GetAsync(row.DefinitionVersionId, ct);
        var lines = await db
            .Journal.AsNoTracking()
            .Where(j => j.InstanceId == instanceId && j.ActivityId != null)
            .OrderBy(j => j.Sequence)
            .ToListAsync(ct);
        var waiting = InstanceStateJson.Read(row.State).Waits.Select(w => w.NodeId).ToHashSet(StringComparer.Ordinal);
        return new InstanceBook(
            row,
            definition,
            Executions(definition, lines, waiting),
            await incidents.ActivitiesAsync(row, ct)
        );
    }

    private static List<Execution> Executions(
        WorkflowDefinition definition,
        IReadOnlyList<JournalRow> lines,
        HashSet<string> waiting
    )
    {
        var all = new List<Execution>();
        var open = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (definition.Activity(line.ActivityId!) is not { } node)
                continue;
            var begun = open.TryGetValue(node.Id, out var queue) ? queue : open[node.Id] = [];
            if (line.Event == JournalEvent.Started)
            {
                begun.Enqueue(all.Count);
                all.Add(
                    new Execution(node, line.Sequence, line.At, null, "Running", waiting.Contains(node.NodeId), null)
                );
            }
            else if (Ending(line.Event) is { } status && begun.TryDequeue(out var place))
            {
                all[place] = all[place] with
                {
                    EndedAt = line.At,
                    Status = status,
                    Waits = false,
                    Outcomes = line.Detail,
                };
            }
        }
        return all;
    }

    private static string? Ending(JournalEvent happened) =>
        happened switch
        {
            JournalEvent.Completed or JournalEvent.Skipped => "Completed",
            JournalEvent.Canceled => "Canceled",
            JournalEvent.Faulted => "Faulted",
            _ => null,
        };
}

/// <summary>The runs of one instance, oldest first.</summary>
/// <param name="Stopped">Activities at which it stands still.</param>
public sealed record InstanceBook(
    InstanceRow Row,
    WorkflowDefinition Definition,
    IReadOnlyList<Execution> Executions,
    IReadOnlySet<string> Stopped
)
{
    public IReadOnlyList<Execution> Of(string? nodeId) => [.. Executions.Where(e => e.Node.NodeId == nodeId)];

    /// <summary>What Studio draws beside an activity: green done, orange waiting, red stopped.</summary>
    public object Stats(string nodeId)
    {
        var runs = Of(nodeId);
        var stopped = Stopped.Contains(nodeId.Split(':')[^1]);
        return new
        {
            activityId = nodeId.Split(':')[^1],
            activityNodeId = nodeId,
            startedCount = runs.Count,
            completedCount = runs.Count(r => r.Status == "Completed"),
            uncompletedCount = runs.Count(r => r.EndedAt is null),
            isBlocked = runs.Any(r => r.Waits),
            isFaulted = stopped,
            aggregateFaultCount = stopped ? 1 : 0,
            metadata = new { },
        };
    }
}
