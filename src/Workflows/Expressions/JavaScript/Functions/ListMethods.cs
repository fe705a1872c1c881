using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Methods of lists: reading, changing, and taking parts. Those that take a function are in the other half.</summary>
internal static partial class ListMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("at", 1, On(At)),
        ("concat", 1, On(Concat)),
        ("entries", 0, On((_, list, _) => new JsIterator(Entries(list)))),
        ("every", 1, On((run, list, a) => !Visits(run, list, a).Any(v => !v.IsTrue))),
        ("fill", 1, On(Fill)),
        ("filter", 1, On(Filter)),
        ("find", 1, On((run, list, a) => Search(run, list, a, fromEnd: false).Item)),
        ("findIndex", 1, On((run, list, a) => Search(run, list, a, fromEnd: false).Index)),
        ("findLast", 1, On((run, list, a) => Search(run, list, a, fromEnd: true).Item)),
        ("findLastIndex", 1, On((run, list, a) => Search(run, list, a, fromEnd: true).Index)),
        ("flat", 0, On(Flat)),
        ("flatMap", 1, On(FlatMap)),
        ("forEach", 1, On(ForEach)),
        ("includes", 1, On(Includes)),
        ("indexOf", 1, On(IndexOf)),
        ("join", 1, On(Join)),
        ("keys", 0, On((_, list, _) => new JsIterator(Indexes(list)))),
        ("lastIndexOf", 1, On(LastIndexOf)),
        ("map", 1, On(Map)),
        ("pop", 0, Changing((_, list, _) => TakeOut(list, list.Count - 1))),
        ("push", 1, Changing(Push)),
        ("reduce", 1, On((run, list, a) => Reduce(run, list, a, fromEnd: false))),
        ("reduceRight", 1, On((run, list, a) => Reduce(run, list, a, fromEnd: true))),
        ("reverse", 0, Changing(Reverse)),
        ("shift", 0, Changing(Shift)),
        ("slice", 2, On(Slice)),
        ("some", 1, On((run, list, a) => Visits(run, list, a).Any(v => v.IsTrue))),
        ("sort", 1, Changing(ListSort.Sort)),
        ("splice", 2, Changing(Splice)),
        ("toReversed", 0, On((run, list, a) => Reverse(run, Copy(run, list), a))),
        ("toSorted", 1, On((run, list, a) => ListSort.Sort(run, Copy(run, list), a))),
        ("toSpliced", 2, On(ToSpliced)),
        ("toString", 0, On((run, list, _) => Join(run, list, []))),
        ("unshift", 1, Changing(Unshift)),
        ("values", 0, On((_, list, _) => new JsIterator(Values(list)))),
        ("with", 2, On(With))
    );

    private static Native On(Func<Run, JsArray, object?[], object?> method) =>
        (run, self, arguments) =>
            self is JsArray list
                ? method(run, list, arguments)
                : throw run.TypeError("A list method was called on something that is no list");

    private static Native Changing(Func<Run, JsArray, object?[], object?> method) =>
        On(
            (run, list, arguments) =>
                list.IsFrozen ? throw run.TypeError("Cannot change a frozen list") : method(run, list, arguments)
        );

    private static JsArray Copy(Run run, JsArray list)
    {
        run.Charge(list.Count);
        return new JsArray([.. Values(list)]);
    }

    private static IEnumerable<object?> Values(JsArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            yield return list[i];
        }
    }

    private static IEnumerable<object?> Indexes(JsArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            yield return (double)i;
        }
    }

    private static IEnumerable<object?> Entries(JsArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            yield return new JsArray([(double)i, list[i]]);
        }
    }

    private static object? At(Run run, JsArray list, object?[] arguments)
    {
        var index = Operators.ToInteger(run, arguments.At(0));
        index = index < 0 ? list.Count + index : index;
        return index >= 0 && index < list.Count ? list[(int)index] : Special.Undefined;
    }

    private static object? With(Run run, JsArray list, object?[] arguments)
    {
        var index = Operators.ToInteger(run, arguments.At(0));
        index = index < 0 ? list.Count + index : index;
        if (index < 0 || index >= list.Count)
        {
            throw run.RangeError("Invalid index");
        }

        var result = Copy(run, list);
        result.Items[(int)index] = arguments.At(1);
        return result;
    }

    private static object? Concat(Run run, JsArray list, object?[] arguments)
    {
        run.Charge(list.Count);
        var result = new JsArray([.. list.Items]);
        foreach (var argument in arguments)
        {
            if (argument is JsArray more)
            {
                run.Charge(more.Count);
                result.Items.AddRange(more.Items);
            }
            else
            {
                result.Items.Add(argument);
            }

            run.CheckItems(result.Count);
        }

        return result;
    }

    private static object? Flat(Run run, JsArray list, object?[] arguments)
    {
        var depth = ReferenceEquals(arguments.At(0), Special.Undefined) ? 1 : Operators.ToInteger(run, arguments.At(0));
        var result = new JsArray();
        Flatten(run, list, depth, result);
        return result;
    }

    private static void Flatten(Run run, JsArray list, double depth, JsArray result)
    {
        run.Enter();
        for (var i = 0; i < list.Count; i++)
        {
            run.Charge();
            if (list[i] is JsArray inner && depth >= 1)
            {
                Flatten(run, inner, depth - 1, result);
            }
            else if (!list.IsHole(i))
            {
                result.Items.Add(list[i]);
                run.CheckItems(result.Count);
            }
        }

        run.Leave();
    }

    private static object? Includes(Run run, JsArray list, object?[] arguments)
    {
        for (var i = TextMethods.Relative(run, arguments.At(1), list.Count, 0); i < list.Count; i++)
        {
            run.Charge();
            if (Operators.SameValue(run, list[i], arguments.At(0)))
            {
                return true;
            }
        }

        return false;
    }

    private static object? IndexOf(Run run, JsArray list, object?[] arguments)
    {
        for (var i = TextMethods.Relative(run, arguments.At(1), list.Count, 0); i < list.Count; i++)
        {
            run.Charge();
            if (!list.IsHole(i) && Operators.StrictEquals(run, list[i], arguments.At(0)))
            {
                return (double)i;
            }
        }

        return -1.0;
    }

    private static object? LastIndexOf(Run run, JsArray list, object?[] arguments)
    {
        var from = arguments.Length > 1 ? Operators.ToInteger(run, arguments[1]) : list.Count - 1;
        from = from < 0 ? list.Count + from : Math.Min(from, list.Count - 1);
        for (var i = (int)Math.Max(from, -1); i >= 0; i--)
        {
            run.Charge();
            if (!list.IsHole(i) && Operators.StrictEquals(run, list[i], arguments.At(0)))
            {
                return (double)i;
            }
        }

        return -1.0;
    }

    private static object? Join(Run run, JsArray list, object?[] arguments)
    {
        var separator = ReferenceEquals(arguments.At(0), Special.Undefined)
            ? ","
            : Operators.ToText(run, arguments.At(0));
        run.Enter();
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < list.Count; i++)
        {
            run.Charge();
            var item = Operators.IsMissing(list[i]) ? "" : Operators.ToText(run, list[i]);
            run.CheckText((long)result.Length + separator.Length + item.Length);
            result.Append(i > 0 ? separator : "").Append(item);
        }

        run.Leave();
        run.ChargeText(result.Length);
        return result.ToString();
    }

    private static object? Slice(Run run, JsArray list, object?[] arguments)
    {
        var from = TextMethods.Relative(run, arguments.At(0), list.Count, 0);
        var to = TextMethods.Relative(run, arguments.At(1), list.Count, list.Count);
        run.Charge(Math.Max(0, to - from));
        return new JsArray(from < to ? list.Items.GetRange(from, to - from) : []);
    }
}
