using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>JSON</c>.</summary>
internal static class JsonFunctions
{
    public static readonly JsObject Namespace = NativeFunctions.Namespace(
        NativeFunctions.Members(
            ("parse", 2, Parse),
            ("stringify", 3, (run, _, a) => JsonWriter.Write(run, a.At(0), a.At(1), a.At(2)))
        )
    );

    private static object? Parse(Run run, object? self, object?[] arguments)
    {
        var value = new JsonReader(run, Operators.ToText(run, arguments.At(0))).Read();
        return arguments.At(1) is JsFunction reviver ? Revive(run, reviver, value) : value;
    }

    private static object? Revive(Run run, JsFunction reviver, object? value)
    {
        var root = new JsObject();
        root.Set("", value);
        return ReviveMember(run, reviver, root, "");
    }

    private static object? ReviveMember(Run run, JsFunction reviver, JsObject owner, string key)
    {
        run.Enter();
        var value = Members.GetNamed(run, owner, key);
        if (value is JsObject inner)
        {
            foreach (var name in inner.Keys())
            {
                var revived = ReviveMember(run, reviver, inner, name);
                if (ReferenceEquals(revived, Special.Undefined))
                {
                    Members.Delete(run, inner, name);
                }
                else
                {
                    Members.Set(run, inner, name, revived);
                }
            }
        }

        run.Leave();
        return run.Call(reviver, owner, key, value);
    }
}
