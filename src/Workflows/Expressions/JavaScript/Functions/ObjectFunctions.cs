using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>Object</c> and its functions.</summary>
internal static class ObjectFunctions
{
    public static readonly NativeFunction Kind = new(
        "Object",
        1,
        (_, _, a) => Operators.IsMissing(a.At(0)) ? new JsObject() : a[0],
        (_, _, a) => Operators.IsMissing(a.At(0)) ? new JsObject() : a[0],
        NativeFunctions.Members(
            ("assign", 2, Assign),
            ("entries", 1, (run, _, a) => new JsArray([.. Pairs(run, a.At(0))])),
            ("freeze", 1, Freeze),
            ("fromEntries", 1, FromEntries),
            ("hasOwn", 2, (run, _, a) => Members.HasOwn(run, NotMissing(run, a.At(0)), a.At(1))),
            ("is", 2, (run, _, a) => Is(run, a.At(0), a.At(1))),
            ("isFrozen", 1, (_, _, a) => a.At(0) is not JsObject { IsFrozen: false }),
            ("keys", 1, (run, _, a) => new JsArray([.. OwnKeys(run, a.At(0))])),
            (
                "values",
                1,
                (run, _, a) => new JsArray([.. OwnKeys(run, a.At(0)).Select(k => Members.GetNamed(run, a[0], k))])
            )
        )
    );

    /// <summary>The names of members that loops show; a text has those of its characters.</summary>
    public static List<string> OwnKeys(Run run, object? value)
    {
        var keys = NotMissing(run, value) switch
        {
            JsObject owner => owner.Keys(),
            string text => [.. Enumerable.Range(0, text.Length).Select(i => NumberText.Of(i))],
            _ => [],
        };
        run.CheckItems(keys.Count);
        run.Charge(keys.Count);
        return keys;
    }

    /// <summary>Copies the members of a value, if it has any, into an object.</summary>
    public static void CopyMembers(Run run, object? source, JsObject target)
    {
        if (Operators.IsMissing(source))
        {
            return;
        }

        foreach (var key in OwnKeys(run, source))
        {
            Members.Set(run, target, key, Members.GetNamed(run, source, key));
        }
    }

    /// <summary>A new object with all members but some.</summary>
    public static JsObject CopyExcept(Run run, object? source, HashSet<string> left)
    {
        var result = new JsObject();
        foreach (var key in OwnKeys(run, source).Where(key => !left.Contains(key)))
        {
            result.Set(key, Members.GetNamed(run, source, key));
        }

        return result;
    }

    private static IEnumerable<object?> Pairs(Run run, object? value) =>
        OwnKeys(run, value).Select(key => new JsArray([key, Members.GetNamed(run, value, key)]));

    private static object? Assign(Run run, object? self, object?[] arguments)
    {
        var target =
            NotMissing(run, arguments.At(0)) as JsObject ?? throw run.TypeError("Object.assign needs an object");
        foreach (var source in arguments.Skip(1))
        {
            CopyMembers(run, source, target);
        }

        return target;
    }

    private static object? Freeze(Run run, object? self, object?[] arguments)
    {
        if (arguments.At(0) is JsObject target)
        {
            target.IsFrozen = true;
        }

        return arguments.At(0);
    }

    private static JsObject FromEntries(Run run, object? self, object?[] arguments)
    {
        var result = new JsObject();
        foreach (var entry in Iteration.Items(run, arguments.At(0)))
        {
            if (entry is not JsObject)
            {
                throw run.TypeError($"Iterator value {Operators.Describe(entry)} is not an entry object");
            }

            Members.Set(run, result, Members.Get(run, entry, 0.0), Members.Get(run, entry, 1.0));
        }

        return result;
    }

    private static bool Is(Run run, object? left, object? right) =>
        left is double a && right is double b
            ? a.Equals(b) && double.IsNegative(a) == double.IsNegative(b)
            : Operators.SameValue(run, left, right);

    private static object? NotMissing(Run run, object? value) =>
        Operators.IsMissing(value) ? throw run.TypeError("Cannot convert undefined or null to object") : value;
}

/// <summary>Methods of plain objects, and of every other value whose kind has no better one.</summary>
internal static class ObjectMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("hasOwnProperty", 1, (run, self, a) => Members.HasOwn(run, self, a.At(0))),
        ("toString", 0, (_, self, _) => $"[object {(self as JsObject)?.Kind ?? "Object"}]"),
        ("valueOf", 0, (_, self, _) => self)
    );
}

/// <summary>Methods of functions.</summary>
internal static class FunctionMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("apply", 2, (run, self, a) => run.Call(self, a.At(0), [.. Listed(run, a.At(1))])),
        ("bind", 1, Bind),
        ("call", 1, (run, self, a) => run.Call(self, a.At(0), [.. a.Skip(1)])),
        ("toString", 0, (_, self, _) => $"function {(self as JsFunction)?.Name}() {{ [native code] }}")
    );

    private static NativeFunction Bind(Run run, object? self, object?[] arguments) =>
        self is JsFunction function
            ? new(
                "bound " + function.Name,
                0,
                (inner, _, more) => inner.Call(function, arguments.At(0), [.. arguments.Skip(1), .. more])
            )
            : throw run.TypeError("Bind must be called on a function");

    private static IEnumerable<object?> Listed(Run run, object? value) =>
        Operators.IsMissing(value) ? [] : Iteration.Items(run, value);
}
