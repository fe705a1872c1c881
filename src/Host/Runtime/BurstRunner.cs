using CaseFlow.Domain;
using CaseFlow.Domain.Policy;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Signals;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Runtime;

/// <summary>Runs one burst of an instance inside the current unit of work and writes down all that came of it.</summary>
public sealed class BurstRunner(
    InstanceStore instances,
    WorkflowEngine engine,
    DefinitionStore definitions,
    Activation activation,
    CaseDesk desk,
    EffectWriter effects,
    ChildReports children,
    PolicyLibrary library
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
    public Task StartAsync(
        string definitionId,
        string instanceId,
        string? caseNumber,
        IReadOnlyDictionary<string, object?> input,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        StartAsync(
            new InstanceStart(definitionId, new Stimulus.Started(instanceId, input)) { CaseNumber = caseNumber },
            now,
            ct
        );

    /// <summary>Starts an instance on the published version of a definition.</summary>
    /// <exception cref="RefusalException">Nothing is published, or the definition lets no further instance begin.</exception>
    /// <exception cref="BurstFaultedException">The burst faulted; the caller's transaction must not be committed.</exception>
    public async Task StartAsync(InstanceStart start, DateTimeOffset now, CancellationToken ct)
    {
        var definition = await definitions.PublishedAsync(start.DefinitionId, ct);
        var instance = instances.Add(
            new InstanceRow
            {
                Id = start.Started.InstanceId,
                DefinitionId = definition.DefinitionId,
                DefinitionVersionId = definition.Id,
                CaseNumber = start.CaseNumber,
                ParentInstanceId = start.ParentInstanceId,
                News = start.News,
                CorrelationId = start.Started.CorrelationId,
                ActivationKey = await activation.AdmitAsync(definition, start.Started.CorrelationId, ct),
                CreatedAt = now,
            }
        );
        await RunAsync(instance, definition, null, start.Started, now, ct);
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
            ask =>
                desk.AnswerAsync(
                    caseNumber ?? throw RefusalException.Of("procedure.without-case"),
                    ask.Command,
                    now,
                    ct
                ),
            library.Times
        );
        if (driven.Incident is { } incident)
            throw Stopped(instance, incident, IsAnswer(stimulus, driven) ? driven.Refusal : null, driven.State, now);

        if (caseNumber is not null)
            desk.Keep(caseNumber, now);
        try
        {
            await effects.WriteAsync(instance, driven, now, ct);
        }
        catch (BurstFaultedException fault)
        {
            var before = state ?? WorkflowEngine.Pending(definition, stimulus, now);
            var kept = fault.Incident with { Stimulus = engine.Kept(definition, before, stimulus) };
            throw Stopped(instance, kept, ownRefusal: null, before, now);
        }
        await children.AfterBurstAsync(instance.Row, driven.State, stimulus, now, ct);
        return driven.State;
    }

    private static BurstFaultedException Stopped(
        InstanceWork instance,
        Incident incident,
        Refusal? ownRefusal,
        InstanceState before,
        DateTimeOffset now
    ) =>
        new(instance.Row.Id, instance.Row.CaseNumber, incident, ownRefusal)
        {
            Begun = instance.Begins ? Pending(instance.Row, before, now) : null,
        };

    private static InstanceRow Pending(InstanceRow row, InstanceState state, DateTimeOffset now)
    {
        row.State = InstanceStateJson.Write(state);
        row.Status = state.Status.ToString();
        row.SubStatus = state.SubStatus.ToString();
        row.UpdatedAt = now;
        return row;
    }

    /// <summary>What somebody has just done is refused to that person; a refusal further on is the procedure's fault.</summary>
    private static bool IsAnswer(Stimulus stimulus, DriveResult driven) =>
        driven.RefusedByCompletedTask || stimulus is Stimulus.EventReceived { By: not null };
}
