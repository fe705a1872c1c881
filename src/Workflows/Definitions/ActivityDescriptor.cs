namespace CaseFlow.Workflows.Definitions;

/// <summary>What an activity type takes, yields and offers. The engine's catalogue provides one for each type it can run.</summary>
/// <param name="Type">Registered name, exact, e.g. <c>Elsa.FlowDecision</c>.</param>
/// <param name="Version">Version of the type; all built-in ones are 1.</param>
/// <param name="Category">Tool box group.</param>
/// <param name="Inputs">In the order in which they are evaluated.</param>
/// <param name="Outputs">What the activity may put out.</param>
/// <param name="Outcomes">
/// The names a connection may leave by, given a node; they may depend on its inputs (cases, outcomes). <c>Done</c> is listed when the type
/// offers it.
/// </param>
public sealed record ActivityDescriptor(
    string Type,
    int Version,
    string Category,
    IReadOnlyList<ActivityInput> Inputs,
    IReadOnlyList<ActivityOutput> Outputs,
    Func<ActivityNode, IReadOnlyList<string>> Outcomes
)
{
    /// <summary>Camel-case keys below which activities may be embedded: <c>activities</c>, <c>body</c>, <c>then</c>, <c>cases</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>Whether completing it ends its flowchart (<c>End</c>, <c>Finish</c>, <c>Complete</c>, <c>Break</c>).</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether it may start a workflow.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>Whether it holds activities and variables of its own.</summary>
    public bool IsContainer { get; init; }
}

/// <summary>One input of an activity type.</summary>
/// <param name="Name">Pascal case, as tool boxes show it; the key in documents is the same with a small first letter.</param>
/// <param name="Type">What the evaluated value is converted to.</param>
public sealed record ActivityInput(string Name, ValueType Type)
{
    /// <summary>Whether publishing without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>False when the node's key holds the bare value: no expression, no checks of expressions.</summary>
    public bool Wrapped { get; init; } = true;

    /// <summary>Whether the activity evaluates it itself, as often as it needs.</summary>
    public bool Lazy { get; init; }

    /// <summary>The only texts allowed, compared in any case; null when free.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>What a literal of this input names, so that publishing can check that it exists.</summary>
    public ReferenceKind Reference { get; init; }

    /// <summary>Tells in an English sentence what is wrong with a literal text; null for ordinary values.</summary>
    public Func<string, string?>? Refuses { get; init; }

    /// <summary>The language of literals of this input, e.g. <c>JavaScript</c> for a script kept as text; null for ordinary values.</summary>
    public string? LiteralLanguage { get; init; }

    /// <summary>The value when nothing is written; null means the type's own default.</summary>
    public object? Default { get; init; }

    /// <summary>The key in documents: <see cref="Name"/> with a small first letter.</summary>
    public string Key => JsonNames.CamelCase(Name);
}

/// <summary>One output of an activity type.</summary>
/// <param name="Name">Pascal case; the key in documents is the same with a small first letter.</param>
/// <param name="Type">What the value is made of.</param>
public sealed record ActivityOutput(string Name, ValueType Type)
{
    /// <summary>The key in documents: <see cref="Name"/> with a small first letter.</summary>
    public string Key => JsonNames.CamelCase(Name);
}

/// <summary>The activity types that can be run.</summary>
public interface IActivityDescriptors
{
    /// <summary>Finds a type. Version 0 or an unknown version means the highest registered one, as in Elsa.</summary>
    bool TryGet(
        string type,
        int version,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ActivityDescriptor? descriptor
    );
}
