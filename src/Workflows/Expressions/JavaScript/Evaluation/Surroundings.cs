using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>The workflow as a script sees it: variables, inputs, outputs and arguments as values of the script.</summary>
internal sealed class Surroundings(
    Run run,
    Mentions mentions,
    IExpressionScope scope,
    IReadOnlyDictionary<string, object?>? given
)
{
    // What was copied in, as the script got it and as it was.
    private readonly Dictionary<string, (object? Copy, object? Plain)> copied = [];

    // Objects that accessors handed out, likewise.
    private readonly Dictionary<string, (JsObject Copy, object? Plain)> handed = [];
    private JsObject? variables;
    private object? arguments;

    public IExpressionScope Scope => scope;

    /// <summary>What the caller passed, such as the current item.</summary>
    public IReadOnlyDictionary<string, object?>? Given => given;

    /// <summary>The object <c>args</c>.</summary>
    public object? Arguments => arguments ??= given is null ? new JsObject() : PlainValues.ToScript(run, given);

    /// <summary>The object <c>variables</c>: copies, which go back after the script.</summary>
    public JsObject Variables => variables ?? LoadVariables();

    public object? GetVariable(string name) => TryGetVariable(name, out var value) ? value : null;

    /// <summary>
    /// The variable as a value of the script. An object is the same one each time, also behind <see cref="Variables"/>, until the variable
    /// is set; a list is a copy.
    /// </summary>
    public bool TryGetVariable(string name, out object? value)
    {
        if (!scope.TryGetVariable(name, out var plain))
        {
            value = null;
            return false;
        }

        value = Shared(name, plain);
        return true;
    }

    /// <summary>Sets a variable at once, and also its copy.</summary>
    public void SetVariable(string name, object? value)
    {
        scope.SetVariable(name, PlainValues.ToPlain(run, value));
        if (variables is not null)
        {
            CopyIn(name);
        }
    }

    /// <summary>
    /// Sets the variables whose copies were changed, and those whose objects were changed inside. A list that was only changed inside
    /// stays as it was, as in Elsa: authors assign a new list instead.
    /// </summary>
    public void CopyBack()
    {
        CopyVariables();
        if (mentions.ChangesObjects)
        {
            CopyHanded();
        }
    }

    private void CopyVariables()
    {
        foreach (var name in variables?.Keys() ?? [])
        {
            variables!.TryGet(name, out var value);
            var isCopy = copied.TryGetValue(name, out var before);
            if (isCopy && value is JsArray or not JsObject && Operators.StrictEquals(before.Copy, value))
            {
                continue;
            }

            var plain = PlainValues.ToPlain(run, value);
            if (!isCopy || !PlainContent.IsSame(plain, before.Plain))
            {
                scope.SetVariable(name, plain);
            }
        }
    }

    /// <summary>What was set meanwhile stays as it was set.</summary>
    private void CopyHanded()
    {
        foreach (var (name, (copy, before)) in handed)
        {
            if (!scope.TryGetVariable(name, out var now) || !ReferenceEquals(now, before))
            {
                continue;
            }

            var plain = PlainValues.ToPlain(run, copy);
            if (!PlainContent.IsSame(plain, before))
            {
                scope.SetVariable(name, plain);
            }
        }
    }

    private object? Shared(string name, object? plain)
    {
        if (plain is not IReadOnlyDictionary<string, object?>)
        {
            return PlainValues.ToScript(run, plain);
        }

        if (handed.TryGetValue(name, out var known) && ReferenceEquals(known.Plain, plain))
        {
            return known.Copy;
        }

        var copy = (JsObject)PlainValues.ToScript(run, plain)!;
        handed[name] = (copy, plain);
        return copy;
    }

    private JsObject LoadVariables()
    {
        variables = new JsObject();
        foreach (var name in mentions.AllVariables ? scope.VariableNames : mentions.Members)
        {
            CopyIn(name);
        }

        return variables;
    }

    private void CopyIn(string name)
    {
        if (!scope.TryGetVariable(name, out var plain))
        {
            return;
        }

        var copy = Shared(name, plain);
        copied[name] = (copy, plain);
        variables!.Set(name, copy);
    }
}
