using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>
/// A generated accessor: <c>getAmount()</c>, <c>setAmount(v)</c> or <c>getResultFromDecide()</c>. Whether there is such a
/// variable, input or output shows only when the script runs. Only names of letters and digits have accessors.
/// </summary>
internal sealed class Accessor
{
    private readonly string name;
    private readonly string subject;
    private readonly string lowered;

    private Accessor(string name)
    {
        this.name = name;
        subject = name[3..];
        lowered = char.ToLowerInvariant(subject[0]) + subject[1..];
    }

    public bool IsGetter => name[0] == 'g';

    /// <summary>The accessor a name stands for; null when it does not look like one.</summary>
    public static Accessor? TryParse(string name)
    {
        var isAccessor =
            name.Length > 3
            && (name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("set", StringComparison.Ordinal))
            && (name[0] == 'g' || !char.IsLower(name[3]))
            && name.All(char.IsLetterOrDigit);
        return isAccessor ? new Accessor(name) : null;
    }

    /// <summary>The value: of an argument, an input, a variable, or an activity's output, whichever is found first.</summary>
    /// <exception cref="Thrown">Nothing in reach has the name.</exception>
    public object? Get(Run run)
    {
        if (TryGet(run, out var value))
        {
            return value;
        }

        return FindOutput(run) is { } output
            ? PlainValues.ToScript(run, run.Surroundings.Scope.GetOutput(output.Activity, output.Output))
            : throw Unknown(run);
    }

    public object? Set(Run run, object? value)
    {
        var surroundings = run.Surroundings;
        surroundings.SetVariable(VariableName(surroundings.Scope) ?? throw Unknown(run), value);
        return Special.Undefined;
    }

    /// <summary>Whether something in reach has the name.</summary>
    public bool Exists(Run run) =>
        IsGetter ? TryGet(run, out _) || FindOutput(run) is not null : VariableName(run.Surroundings.Scope) is not null;

    /// <summary>The accessor as a value that can be handed on.</summary>
    public NativeFunction AsFunction(Run run) =>
        Exists(run)
            ? new NativeFunction(name, IsGetter ? 0 : 1, (inner, _, a) => IsGetter ? Get(inner) : Set(inner, a.At(0)))
            : throw Unknown(run);

    private bool TryGet(Run run, out object? value)
    {
        var surroundings = run.Surroundings;
        if (
            surroundings.Given is { } given
            && (given.TryGetValue(subject, out value) || given.TryGetValue(lowered, out value))
        )
        {
            value = PlainValues.ToScript(run, value);
            return true;
        }

        return surroundings.Scope.InputsComeFirst
            ? TryInput(run, out value) || TryVariable(surroundings, out value)
            : TryVariable(surroundings, out value) || TryInput(run, out value);
    }

    private bool TryInput(Run run, out object? value)
    {
        var scope = run.Surroundings.Scope;
        var found = scope.TryGetInput(subject, out value) || scope.TryGetInput(lowered, out value);
        value = found ? PlainValues.ToScript(run, value) : null;
        return found;
    }

    private bool TryVariable(Surroundings surroundings, out object? value) =>
        surroundings.TryGetVariable(subject, out value) || surroundings.TryGetVariable(lowered, out value);

    private string? VariableName(IExpressionScope scope) =>
        scope.TryGetVariable(subject, out _) ? subject
        : scope.TryGetVariable(lowered, out _) ? lowered
        : null;

    private (string Activity, string Output)? FindOutput(Run run)
    {
        if (!subject.Contains("From", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var (activity, output) in run.Surroundings.Scope.Outputs)
        {
            run.Charge();
            if ($"{Capital(output)}From{Capital(activity)}" == subject)
            {
                return (activity, output);
            }
        }

        return null;
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private Thrown Unknown(Run run) => run.Error("ReferenceError", $"{name} is not defined");
}
