using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Going through the items of a value, one step each.</summary>
internal static class Iteration
{
    /// <summary>What <c>for…of</c> and <c>...</c> see. The value may change meanwhile; what is added is seen too.</summary>
    /// <exception cref="Thrown">The value has no items.</exception>
    public static IEnumerable<object?> Items(Run run, object? value) =>
        value switch
        {
            JsArray list => ListItems(run, list),
            string text => Characters(run, text),
            JsSet set => Counted(run, MapMethods.Keys(set)),
            JsMap map => Counted(run, MapMethods.Pairs(map)),
            JsIterator iterator => Remaining(run, iterator),
            _ => throw run.TypeError($"{Operators.Describe(value)} is not iterable"),
        };

    /// <summary>What <c>for…in</c> sees.</summary>
    public static IEnumerable<object?> Names(Run run, object? value)
    {
        if (Operators.IsMissing(value))
        {
            yield break;
        }

        foreach (var name in ObjectFunctions.OwnKeys(run, value))
        {
            run.Charge();
            if (Members.HasOwn(run, value, name))
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<object?> ListItems(Run run, JsArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            run.Charge();
            yield return list[i];
        }
    }

    /// <summary>Characters as people count them: a surrogate pair is one.</summary>
    private static IEnumerable<object?> Characters(Run run, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            run.Charge();
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                yield return text.Substring(i++, 2);
            }
            else
            {
                yield return CharacterText.Of(text[i]);
            }
        }
    }

    private static IEnumerable<object?> Counted(Run run, IEnumerable<object?> items)
    {
        foreach (var item in items)
        {
            run.Charge();
            yield return item;
        }
    }

    private static IEnumerable<object?> Remaining(Run run, JsIterator iterator)
    {
        while (iterator.TryNext(out var item))
        {
            run.Charge();
            yield return item;
        }
    }
}

/// <summary>Methods of iterators.</summary>
internal static class IteratorMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(("next", 0, Next));

    private static JsObject Next(Run run, object? self, object?[] arguments)
    {
        if (self is not JsIterator iterator)
        {
            throw run.TypeError("next called on something that is no iterator");
        }

        var found = iterator.TryNext(out var item);
        var result = new JsObject();
        result.Set("value", item);
        result.Set("done", !found);
        return result;
    }
}
