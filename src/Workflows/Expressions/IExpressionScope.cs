namespace CaseFlow.Workflows.Expressions;

/// <summary>
/// What one evaluation may see and touch: the variables, inputs and outputs in reach of the activity that is about to run.
/// </summary>
/// <remarks>
/// Values are <em>plain values</em>: <c>null</c>, <see cref="bool"/>, <see cref="string"/>, <see cref="double"/>,
/// <see cref="long"/>, <see cref="decimal"/>, <see cref="DateTimeOffset"/>, <see cref="TimeSpan"/>, <see cref="Guid"/>,
/// <see cref="IReadOnlyList{T}"/> of plain values and <see cref="IReadOnlyDictionary{TKey,TValue}"/> from text to plain
/// values. Nothing else passes in or out, so no script or template can reach an object of ours.
/// A scope belongs to one burst and one thread.
/// </remarks>
public interface IExpressionScope
{
    /// <summary>The burst's moment, UTC. Scripts see no other clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Names of all variables in reach, innermost first, each once.</summary>
    IEnumerable<string> VariableNames { get; }

    /// <summary>Reads the innermost variable of that name.</summary>
    /// <returns>False when no variable in reach has the name; <paramref name="value"/> is then null.</returns>
    bool TryGetVariable(string name, out object? value);

    /// <summary>Assigns the innermost variable of that name, converted to its declared type; an unknown name makes a new one.</summary>
    /// <exception cref="ExpressionException">The value cannot become the variable's type.</exception>
    void SetVariable(string name, object? value);

    /// <summary>Names of all inputs in reach.</summary>
    IEnumerable<string> InputNames { get; }

    /// <summary>Reads an input, null when it is declared and was not given: the enclosing workflow-as-activity's first, then the workflow's own.</summary>
    bool TryGetInput(string name, out object? value);

    /// <summary>Reads what an activity put out, by the activity's id or name; without <paramref name="output"/> its main output.</summary>
    /// <returns>Null when it has put out nothing yet.</returns>
    /// <exception cref="ExpressionException">No activity in reach has that id or name.</exception>
    object? GetOutput(string activity, string? output);

    /// <summary>Pairs of activity name and output name in reach, for accessors like <c>getResultFromDecide()</c>.</summary>
    IEnumerable<(string Activity, string Output)> Outputs { get; }

    /// <summary>Result of the latest activity that had one.</summary>
    object? LastResult { get; }

    /// <summary>Identity of the running definition version and instance.</summary>
    WorkflowIdentity Identity { get; }

    /// <summary>Correlation id of the instance; may be set by a script.</summary>
    string? CorrelationId { get; set; }

    /// <summary>Name of the instance; may be set by a script.</summary>
    string? InstanceName { get; set; }

    /// <summary>A new id that replaying the same burst yields again.</summary>
    Guid NewGuid();

    /// <summary>Whether a generated accessor that could mean an input or a variable means the input.</summary>
    bool InputsComeFirst => true;

    /// <summary>Told what an evaluation took, so that many of them together can be bounded.</summary>
    void Spent(long steps) { }

    /// <summary>A number in [0, 1) that replaying the same burst yields again.</summary>
    double NextRandom();
}

/// <summary>Which definition version and which instance an expression runs in.</summary>
public sealed record WorkflowIdentity(string DefinitionId, string DefinitionVersionId, int Version, string InstanceId);
