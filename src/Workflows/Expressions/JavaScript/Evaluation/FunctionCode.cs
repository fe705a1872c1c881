using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>A function made ready to run, shared by all its closures. The script itself is one, without parameters.</summary>
/// <remarks>Thread-safe: nothing here changes once the script is parsed.</remarks>
internal sealed record FunctionCode(
    string Name,
    int Length,
    NameScope Names,
    Binding? Self,
    bool IsArrow,
    Action<Frame, object?[]> Body
)
{
    /// <summary>Runs one call.</summary>
    /// <param name="run">The evaluation.</param>
    /// <param name="around">The scope in which the function was written.</param>
    /// <param name="self">What <c>this</c> means.</param>
    /// <param name="closure">The function as a value, for calling itself by name.</param>
    /// <param name="arguments">As passed; may be fewer or more than the parameters.</param>
    public object? Invoke(Run run, Scope? around, object? self, JsFunction? closure, object?[] arguments)
    {
        var scope = around;
        if (Names.Count > 0)
        {
            scope = new Scope(Names.NewSlots(), around);
            if (Self is not null)
            {
                scope.Slots[Self.Slot] = closure;
            }
        }

        var frame = new Frame(run, scope, self) { Result = Special.Undefined };
        Body(frame, arguments);
        return frame.Result;
    }
}

/// <summary>A function of the script as a value: its code and the scope in which it was written.</summary>
internal sealed class JsClosure(FunctionCode code, Scope? around, object? arrowSelf)
    : JsFunction(code.Name, code.Length)
{
    public override object? Invoke(Run run, object? self, object?[] arguments) =>
        code.Invoke(run, around, code.IsArrow ? arrowSelf : self, this, arguments);
}
