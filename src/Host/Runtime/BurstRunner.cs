using CaseFlow.Domain;
using CaseFlow.Domain.Policy;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Runtime;

/// <summary>Runs one burst of an instance inside the current unit of work and writes down all that came of it.</summary>
public sealed class BurstRunner(
    InstanceStore instances,
    WorkflowEngine engine,
    DefinitionStore definitions,
    CaseDesk desk,
    EffectWriter effects
)
{
    /// <summary>Starts the instance of a new case on the published version of its definition.</summary>
    /// <param name="policy">In force now; what the procedure reads of it stays as it is for as long as the case lives.</param>
    public Task StartAsync(
        CaseRow opened,
        string definitionId,
        PolicyParameters policy,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        StartAsync(
            definitionId,
            opened.InstanceId,
            opened.Number,
            new Dictionary<string, object?>
            {
                ["CaseNumber"] = opened.Number,
                ["Service"] = opened.ServiceCode,
                ["Policy"] = policy.ToPlain(),
            },
            now,
            ct
        );

    /// <summary>Starts an instance on the published version of a definition.</summary>
    /// <param name="caseNumber">The case it serves; null when it serves none, and then may not ask the domain.</param>
    public async Task StartAsync(
        string definitionId,
        string instanceId,
        string? caseNumber,
        IReadOnlyDictionary<string, object?> input,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var definition = await definitions.PublishedAsync(definitionId, ct);
        var instance = instances.Add(
            new InstanceRow
            {
                Id = instanceId,
                DefinitionId = definition.DefinitionId,
                DefinitionVersionId = definition.Id,
                CaseNumber = caseNumber,
                CreatedAt = now,
            }
        );
        await RunAsync(instance, definition, null, new Stimulus.Started(instanceId, input), now, ct);
    }

    /// <summary>Delivers a stimulus to a waiting instance. A timer that fires is removed with it, whether it was still wanted or not.</summary>
    /// <returns>What it came to.</returns>
    /// <exception cref="BurstFaultedException">The burst faulted; the caller's transaction must not be committed.</exception>
    public async Task<InstanceState> DeliverAsync(
        string instanceId,
        Stimulus stimulus,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var instance = await instances.FindAsync(instanceId, ct) ?? throw RefusalException.Of("case.unknown");
        if (stimulus is Stimulus.TimerDue due)
            instance.RemoveTimer(due.TimerId);
        var definition = await definitions.GetAsync(instance.Row.DefinitionVersionId, ct);
        return await RunAsync(instance, definition, InstanceStateJson.Read(instance.Row.State), stimulus, now, ct);
    }

    private async Task<InstanceState> RunAsync(
        InstanceWork instance,
        WorkflowDefinition definition,
        InstanceState? state,
        Stimulus stimulus,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var caseNumber = instance.Row.CaseNumber;
        var driven = await BurstDriver.DriveAsync(
            engine,
            definition,
            state,
            stimulus,
            now,
            ask => desk.AnswerAsync(caseNumber ?? throw RefusalException.Of("case.unknown"), ask.Command, now, ct)
        );
        if (driven.Incident is { } incident)
            throw new BurstFaultedException(
                instance.Row.Id,
                caseNumber,
                incident,
                IsAnswer(stimulus, driven) ? driven.Refusal : null
            );

        if (caseNumber is not null)
            desk.Keep(caseNumber, now);
        await effects.WriteAsync(instance, driven, now, ct);
        return driven.State;
    }

    /// <summary>What somebody has just done is refused to that person; a refusal further on is the procedure's fault.</summary>
    private static bool IsAnswer(Stimulus stimulus, DriveResult driven) =>
        driven.RefusedByCompletedTask || stimulus is Stimulus.EventReceived { By: not null };
}
