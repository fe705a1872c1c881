using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>An error object: its name and message are there to be read but no loop shows them.</summary>
internal sealed class JsError(string name, string? message) : JsObject
{
    private readonly Dictionary<string, object?> hidden = message is null ? [] : new() { ["message"] = message };
    private object? errorName = name;

    public override string Kind => "Error";

    public override FrozenDictionary<string, NativeFunction> Methods => ErrorMethods.Table;

    /// <summary>A member that no loop shows, such as the cause.</summary>
    public void Hide(string name, object? value) => hidden[name] = value;

    public override bool TryGet(string name, out object? value)
    {
        if (hidden.TryGetValue(name, out value) || base.TryGet(name, out value))
        {
            return true;
        }

        value = name switch
        {
            "name" => errorName,
            "message" => "",
            _ => Special.Undefined,
        };
        return name is "name" or "message";
    }

    public override void Set(string name, object? value)
    {
        if (hidden.ContainsKey(name))
        {
            hidden[name] = value;
        }
        else
        {
            base.Set(name, value);
        }
    }

    public override void Delete(string name)
    {
        if (name == "name")
        {
            errorName = Special.Undefined;
        }

        hidden.Remove(name);
        base.Delete(name);
    }
}
