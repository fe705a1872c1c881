using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>The methods of lists that change the list.</summary>
internal static partial class ListMethods
{
    private static object? Fill(Run run, JsArray list, object?[] arguments)
    {
        if (list.IsFrozen)
        {
            throw run.TypeError("Cannot change a frozen list");
        }

        var to = TextMethods.Relative(run, arguments.At(2), list.Count, list.Count);
        for (var i = TextMethods.Relative(run, arguments.At(1), list.Count, 0); i < to; i++)
        {
            run.Charge();
            list.Items[i] = arguments.At(0);
        }

        return list;
    }

    private static object? TakeOut(JsArray list, int index)
    {
        if (index < 0)
        {
            return Special.Undefined;
        }

        var item = list[index];
        list.Items.RemoveAt(index);
        return item;
    }

    private static object? Shift(Run run, JsArray list, object?[] arguments)
    {
        run.Charge(list.Count / 16);
        return list.Count == 0 ? Special.Undefined : TakeOut(list, 0);
    }

    private static object? Push(Run run, JsArray list, object?[] arguments)
    {
        run.Charge(arguments.Length);
        list.Items.AddRange(arguments);
        run.CheckItems(list.Count);
        return (double)list.Count;
    }

    private static object? Unshift(Run run, JsArray list, object?[] arguments)
    {
        run.Charge(arguments.Length + list.Count / 16);
        list.Items.InsertRange(0, arguments);
        run.CheckItems(list.Count);
        return (double)list.Count;
    }

    private static object? Reverse(Run run, JsArray list, object?[] arguments)
    {
        run.Charge(list.Count);
        list.Items.Reverse();
        return list;
    }

    private static object? ToSpliced(Run run, JsArray list, object?[] arguments)
    {
        var copy = Copy(run, list);
        Splice(run, copy, arguments);
        return copy;
    }

    private static object? Splice(Run run, JsArray list, object?[] arguments)
    {
        var from = TextMethods.Relative(run, arguments.At(0), list.Count, 0);
        var count = arguments.Length switch
        {
            0 => 0,
            1 => list.Count - from,
            _ => TextMethods.Clamp(Operators.ToInteger(run, arguments[1]), list.Count - from),
        };
        run.Charge(count + arguments.Length + list.Count / 16);
        var removed = list.Items.GetRange(from, count);
        list.Items.RemoveRange(from, count);
        list.Items.InsertRange(from, arguments.Skip(2));
        run.CheckItems(list.Count);
        return new JsArray(removed);
    }
}
