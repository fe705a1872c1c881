using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>Array</c> and its functions.</summary>
internal static class ListFunctions
{
    public static readonly NativeFunction Kind = new(
        "Array",
        1,
        Make,
        Make,
        NativeFunctions.Members(
            ("from", 1, From),
            ("isArray", 1, (_, _, a) => a.At(0) is JsArray),
            ("of", 0, (run, _, a) => Of(run, a))
        )
    );

    private static JsArray Make(Run run, object? self, object?[] arguments)
    {
        if (arguments is not [double length])
        {
            return Of(run, arguments);
        }

        Members.CheckLength(run, length);
        run.Charge((long)length);
        var result = new JsArray();
        result.Resize((int)length);
        return result;
    }

    private static JsArray Of(Run run, object?[] arguments)
    {
        run.Charge(arguments.Length);
        return new JsArray([.. arguments]);
    }

    private static object? From(Run run, object? self, object?[] arguments)
    {
        var source = arguments.At(0);
        if (Operators.IsMissing(source))
        {
            throw run.TypeError($"{Operators.Describe(source)} is not iterable");
        }

        var mapper = arguments.At(1);
        var result = new JsArray();
        var isIterable = source is JsArray or string or JsMap or JsIterator;
        foreach (var item in isIterable ? Iteration.Items(run, source) : Indexed(run, source))
        {
            var value = mapper is Special ? item : run.Call(mapper, arguments.At(2), item, (double)result.Count);
            result.Items.Add(value);
            run.CheckItems(result.Count);
        }

        return result;
    }

    /// <summary>The items of something that only has a length, such as <c>{ length: 3 }</c>.</summary>
    private static IEnumerable<object?> Indexed(Run run, object? source)
    {
        var length = Operators.ToInteger(run, Members.GetNamed(run, source, "length"));
        run.CheckItems(length);
        for (var i = 0; i < length; i++)
        {
            run.Charge();
            yield return Members.Get(run, source, (double)i);
        }
    }
}
