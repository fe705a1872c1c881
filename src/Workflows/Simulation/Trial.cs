using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Simulation;

/// <summary>
/// Runs definitions in memory and in virtual time: no database, no clock, no waiting. Among the things that could happen next, news of the
/// instances themselves goes first, then news from outside that is waited for, in the order given, and only then time jumps to the next timer.
/// </summary>
public sealed partial class Trial
{
    /// <summary>How long an event that nobody waits for yet is kept, as Elsa's queue keeps it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const long MostJournalLines = 2_000_000;

    private readonly WorkflowEngine engine;
    private readonly TrialPlan plan;
    private readonly WorkflowVersions versions;
    private readonly List<TrialInstance> instances = [];
    private readonly Queue<Step> deliveries = [];
    private readonly List<Published> published = [];
    private readonly List<TrialNews> news;
    private readonly List<TrialNews> unused = [];
    private readonly HashSet<string> stopped = new(StringComparer.Ordinal);
    private readonly List<string> lines = [];
    private readonly List<TrialIncident> incidents = [];
    private DateTimeOffset now;
    private int begun;
    private long journalled;

    private Trial(WorkflowEngine engine, TrialPlan plan) =>
        (this.engine, this.plan, versions, news, now) = (
            new WorkflowEngine(engine.Catalogue)
            {
                Faults = plan.Stepwise ? FaultHandling.RollBack : FaultHandling.Keep,
            },
            plan,
            new WorkflowVersions([plan.Definition, .. plan.Others]),
            [.. plan.News],
            plan.Start
        );

    /// <summary>Runs the plan until nothing can happen any more, or the limit of bursts is reached (incident <c>trial.endless</c>).</summary>
    /// <remarks>Without a case a question to the domain is refused (incident <c>trial.no-case</c>).</remarks>
    public static async Task<TrialResult> RunAsync(WorkflowEngine engine, TrialPlan plan)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(plan);
        var trial = new Trial(engine, plan);
        await trial.PlayAsync();
        return trial.Result();
    }

    private async Task PlayAsync()
    {
        var first = Add(plan.Definition);
        var next = new Step(first, new Stimulus.Started(first.Id, plan.Input));
        for (var bursts = 0; next is not null; next = Next())
        {
            if (++bursts > plan.MostBursts || journalled > MostJournalLines || plan.Patience.IsCancellationRequested)
            {
                Endless(next.Instance);
                return;
            }
            await DoAsync(next);
        }
    }

    private TrialInstance Add(WorkflowDefinition definition)
    {
        var instance = new TrialInstance($"run-{++begun}", Linked(definition));
        instances.Add(instance);
        return instance;
    }

    private WorkflowDefinition Linked(WorkflowDefinition definition) =>
        DefinitionLinker.LinkKnown(definition, engine.Catalogue, versions);

    private async Task DoAsync(Step step)
    {
        var (instance, stimulus) = step;
        var ended = instance.Ended(stimulus);
        var answers = new List<CaseAnswer>();
        var burst = await BurstDriver.DriveAsync(
            engine,
            instance.Definition,
            instance.State,
            stimulus,
            now,
            ask =>
            {
                answers.Add((plan.Case ?? throw RefusalException.Of("trial.no-case")).Answer(ask.Command, now));
                return new ValueTask<CaseAnswer>(answers[^1]);
            },
            plan.Times
        );
        var told = new TrialStep(now, instance.Id, instance.Definition, stimulus, ended, burst, answers);
        Conclude(instance, told);
        plan.Told?.Invoke(told);
        if (instance is { Parent: { } parent } && instance.TakeReport() is { } report)
        {
            deliveries.Enqueue(new Step(parent, report));
        }
    }

    private void Conclude(TrialInstance instance, TrialStep step)
    {
        var burst = step.Burst;
        journalled += burst.Journal.Count;
        lines.AddRange([.. burst.Undone.Concat(burst.Effects).OfType<Effect.WriteLine>().Select(l => l.Text)]);
        foreach (var kept in burst.KeptIncidents)
        {
            Note(instance, kept);
        }
        if (burst.Incident is { } incident)
        {
            plan.Case?.Undo();
            Stop(instance, step, incident);
            return;
        }
        plan.Case?.Keep();
        instance.Keep(burst.State, burst.Effects);
        burst.Effects.OfType<Effect.StartChild>().ToList().ForEach(start => Begin(instance, start));
        burst.Effects.OfType<Effect.PublishEvent>().ToList().ForEach(publish => Publish(instance, publish));
    }

    private void Stop(TrialInstance instance, TrialStep step, Incident incident)
    {
        if (!plan.Stepwise)
        {
            Note(instance, incident);
            instance.Fail(step.Burst.State);
        }
        else if (!step.IsRefusal)
        {
            Note(instance, incident);
            // An operator would decide now; until then the instance stays where it was, and what failed is not tried again.
            if (step.Stimulus is Stimulus.TimerDue due)
            {
                stopped.Add(due.TimerId);
            }
        }
    }

    private void Begin(TrialInstance parent, Effect.StartChild start)
    {
        var child = start.Child;
        if (versions.Find(new WorkflowReference(null, child.DefinitionId, 0, TypeName: "")) is not { } definition)
        {
            Note(
                parent,
                "procedure.not-published",
                $"There is no workflow {child.DefinitionId} to start.",
                start.NodeId,
                type: null
            );
            parent.Fail(parent.State!);
            return;
        }
        var instance = new TrialInstance(child.ChildId, Linked(definition)) { Parent = parent, News = child.News };
        instances.Add(instance);
        var started = new Stimulus.Started(child.ChildId, child.Input) { CorrelationId = child.CorrelationId };
        deliveries.Enqueue(new Step(instance, started));
    }

    private void Publish(TrialInstance from, Effect.PublishEvent publish)
    {
        var sent = new Stimulus.EventReceived(publish.Name, publish.Payload, By: null)
        {
            CorrelationId = publish.CorrelationId,
        };
        var starts = publish.Local ? [] : plan.Others.Select(Linked).SelectMany(d => Starts(d, sent)).ToList();
        starts.ForEach(deliveries.Enqueue);
        if (starts.Count == 0)
        {
            published.Add(new Published(sent, publish.Local ? from : null, now + Patience));
        }
    }

    private IEnumerable<Step> Starts(WorkflowDefinition definition, Stimulus.EventReceived sent) =>
        engine
            .Triggers(definition, now)
            .Where(t => t.EventName == sent.Name)
            .Select(trigger =>
            {
                var instance = Add(definition);
                var started = new Stimulus.Started(instance.Id, InstanceState.Nothing, trigger.Node.Id)
                {
                    Event = sent,
                    CorrelationId = sent.CorrelationId,
                };
                return new Step(instance, started);
            });

    private void Note(TrialInstance instance, Incident incident)
    {
        var message =
            incident.Code == "trial.no-case"
                ? $"The activity {incident.ActivityId} asks about a case, and a trial run has none."
                : incident.Message;
        Note(instance, incident.Code, message, incident.NodeId, incident.ActivityType);
    }

    private void Endless(TrialInstance instance) =>
        Note(
            instance,
            "trial.endless",
            $"The run was stopped at {now:u}: it had come to {plan.MostBursts} bursts or too much work, and did not end.",
            nodeId: null,
            type: null
        );

    private void Note(TrialInstance instance, string code, string message, string? nodeId, string? type)
    {
        var node = nodeId is null ? null : instance.Definition.ById.GetValueOrDefault(nodeId);
        var definition = instance.Definition.DefinitionId;
        incidents.Add(
            new TrialIncident(code, message, node?.Id, node?.Name, node?.Type ?? type, instance.Id, definition, now)
        );
    }

    private TrialResult Result()
    {
        var first = instances[0];
        return new TrialResult(
            lines,
            first.Status,
            first.SubStatus,
            first.State?.Output ?? new Dictionary<string, object?>(),
            [.. instances.SelectMany(i => i.Waits.Select(i.Describe))],
            incidents,
            [.. unused, .. news],
            now
        );
    }

    private sealed record Step(TrialInstance Instance, Stimulus Stimulus);

    /// <summary>An event that an instance sent and nobody has taken yet.</summary>
    private sealed record Published(Stimulus.EventReceived Event, TrialInstance? OnlyFor, DateTimeOffset Until);
}
