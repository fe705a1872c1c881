using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>The way in and out: plain values of the workflow to values of the script and back.</summary>
internal static class PlainValues
{
    /// <summary>Copies a plain value in. What the script does to the copy stays in the script.</summary>
    public static object? ToScript(Run run, object? value)
    {
        switch (value)
        {
            case null or bool or double or TimeSpan:
                return value;
            case string text:
                return text;
            case long number:
                return (double)number;
            case decimal number:
                return (double)number;
            case int number:
                return (double)number;
            case DateTimeOffset moment:
                return new JsDate(DateMath.FromMoment(moment));
            case Guid id:
                return id.ToString();
            case IReadOnlyList<object?> list:
                return ToScriptList(run, list);
            case IReadOnlyDictionary<string, object?> members:
                return ToScriptObject(run, members);
            default:
                throw run.Limit($"A value of type {value.GetType().Name} cannot enter a script.");
        }
    }

    /// <summary>Copies a value of the script out.</summary>
    /// <exception cref="ExpressionException">It is a function, an invalid date, or nested too deeply.</exception>
    public static object? ToPlain(Run run, object? value)
    {
        switch (value)
        {
            case Special:
                return null;
            case JsArray list:
                return ToPlainList(run, list.Items);
            case JsDate date:
                return ToMoment(run, date);
            case JsSet set:
                return ToPlainList(run, MapMethods.Keys(set));
            case JsMap map:
                return ToPlainMembers(run, MapMethods.Entries(run, map));
            case JsRegex regex:
                return regex.Compiled.ToString();
            case JsError error:
                return ErrorToPlain(run, error);
            case JsFunction function:
                throw run.Limit($"The result is the function {function.Name}; call it with brackets to get its value.");
            case JsObject members:
                return ToPlainMembers(run, members.Keys().Select(key => (key, Read(members, key))));
            default:
                return value;
        }
    }

    private static JsArray ToScriptList(Run run, IReadOnlyList<object?> list)
    {
        run.CheckItems(list.Count);
        run.Charge(list.Count);
        run.Enter();
        var items = new List<object?>(list.Count);
        foreach (var item in list)
        {
            items.Add(ToScript(run, item));
        }

        run.Leave();
        return new JsArray(items);
    }

    private static JsObject ToScriptObject(Run run, IReadOnlyDictionary<string, object?> members)
    {
        run.CheckItems(members.Count);
        run.Charge(members.Count);
        run.Enter();
        var result = new JsObject();
        foreach (var (name, value) in members)
        {
            result.Set(name, ToScript(run, value));
        }

        run.Leave();
        return result;
    }

    private static List<object?> ToPlainList(Run run, IEnumerable<object?> items)
    {
        run.Enter();
        var result = new List<object?>();
        foreach (var item in items)
        {
            run.Charge();
            result.Add(item is JsFunction ? null : ToPlain(run, item));
        }

        run.Leave();
        return result;
    }

    private static Dictionary<string, object?> ToPlainMembers(
        Run run,
        IEnumerable<(string Name, object? Value)> members
    )
    {
        run.Enter();
        var result = new Dictionary<string, object?>();
        foreach (var (name, value) in members)
        {
            run.Charge();
            // A method has no meaning outside the script.
            if (value is not JsFunction)
            {
                result[name] = ToPlain(run, value);
            }
        }

        run.Leave();
        return result;
    }

    private static Dictionary<string, object?> ErrorToPlain(Run run, JsError error) =>
        ToPlainMembers(run, [("name", Read(error, "name")), ("message", Read(error, "message"))]);

    private static object? Read(JsObject owner, string name) => owner.TryGet(name, out var value) ? value : null;

    private static DateTimeOffset? ToMoment(Run run, JsDate date) =>
        double.IsNaN(date.Time) ? null
        : DateMath.TryToMoment(date.Time, out var moment) ? moment
        : throw run.Limit("The date lies outside the years 1 to 9999.");
}
