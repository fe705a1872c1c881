using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Signals;

/// <summary>
/// Procedures that the clock starts. Each trigger of a published version is a signal that comes again: its next moment follows from the one
/// before, so neither restarts nor delays shift it, and what was missed while no host ran is made up for once.
/// </summary>
public sealed class ClockStarts(CaseFlowDb db, UnitOfWork unit, DefinitionStore definitions, WorkflowEngine engine)
{
    /// <summary>Gives each published version its signals. Those of other versions end by themselves when they are due.</summary>
    /// <returns>How many were added.</returns>
    public Task<int> ArrangeAsync(CancellationToken ct) =>
        unit.RunAsync(
            async () =>
            {
                var added = 0;
                foreach (var version in await PublishedAsync(ct))
                {
                    var definition = await definitions.GetAsync(version, ct);
                    foreach (var trigger in engine.Triggers(definition, unit.Now))
                        added += await AddAsync(definition, trigger, ct) ? 1 : 0;
                }
                return added;
            },
            ct
        );

    /// <summary>Starts the procedure and moves the signal on; one whose version is no longer published ends.</summary>
    public async Task ComeAsync(SignalRow signal, Stimulus.Started start, SignalBook signals, CancellationToken ct)
    {
        var version = VersionOf(signal, start);
        var trigger = await db.Definitions.AnyAsync(d => d.Id == version && d.IsPublished, ct)
            ? Find(await definitions.GetAsync(version, ct), start.StartActivityId!)
            : null;
        if (trigger is null)
        {
            db.Signals.Remove(signal);
            return;
        }
        var instance = Guid.CreateVersion7(unit.Now).ToString("N");
        signals.Start(signal.DefinitionId!, start with { InstanceId = instance }, unit.Now);
        if (trigger.Next(signal.DueAt, unit.Now) is { } next)
            signal.DueAt = next;
        else
            db.Signals.Remove(signal);
    }

    private Task<List<string>> PublishedAsync(CancellationToken ct) =>
        db.Procedures.Where(d => d.IsPublished).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(ct);

    private async Task<bool> AddAsync(WorkflowDefinition definition, StartTrigger trigger, CancellationToken ct)
    {
        var id = $"{definition.Id}~{trigger.Node.Id}";
        if (trigger.Next(null, unit.Now) is not { } first || await db.Signals.AnyAsync(s => s.Id == id, ct))
            return false;
        var start = new Stimulus.Started(definition.Id, new Dictionary<string, object?>(), trigger.Node.Id);
        db.Signals.Add(
            new SignalRow
            {
                Id = id,
                Kind = SignalKind.Clock,
                DefinitionId = definition.DefinitionId,
                Stimulus = StimulusJson.Write(start),
                CreatedAt = unit.Now,
                DueAt = first,
            }
        );
        return true;
    }

    private StartTrigger? Find(WorkflowDefinition definition, string activityId) =>
        engine.Triggers(definition, unit.Now).FirstOrDefault(t => t.Node.Id == activityId);

    private static string VersionOf(SignalRow signal, Stimulus.Started start) =>
        signal.Id[..^(start.StartActivityId!.Length + 1)];
}
