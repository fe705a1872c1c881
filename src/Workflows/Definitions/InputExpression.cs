using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>What an author wrote for one input: in which language, and what.</summary>
public sealed class InputExpression
{
    private object? compiled;

    internal InputExpression(string? typeName, string? syntax, object? value, JsonNode? raw)
    {
        TypeName = typeName;
        Syntax = syntax;
        Value = value;
        Raw = raw;
    }

    /// <summary>The document's type name; informative, the activity's descriptor decides. Null for a bare scalar.</summary>
    public string? TypeName { get; }

    /// <summary>
    /// <c>Literal</c>, <c>Object</c>, <c>Variable</c>, <c>Input</c>, <c>JavaScript</c>, <c>Liquid</c> or whatever the document says, exact and
    /// case-sensitive. Null when the wrapper holds no expression or the expression no <c>type</c>: the input is then unset.
    /// </summary>
    public string? Syntax { get; }

    /// <summary>
    /// Plain value. <c>Literal</c>: text, <see cref="bool"/>, <see cref="long"/>, <see cref="decimal"/> or null; an object or array is its JSON
    /// text. Other languages: the text. A value of another JSON kind than the language wants is kept as JSON text.
    /// </summary>
    public object? Value { get; }

    /// <summary>The text of a script, template or JSON; empty when there is none.</summary>
    public string Text => Value as string ?? "";

    /// <summary>For <c>Variable</c>: id and name of the variable. For <c>Input</c>: the name of the input. Null otherwise or when unreadable.</summary>
    public ExpressionReference? Reference { get; internal init; }

    /// <summary>False when the wrapper lacks <c>typeName</c>: Elsa then treats the input as unset, and so must the engine.</summary>
    public bool HasTypeName { get; internal init; } = true;

    /// <summary>True when the input counts as not given at all.</summary>
    public bool IsUnset => !HasTypeName || Syntax is null;

    /// <summary>The JSON value that was read, for its place in the document.</summary>
    internal JsonNode? Raw { get; }

    /// <summary>
    /// The compiled form of <see cref="Text"/>, made once per definition and kept. Always ask with the same type. Two threads may both
    /// compile at first, one result is kept.
    /// </summary>
    public T Compiled<T>(Func<string, T> compile)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(compile);
        if (Volatile.Read(ref compiled) is T ready)
        {
            return ready;
        }
        var made = compile(Text);
        return Interlocked.CompareExchange(ref compiled, made, null) as T ?? made;
    }
}

/// <summary>What a <c>Variable</c> or <c>Input</c> expression points to.</summary>
/// <param name="Id">Id of the variable; null for inputs, or when the document gives only a name.</param>
/// <param name="Name">Name of the variable or input.</param>
public sealed record ExpressionReference(string? Id, string? Name);
