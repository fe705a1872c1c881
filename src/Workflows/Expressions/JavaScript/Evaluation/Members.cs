using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>Reading and changing members of values of any kind.</summary>
internal static class Members
{
    public static object? Get(Run run, object? target, object? key)
    {
        if (key is double number)
        {
            var index = (int)number;
            if (index == number && index >= 0)
            {
                switch (target)
                {
                    case JsArray list:
                        return list[index];
                    case string text:
                        return index < text.Length ? CharacterText.Of(text[index]) : Special.Undefined;
                }
            }
        }

        if (Operators.IsMissing(target))
        {
            throw Missing(run, target, $"reading '{Operators.ToText(run, key)}'");
        }

        return GetNamed(run, target, Name(run, key));
    }

    public static object? GetNamed(Run run, object? target, string name)
    {
        switch (target)
        {
            case JsObject owner:
                return owner.TryGet(name, out var value) ? value : Method(owner.Methods, name);
            case string text:
                return TextMember(text, name);
            case double:
                return Method(NumberMethods.Table, name);
            case bool:
                return Method(BooleanMethods.Table, name);
            case TimeSpan span:
                return TimeSpanMethods.Member(span, name);
            default:
                throw Missing(run, target, $"reading '{name}'");
        }
    }

    public static void Set(Run run, object? target, object? key, object? value)
    {
        if (Operators.IsMissing(target))
        {
            throw Missing(run, target, $"setting '{Operators.ToText(run, key)}'");
        }

        if (target is not JsObject owner)
        {
            throw run.TypeError(
                $"Cannot create property '{Operators.ToText(run, key)}' on {Operators.Describe(target)}"
            );
        }

        if (owner.IsFrozen)
        {
            throw run.TypeError($"Cannot assign to read only property '{Operators.ToText(run, key)}'");
        }

        if (owner is JsArray list && TrySetItem(run, list, key, value))
        {
            return;
        }

        if (owner is JsFunction && key is "name" or "length")
        {
            throw run.TypeError($"Cannot assign to read only property '{key}' of a function");
        }

        var name = Name(run, key);
        owner.Set(name, value);
        run.CheckItems(owner.MemberCount);
    }

    public static void Delete(Run run, object? target, object? key)
    {
        if (Operators.IsMissing(target))
        {
            throw run.TypeError("Cannot convert undefined or null to object");
        }

        if (target is not JsObject owner)
        {
            return;
        }

        var name = Name(run, key);
        if (owner.IsFrozen || (owner is JsArray && name == "length"))
        {
            throw run.TypeError($"Cannot delete property '{name}'");
        }

        // Deleting closes the gap by moving what follows.
        run.Charge(1 + owner.MemberCount / 16);
        owner.Delete(name);
    }

    public static bool Has(Run run, object? target, object? key)
    {
        if (target is not JsObject owner)
        {
            throw run.TypeError($"Cannot use 'in' operator to search for a name in {Operators.Describe(target)}");
        }

        var name = Name(run, key);
        return Has(owner, name);
    }

    public static bool Has(JsObject owner, string name) =>
        owner.TryGet(name, out _) || Method(owner.Methods, name) is NativeFunction;

    /// <summary>Whether the value itself has the member, and not only its kind.</summary>
    public static bool HasOwn(Run run, object? target, object? key)
    {
        var name = Name(run, key);
        return target switch
        {
            JsObject owner => owner.TryGet(name, out _),
            string text => name == "length" || (JsObject.IsIndex(name) && NumberText.Parse(name) < text.Length),
            _ => false,
        };
    }

    private static string Name(Run run, object? key)
    {
        run.ChargeKey(key);
        return Operators.ToText(run, key);
    }

    private static bool TrySetItem(Run run, JsArray list, object? key, object? value)
    {
        var name = key as string;
        if (name == "length")
        {
            var length = Operators.ToNumber(run, value);
            CheckLength(run, length);
            run.Charge((long)Math.Max(0, length - list.Count));
            list.Resize((int)length);
            return true;
        }

        var index =
            key is double number && number >= 0 && number == Math.Floor(number) && number < uint.MaxValue ? number
            : name is not null && JsObject.IsIndex(name) ? NumberText.Parse(name)
            : -1;
        if (index < 0)
        {
            return false;
        }

        run.CheckItems(index + 1);
        run.Charge((long)Math.Max(0, index - list.Count));
        list.SetItem((int)index, value);
        return true;
    }

    /// <summary>Checks the length of a list that a script asks for.</summary>
    public static void CheckLength(Run run, double length)
    {
        if (length < 0 || length != Math.Floor(length) || length > uint.MaxValue)
        {
            throw run.RangeError("Invalid array length");
        }

        run.CheckItems(length);
    }

    private static object TextMember(string text, string name) =>
        name == "length" ? (double)text.Length
        : JsObject.IsIndex(name) && NumberText.Parse(name) is var index && index < text.Length
            ? CharacterText.Of(text[(int)index])
        : Method(TextMethods.Table, name);

    private static object Method(FrozenDictionary<string, NativeFunction> table, string name) =>
        table.TryGetValue(name, out var method) || ObjectMethods.Table.TryGetValue(name, out method)
            ? method
            : Special.Undefined;

    private static Thrown Missing(Run run, object? target, string doing)
    {
        var verb = doing.StartsWith("setting", StringComparison.Ordinal) ? "set" : "read";
        return run.TypeError($"Cannot {verb} properties of {Operators.Describe(target)} ({doing})");
    }
}
