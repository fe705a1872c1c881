using System.Text.Json.Nodes;
using CaseFlow.Domain.Letters;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Proofs;

/// <summary>
/// The first lock of the study floor (P59): before a definition is published, no way through it and through the workflows it uses may
/// lead to an embargoed output past the study gate. Nothing but the gate counts as one: a delay, however long, is none, for its length
/// may be computed or changed. Source: policy section 2.
/// </summary>
/// <remarks>
/// Two kinds of output are embargoed. A letter that tells a decision needs a gate on every way from every start, from every study, and
/// from every other such letter, whose permit is used up by it. What follows from a decision (registration, service, survey) and what
/// leaves the house by general means needs one on every way from a study. A letter that is computed is taken for a decision, and another
/// procedure that is begun for a study, except before what leaves by general means: what that could tell, the other must not put out.
/// Which version of the other procedure begins does not matter therefore: each one is proved before it can.
/// </remarks>
public sealed class StudyProof
{
    private const string Gate = "CaseFlow.StudyGate";
    private const string Signature = "CaseFlow.SignDeclaration";

    private static readonly HashSet<string> Studies = new(StringComparer.Ordinal)
    {
        "CaseFlow.CommitteeStudy",
        "CaseFlow.ReferToCommittee",
    };

    private static readonly HashSet<string> Derived = new(StringComparer.Ordinal)
    {
        "CaseFlow.CompleteRegistration",
        "CaseFlow.ProvideService",
        "CaseFlow.ConfirmService",
        "CaseFlow.InviteEvaluation",
    };

    // What another procedure does for the case meanwhile is not seen from here: it may be a study.
    private static readonly HashSet<string> Children = new(StringComparer.Ordinal)
    {
        "Elsa.DispatchWorkflow",
        "Elsa.ExecuteWorkflow",
        "Elsa.BulkDispatchWorkflows",
    };

    // Whatever can carry a word out of the house, or to another procedure, without being a letter.
    private static readonly HashSet<string> Leaks = new(StringComparer.Ordinal)
    {
        "Elsa.SendEmail",
        "Elsa.SendHttpRequest",
        "Elsa.FlowSendHttpRequest",
        "Elsa.WriteHttpResponse",
        "Elsa.PublishEvent",
        "Elsa.SetOutput",
    };

    private readonly WorkflowDefinition definition;
    private readonly IActivityDescriptors types;
    private readonly FlowMap map;
    private readonly Func<string, LetterClass?> letterClass;
    private readonly List<DefinitionProblem> problems = [];

    private StudyProof(
        WorkflowDefinition definition,
        IActivityDescriptors types,
        Func<string, LetterClass?> letterClass
    )
    {
        this.definition = definition;
        this.types = types;
        this.letterClass = letterClass;
        map = new FlowMap(definition, types);
    }

    /// <summary>
    /// Whether the proof rests on an activity having done its work: nobody may pass over it when it failed, or say by which outcome.
    /// </summary>
    public static bool RestsOn(ActivityNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Type == Gate;
    }

    /// <summary>Looks for ways past the gate.</summary>
    /// <param name="definition">Linked with the workflows that it uses.</param>
    /// <param name="types">The activity types that can be run.</param>
    /// <param name="letterClass">The class of a letter by its key; null when there is no such letter.</param>
    /// <returns>One error for each output that can be reached past the gate, with the way there as fact <c>path</c>.</returns>
    public static IReadOnlyList<DefinitionProblem> Check(
        WorkflowDefinition definition,
        IActivityDescriptors types,
        Func<string, LetterClass?> letterClass
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        var proof = new StudyProof(definition, types, letterClass);
        proof.Decisions();
        proof.WhatFollows();
        proof.Strategy();
        proof.SignedReferral();
        return proof.problems;
    }

    /// <summary>
    /// Ids of the decision letters, and of what follows from a decision, that an activity which is open leads to without the gate. What is
    /// behind the gate has some; who waits before it has none.
    /// </summary>
    /// <param name="definition">Linked with the workflows that it uses.</param>
    /// <param name="types">The activity types that can be run.</param>
    /// <param name="letterClass">The class of a letter by its key; null when there is no such letter.</param>
    /// <param name="open">One of its activities.</param>
    public static IReadOnlyList<string> PastGate(
        WorkflowDefinition definition,
        IActivityDescriptors types,
        Func<string, LetterClass?> letterClass,
        ActivityNode open
    )
    {
        var proof = new StudyProof(definition, types, letterClass);
        var found = Ways.Unguarded(
            proof.map,
            proof.map.Exits(open),
            IsGate,
            a => proof.IsDecision(a) || proof.IsDerived(a)
        );
        return [.. found.Keys.Select(a => a.Id)];
    }

    private void Decisions()
    {
        var after = definition.Activities.Where(a => MayStudy(a) || IsDecision(a)).SelectMany(map.Exits).ToList();
        Report("proof.decision-past-gate", [.. map.Starts, .. after], IsGate, IsDecision);
        foreach (
            var letter in definition.Activities.Where(a =>
                IsDecision(a) && a.Input("permit") is null or { IsUnset: true }
            )
        )
        {
            Problem(
                "proof.permit-missing",
                letter,
                "A letter that tells a decision needs the permit of the study gate."
            );
        }
        Permits();
    }

    /// <summary>A variable that hands the permit from the gate to a letter holds nothing but permits.</summary>
    private void Permits()
    {
        var carriers = definition
            .Activities.Where(IsDecision)
            .Select(a => a.Input("permit")?.Reference?.Id)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var writer in definition.Activities.Where(a => a.Type != Gate && Written(a).Any(carriers.Contains)))
        {
            Problem(
                "proof.permit-replaced",
                writer,
                "Only the study gate may write the variable that holds the permit."
            );
        }
    }

    private void WhatFollows()
    {
        var studies = definition.Activities.Where(a => Studies.Contains(a.Type)).SelectMany(map.Exits).ToList();
        var maybe = definition.Activities.Where(MayStudy).SelectMany(map.Exits).ToList();
        Report("proof.result-past-gate", maybe, IsGate, IsDerived);
        Report("proof.leak-past-gate", studies, IsGate, IsLeak);
    }

    /// <summary>Going on past a faulted activity would go on past a faulted gate.</summary>
    private void Strategy()
    {
        var strategy = definition.Options.IncidentStrategyType ?? "";
        if (strategy.Contains("ContinueWithIncidents", StringComparison.Ordinal) && definition.Activities.Any(IsGated))
        {
            Problem("proof.goes-on-past-faults", null, "A procedure with a study gate must stop at faults, not go on.");
        }
    }

    /// <summary>Nothing is referred to the committee that the applicant has not signed (P56).</summary>
    private void SignedReferral() =>
        Report(
            "proof.referral-unsigned",
            map.Starts,
            s => s is { Node.Type: Signature, Outcome: "Signed" },
            a => a.Type == "CaseFlow.ReferToCommittee"
        );

    private void Report(
        string code,
        IEnumerable<Step> from,
        Func<Step, bool> isGuard,
        Func<ActivityNode, bool> isTarget
    )
    {
        foreach (var (node, path) in Ways.Unguarded(map, from, isGuard, isTarget))
        {
            Problem(
                code,
                node,
                $"'{node.Id}' can be reached without what has to come before it: {string.Join(" -> ", path)}.",
                ("path", path)
            );
        }
    }

    private void Problem(string code, ActivityNode? node, string message, params (string Name, object? Value)[] facts)
    {
        // In a used workflow the reader is shown the activity of his own that uses it.
        var own = node;
        while (own is { IsOfUsedWorkflow: true })
        {
            own = own.Parent;
        }
        var place = definition.Places.Of(own?.Raw);
        problems.Add(
            new DefinitionProblem(code, ProblemSeverity.Error, own?.Id, message, place.Line, place.Column)
            {
                Facts = new Dictionary<string, object?>(facts.Select(f => KeyValuePair.Create(f.Name, f.Value)))
                {
                    ["activity"] = node?.Id,
                },
            }
        );
    }

    private static bool MayStudy(ActivityNode node) => Studies.Contains(node.Type) || Children.Contains(node.Type);

    /// <summary>Ids of the variables that an activity writes.</summary>
    private static IEnumerable<string> Written(ActivityNode node)
    {
        var captured = node.Outputs.Values.Select(o => o.Target);
        return
            node.Type == "Elsa.SetVariable"
            && node.Raw["variable"] is JsonObject variable
            && variable["id"] is JsonValue id
            && id.TryGetValue(out string? set)
            ? captured.Append(set)
            : captured;
    }

    private static bool IsGate(Step step) => step is { Node.Type: Gate, Outcome: not null };

    private bool IsGated(ActivityNode node) => node.Type == Gate || IsDecision(node);

    private bool IsDecision(ActivityNode node) =>
        Letters(node).Any(key => key is null || letterClass(key)?.IsDecision() == true);

    private bool IsDerived(ActivityNode node) =>
        Derived.Contains(node.Type)
        || Letters(node).Any(key => key is not null && letterClass(key)?.IsDerivedFromDecision() == true);

    /// <summary>What goes to the applicant by the portal is as good as told.</summary>
    private static bool IsLeak(ActivityNode node) =>
        Leaks.Contains(node.Type)
        || Children.Contains(node.Type)
        || (
            node.Type == "CaseFlow.HumanTask"
            && node.Input("forApplicant") is { IsUnset: false } asked
            && asked is not ({ Value: false } or { Value: null })
            && !asked.Text.Equals("false", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Which letters an activity may send, whatever it sends them for; null for one that an expression decides.</summary>
    private IEnumerable<string?> Letters(ActivityNode node) =>
        !types.TryGet(node.Type, node.Version, out var known)
            ? []
            : known
                .Inputs.Where(i => i.Reference is ReferenceKind.Letter)
                .Select(i => node.Input(i.Key))
                .Where(written => written is { IsUnset: false })
                .Select(written => written is { Syntax: "Literal", Text: { Length: > 0 } key } ? key : null);
}
