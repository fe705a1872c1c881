using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>The methods of lists that call a function for each item.</summary>
internal static partial class ListMethods
{
    /// <summary>What the function said of an item.</summary>
    private readonly record struct Visit(int Index, object? Item, object? Result)
    {
        public bool IsTrue => Operators.IsTrue(Result);
    }

    /// <summary>Calls the function for the items that are there at the start, holes left out.</summary>
    private static IEnumerable<Visit> Visits(Run run, JsArray list, object?[] arguments)
    {
        var visitor = Visitor(run, arguments);
        var self = arguments.At(1);
        var count = list.Count;
        for (var i = 0; i < count; i++)
        {
            run.Charge();
            if (!list.IsHole(i))
            {
                var item = list[i];
                yield return new(i, item, run.Call(visitor, self, item, (double)i, list));
            }
        }
    }

    private static JsFunction Visitor(Run run, object?[] arguments) =>
        arguments.At(0) as JsFunction
        ?? throw run.TypeError($"{Operators.Describe(arguments.At(0))} is not a function");

    private static object? ForEach(Run run, JsArray list, object?[] arguments)
    {
        foreach (var _ in Visits(run, list, arguments))
        {
            // The visit itself is what is wanted.
        }

        return Special.Undefined;
    }

    private static object? Map(Run run, JsArray list, object?[] arguments)
    {
        var result = new JsArray();
        result.Resize(list.Count);
        foreach (var visit in Visits(run, list, arguments))
        {
            result.Items[visit.Index] = visit.Result;
        }

        return result;
    }

    private static object? Filter(Run run, JsArray list, object?[] arguments)
    {
        var result = new JsArray();
        foreach (var visit in Visits(run, list, arguments))
        {
            if (visit.IsTrue)
            {
                result.Items.Add(visit.Item);
            }
        }

        return result;
    }

    private static object? FlatMap(Run run, JsArray list, object?[] arguments)
    {
        var result = new JsArray();
        foreach (var visit in Visits(run, list, arguments))
        {
            if (visit.Result is JsArray inner)
            {
                Flatten(run, inner, 0, result);
            }
            else
            {
                result.Items.Add(visit.Result);
            }

            run.CheckItems(result.Count);
        }

        return result;
    }

    /// <summary>The first item, or the last, for which the function says yes; holes count as undefined here.</summary>
    private static (object? Item, double Index) Search(Run run, JsArray list, object?[] arguments, bool fromEnd)
    {
        var visitor = Visitor(run, arguments);
        var count = list.Count;
        for (var n = 0; n < count; n++)
        {
            run.Charge();
            var i = fromEnd ? count - 1 - n : n;
            var item = list[i];
            if (Operators.IsTrue(run.Call(visitor, arguments.At(1), item, (double)i, list)))
            {
                return (item, i);
            }
        }

        return (Special.Undefined, -1);
    }

    private static object? Reduce(Run run, JsArray list, object?[] arguments, bool fromEnd)
    {
        var visitor = Visitor(run, arguments);
        var hasValue = arguments.Length > 1;
        var value = arguments.At(1);
        var count = list.Count;
        for (var n = 0; n < count; n++)
        {
            run.Charge();
            var i = fromEnd ? count - 1 - n : n;
            if (list.IsHole(i))
            {
                continue;
            }

            value = hasValue ? run.Call(visitor, Special.Undefined, value, list[i], (double)i, list) : list[i];
            hasValue = true;
        }

        return hasValue ? value : throw run.TypeError("Reduce of empty array with no initial value");
    }
}
