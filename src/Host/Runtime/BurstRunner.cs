using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Runs one burst of an instance inside the current unit of work and writes down all that came of it.</summary>
public sealed class BurstRunner(
    CaseFlowDb db,
    WorkflowEngine engine,
    DefinitionStore definitions,
    CaseDesk desk,
    EffectWriter effects
)
{
    /// <summary>Starts the instance of a new case on the published version of its definition.</summary>
    public async Task StartAsync(CaseRow opened, string definitionId, DateTimeOffset now, CancellationToken ct)
    {
        var definition = await definitions.PublishedAsync(definitionId, ct);
        var instance = new InstanceRow
        {
            Id = opened.InstanceId,
            DefinitionId = definition.DefinitionId,
            DefinitionVersionId = definition.Id,
            CaseNumber = opened.Number,
            CreatedAt = now,
        };
        db.Instances.Add(instance);
        var input = new Dictionary<string, object?>
        {
            ["CaseNumber"] = opened.Number,
            ["Service"] = opened.ServiceCode,
        };
        await RunAsync(instance, definition, null, new Stimulus.Started(instance.Id, input), now, ct);
    }

    /// <summary>Delivers a stimulus to a waiting instance.</summary>
    /// <exception cref="BurstFaultedException">The burst faulted; the caller's transaction must not be committed.</exception>
    public async Task DeliverAsync(string instanceId, Stimulus stimulus, DateTimeOffset now, CancellationToken ct)
    {
        var instance =
            await db.Instances.SingleOrDefaultAsync(i => i.Id == instanceId, ct)
            ?? throw RefusalException.Of("case.unknown");
        var definition = await definitions.GetAsync(instance.DefinitionVersionId, ct);
        await RunAsync(instance, definition, InstanceStateJson.Read(instance.State), stimulus, now, ct);
    }

    private async Task RunAsync(
        InstanceRow instance,
        WorkflowDefinition definition,
        InstanceState? state,
        Stimulus stimulus,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var driven = await BurstDriver.DriveAsync(
            engine,
            definition,
            state,
            stimulus,
            now,
            ask => desk.AnswerAsync(instance.CaseNumber!, ask.Command, now, ct)
        );
        if (driven.Incident is { } incident)
            throw new BurstFaultedException(
                instance.Id,
                instance.CaseNumber,
                incident,
                IsAnswer(stimulus, driven) ? driven.Refusal : null
            );

        var applicant = await desk.KeepAsync(instance.CaseNumber!, now, ct);
        await effects.WriteAsync(instance, applicant, driven, now, ct);
    }

    /// <summary>What somebody has just done is refused to that person; a refusal further on is the procedure's fault.</summary>
    private static bool IsAnswer(Stimulus stimulus, DriveResult driven) =>
        driven.RefusedByCompletedTask || stimulus is Stimulus.EventReceived { By: not null };
}
