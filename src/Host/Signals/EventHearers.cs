using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Signals;

/// <summary>Hands an event out: a signal for each instance that listens at this moment, and one for each definition that it starts.</summary>
public sealed class EventHearers(
    CaseFlowDb db,
    DefinitionStore definitions,
    WorkflowEngine engine,
    SignalBook signals,
    ILogger<EventHearers> log
)
{
    /// <param name="published">The event.</param>
    /// <param name="onlyFor">The one instance that may hear it; null for all.</param>
    /// <param name="now">The moment of the unit of work.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Whether there was anybody.</returns>
    public async Task<bool> FindAsync(
        Stimulus.EventReceived published,
        string? onlyFor,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var heard = false;
        foreach (var instance in await ListeningAsync(published, onlyFor, ct))
        {
            signals.Tell(instance, published, now);
            heard = true;
        }
        if (onlyFor is not null)
            return heard;
        foreach (var version in await db.Procedures.Where(d => d.IsPublished).Select(d => d.Id).ToListAsync(ct))
            heard |= await StartAsync(version, published, now, ct);
        return heard;
    }

    private Task<List<string>> ListeningAsync(Stimulus.EventReceived published, string? onlyFor, CancellationToken ct)
    {
        var (name, correlation) = (published.Name, published.CorrelationId);
        return db
            .EventWaits.Where(w =>
                w.Name == name
                && (correlation == null || w.CorrelationId == correlation)
                && (onlyFor == null || w.InstanceId == onlyFor)
            )
            .Select(w => w.InstanceId)
            .Distinct()
            .OrderBy(id => id)
            .ToListAsync(ct);
    }

    private async Task<bool> StartAsync(
        string versionId,
        Stimulus.EventReceived published,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await ReadableAsync(versionId, ct) is not { } definition)
            return false;
        var any = false;
        foreach (var trigger in engine.Triggers(definition, now).Where(t => t.EventName == published.Name))
        {
            var started = new Stimulus.Started(
                Guid.CreateVersion7(now).ToString("N"),
                new Dictionary<string, object?>(),
                trigger.Node.Id
            )
            {
                Event = published,
                CorrelationId = published.CorrelationId,
            };
            signals.Start(definition.DefinitionId, started, now);
            any = true;
        }
        return any;
    }

    /// <summary>One damaged definition must not keep the others from hearing.</summary>
    private async Task<WorkflowDefinition?> ReadableAsync(string versionId, CancellationToken ct)
    {
        try
        {
            return await definitions.GetAsync(versionId, ct);
        }
        catch (InvalidDataException unreadable)
        {
            log.LogError(unreadable, "Version {Version} is published and cannot be run", versionId);
            return null;
        }
    }
}
