using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Sorting that leaves equals in their order, with undefined and then holes at the end.</summary>
internal static class ListSort
{
    public static object? Sort(Run run, JsArray list, object?[] arguments)
    {
        var comparer = arguments.At(0);
        if (comparer is not JsFunction && !ReferenceEquals(comparer, Special.Undefined))
        {
            throw run.TypeError("The comparison function must be either a function or undefined");
        }

        run.Charge(list.Count);
        var all = list.Items.ToArray();
        var items = Array.FindAll(all, i => i is not Special);
        var undefined = all.Count(i => ReferenceEquals(i, Special.Undefined));
        object?[] sorted = comparer is JsFunction compare
            ? Merge(items, (a, b) => Compare(run, compare, a, b))
            : SortAsText(run, items);
        list.Items.Clear();
        list.Items.AddRange(sorted);
        list.Items.AddRange(Enumerable.Repeat<object?>(Special.Undefined, undefined));
        list.Resize(all.Length);
        return list;
    }

    private static int Compare(Run run, JsFunction compare, object? a, object? b)
    {
        var result = Operators.ToNumber(run, run.Call(compare, Special.Undefined, a, b));
        return result > 0 ? 1
            : result < 0 ? -1
            : 0;
    }

    private static object?[] SortAsText(Run run, object?[] items)
    {
        var texts = Array.ConvertAll(items, item => (Text: Operators.ToText(run, item), Item: item));
        var sorted = Merge(
            texts,
            (a, b) =>
            {
                run.Charge(1 + Math.Min(a.Text.Length, b.Text.Length) / 256);
                return string.CompareOrdinal(a.Text, b.Text);
            }
        );
        return Array.ConvertAll(sorted, pair => pair.Item);
    }

    /// <summary>Merge sort, bottom up: a comparison that contradicts itself can confuse the order but nothing else.</summary>
    private static T[] Merge<T>(T[] items, Func<T, T, int> compare)
    {
        var (source, target) = (items, new T[items.Length]);
        for (long width = 1; width < items.Length; width *= 2)
        {
            for (long left = 0; left < items.Length; left += 2 * width)
            {
                var middle = (int)Math.Min(left + width, items.Length);
                var end = (int)Math.Min(left + 2 * width, items.Length);
                MergeRuns(source, target, (int)left, middle, end, compare);
            }

            (source, target) = (target, source);
        }

        return source;
    }

    private static void MergeRuns<T>(T[] source, T[] target, int left, int middle, int end, Func<T, T, int> compare)
    {
        var (a, b) = (left, middle);
        for (var i = left; i < end; i++)
        {
            var takesLeft = a < middle && (b >= end || compare(source[a], source[b]) <= 0);
            target[i] = takesLeft ? source[a++] : source[b++];
        }
    }
}
