using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>The root names of an expression, read from its scope only when asked for.</summary>
internal sealed class ScopeValues(IExpressionScope scope) : LazyValues
{
    private static readonly string[] Names =
    [
        "Variables",
        "Input",
        "CorrelationId",
        "WorkflowDefinitionId",
        "WorkflowDefinitionVersionId",
        "WorkflowDefinitionVersion",
        "WorkflowInstanceId",
    ];

    public override IEnumerable<string> Keys => Names;

    public override bool TryGetValue(string key, out object? value)
    {
        value = key switch
        {
            "Variables" => new Members(() => scope.VariableNames, scope.TryGetVariable),
            "Input" => new Members(() => scope.InputNames, scope.TryGetInput),
            "CorrelationId" => scope.CorrelationId,
            "WorkflowDefinitionId" => scope.Identity.DefinitionId,
            "WorkflowDefinitionVersionId" => scope.Identity.DefinitionVersionId,
            "WorkflowDefinitionVersion" => (long)scope.Identity.Version,
            "WorkflowInstanceId" => scope.Identity.InstanceId,
            _ => null,
        };
        return value is not null || key == "CorrelationId";
    }

    private delegate bool TryRead(string name, out object? value);

    private sealed class Members(Func<IEnumerable<string>> names, TryRead read) : LazyValues
    {
        public override IEnumerable<string> Keys => names();

        public override bool TryGetValue(string key, out object? value) => read(key, out value);
    }
}

/// <summary>A read-only dictionary whose values come into being when they are looked up.</summary>
internal abstract class LazyValues : IReadOnlyDictionary<string, object?>
{
    public abstract IEnumerable<string> Keys { get; }

    public abstract bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value);

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public IEnumerable<object?> Values => Keys.Select(key => this[key]);

    public int Count => Keys.Count();

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        Keys.Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
