using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>What a built-in function does.</summary>
internal delegate object? Native(Run run, object? self, object?[] arguments);

/// <summary>A built-in function. One object serves all evaluations, so nothing about it can be changed.</summary>
internal sealed class NativeFunction : JsFunction
{
    private readonly Native body;

    public NativeFunction(
        string name,
        int length,
        Native body,
        Native? construct = null,
        IEnumerable<KeyValuePair<string, object?>>? members = null
    )
        : base(name, length)
    {
        this.body = body;
        Construct = construct;
        foreach (var (key, value) in members ?? [])
        {
            Set(key, value);
        }

        IsFrozen = true;
    }

    /// <summary>What <c>new</c> does with it; null when it makes nothing.</summary>
    public Native? Construct { get; }

    public override object? Invoke(Run run, object? self, object?[] arguments) => body(run, self, arguments);

    // What functions carry, such as Array.isArray, no loop shows.
    public override List<string> Keys() => [];
}

/// <summary>Shorthands for writing built-in functions.</summary>
internal static class NativeFunctions
{
    /// <summary>The argument at a place; undefined when there are fewer.</summary>
    public static object? At(this object?[] arguments, int index) =>
        index < arguments.Length ? arguments[index] : Special.Undefined;

    public static FrozenDictionary<string, NativeFunction> Table(
        params (string Name, int Length, Native Body)[] functions
    ) => functions.ToFrozenDictionary(f => f.Name, f => new NativeFunction(f.Name, f.Length, f.Body));

    public static IEnumerable<KeyValuePair<string, object?>> Members(
        params (string Name, int Length, Native Body)[] functions
    ) => functions.Select(f => KeyValuePair.Create(f.Name, (object?)new NativeFunction(f.Name, f.Length, f.Body)));

    /// <summary>An object that only holds functions and constants, such as Math.</summary>
    public static JsObject Namespace(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var result = new JsObject();
        foreach (var (name, value) in members)
        {
            result.Set(name, value);
        }

        result.IsFrozen = true;
        return result;
    }
}
