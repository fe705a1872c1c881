using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Simulation;

namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>A trial run as far as it has come.</summary>
public sealed record Played(TrialScript Script, TrialResult Result, IReadOnlyList<TrialStep> Steps, TrialCase? Case);

/// <summary>Plays a version of a procedure in memory and in virtual time. It reads definitions from the database and writes nothing.</summary>
public sealed class TrialPlayer(
    WorkflowEngine engine,
    DefinitionStore definitions,
    TrialCases cases,
    TrialPeople people,
    PolicyLibrary library
)
{
    private const int MostBursts = 2_000;
    private const int MostOthers = 50;

    // Nobody waits longer for a page; what is not done by then counts as endless.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether the procedure asks for things that only a case can answer.</summary>
    public async Task<bool> NeedsCaseAsync(WorkflowDefinition definition, CancellationToken ct)
    {
        var linked = DefinitionLinker.LinkKnown(
            definition,
            engine.Catalogue,
            await definitions.UsedByAsync(definition, ct)
        );
        return definitions.NeedsCase(linked);
    }

    /// <exception cref="RefusalException">The case cannot be invented: an unknown service, or a form that takes no invented answers.</exception>
    public async Task<Played> PlayAsync(
        WorkflowDefinition definition,
        TrialScript script,
        IReadOnlyDictionary<string, object?> input,
        CancellationToken ct
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var onTrial = script.Service is { } service ? cases.Open(service, script.Complete, script.Start) : null;
        var steps = new List<TrialStep>();
        var plan = new TrialPlan(definition, script.Start)
        {
            Others = await OthersAsync(definition, ct),
            Input = onTrial is null ? input : OfCase(onTrial, input),
            News = [.. script.Moves.Select(m => m.News(people))],
            Stepwise = true,
            Case = onTrial,
            Times = library.Times,
            Told = steps.Add,
            MostBursts = MostBursts,
            Patience = patience.Token,
        };
        // Off the request's own thread, which a script of many steps would hold.
        var result = await Task.Run(() => Workflows.Simulation.Trial.RunAsync(engine, plan), ct);
        return new Played(script, result, steps, onTrial);
    }

    /// <summary>What a real case brings along.</summary>
    private Dictionary<string, object?> OfCase(TrialCase onTrial, IReadOnlyDictionary<string, object?> input) =>
        new(input, StringComparer.Ordinal)
        {
            ["CaseNumber"] = TrialCase.Number,
            ["Service"] = onTrial.Context.Service.Code,
            ["Policy"] = library.Parameters.ToPlain(),
        };

    /// <summary>The workflows that it uses as activities or starts as children, and those that these use, as far as they are in force.</summary>
    private async Task<IReadOnlyList<WorkflowDefinition>> OthersAsync(
        WorkflowDefinition definition,
        CancellationToken ct
    )
    {
        var found = new Dictionary<string, WorkflowDefinition>(StringComparer.Ordinal);
        var open = new Queue<WorkflowDefinition>([definition]);
        while (open.TryDequeue(out var next) && found.Count < MostOthers)
        {
            var used = await definitions.UsesAsync(next, ct);
            foreach (var other in used.Concat(await ChildrenAsync(next, ct)))
            {
                if (found.TryAdd(other.Id, other))
                    open.Enqueue(other);
            }
        }
        return [.. found.Values];
    }

    private async Task<IReadOnlyList<WorkflowDefinition>> ChildrenAsync(
        WorkflowDefinition definition,
        CancellationToken ct
    )
    {
        var children = new List<WorkflowDefinition>();
        foreach (var node in definition.Activities)
        {
            if (node.Input("workflowDefinitionId") is not { Syntax: "Literal", Value: string id })
                continue;
            // Of one that is not there the run itself tells, should it come to it.
            if (await definitions.FindInForceAsync(id, ct) is { } child)
                children.Add(child);
        }
        return children;
    }
}
