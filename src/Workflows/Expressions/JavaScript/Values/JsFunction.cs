using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>Something that can be called.</summary>
internal abstract class JsFunction(string name, int length) : JsObject
{
    public string Name { get; } = name;

    public override string Kind => "Function";

    public override FrozenDictionary<string, NativeFunction> Methods => FunctionMethods.Table;

    /// <summary>Runs it; go through <see cref="Run.Call"/>, which counts.</summary>
    public abstract object? Invoke(Run run, object? self, object?[] arguments);

    public override bool TryGet(string name, out object? value)
    {
        if (base.TryGet(name, out value))
        {
            return true;
        }

        value = name switch
        {
            "name" => Name,
            "length" => (double)length,
            _ => Special.Undefined,
        };
        return !ReferenceEquals(value, Special.Undefined);
    }
}
