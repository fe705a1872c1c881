using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>A declared name: its slot in the scope and how it was declared.</summary>
internal sealed record Binding(int Slot, DeclarationKind Kind)
{
    /// <summary>Reading it before its declaration has run is an error.</summary>
    public bool IsLexical => Kind is DeclarationKind.Let or DeclarationKind.Const;
}

/// <summary>The names declared in one place, while the script is made ready; at run time a <see cref="Scope"/> each.</summary>
internal sealed class NameScope(NameScope? parent, bool isFunction)
{
    private readonly Dictionary<string, Binding> bindings = new(StringComparer.Ordinal);
    private object?[] initial = [];

    public NameScope? Parent { get; } = parent;

    public bool IsFunction { get; } = isFunction;

    public int Count => bindings.Count;

    /// <summary>Whether a function inside uses a name of this scope, so that each pass of a loop needs names of its own.</summary>
    public bool IsCaptured { get; set; }

    public Binding? Find(string name) => bindings.GetValueOrDefault(name);

    /// <summary>Declares a name; false when that clashes with an earlier declaration.</summary>
    public bool TryDeclare(string name, DeclarationKind kind)
    {
        if (bindings.TryGetValue(name, out var earlier))
        {
            var clashes = earlier.IsLexical || kind is DeclarationKind.Let or DeclarationKind.Const;
            return !clashes && IsFunction;
        }

        var binding = new Binding(bindings.Count, kind);
        bindings[name] = binding;
        initial = [.. initial, binding.IsLexical ? Special.NotYet : Special.Undefined];
        return true;
    }

    public object?[] NewSlots()
    {
        var slots = new object?[initial.Length];
        Array.Copy(initial, slots, slots.Length);
        return slots;
    }
}
