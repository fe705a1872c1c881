using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private Code CompileCall(Call call, bool inChain)
    {
        var arguments = CompileArguments(call.Arguments);
        if (call.Callee is Name name && Resolve(name.Text) is null)
        {
            if (Accessor.TryParse(name.Text) is { } accessor && !Globals.Table.ContainsKey(name.Text))
            {
                RefuseLookalike(name, accessor, call.Arguments);
                return CompileAccessor(name, accessor, arguments);
            }

            NoteWorkflowCall(name.Text, call.Arguments);
        }

        return call.Callee is Member member
            ? CompileMethodCall(call, member, arguments, inChain)
            : CompilePlainCall(call, arguments, inChain);
    }

    private Code CompileAccessor(Name name, Accessor accessor, Func<Frame, object?[]> arguments)
    {
        mentions.Accessor(name.Text);
        var at = name.At;
        if (accessor.IsGetter)
        {
            return frame =>
            {
                frame.Run.At = at;
                frame.Run.Charge();
                return accessor.Get(frame.Run);
            };
        }

        return frame =>
        {
            var given = arguments(frame);
            frame.Run.At = at;
            frame.Run.Charge();
            return accessor.Set(frame.Run, given.At(0));
        };
    }

    /// <summary>A variable may be called Timeout, but <c>setTimeout(() => …)</c> means something else.</summary>
    private void RefuseLookalike(Name name, Accessor accessor, IReadOnlyList<Expression> arguments)
    {
        var isMeant = accessor.IsGetter ? arguments.Count > 0 : arguments is [FunctionExpression, ..];
        if (isMeant && Globals.Refused.ContainsKey(name.Text))
        {
            ReportUnknown(name);
        }
    }

    /// <summary>Notes what <c>getVariable('X')</c> and its like mention.</summary>
    private void NoteWorkflowCall(string function, IReadOnlyList<Expression> arguments)
    {
        if (!WorkflowFunctions.TakesName(function))
        {
            return;
        }

        if (arguments is not [Literal { Value: string subject }, ..])
        {
            mentions.ComputedNames = true;
            return;
        }

        var set = function switch
        {
            "getVariable" => mentions.Variables,
            "setVariable" => mentions.Assigned,
            "getInput" => mentions.Inputs,
            _ => mentions.Outputs,
        };
        set.Add(subject);
    }

    private Code CompilePlainCall(Call call, Func<Frame, object?[]> arguments, bool inChain)
    {
        var callee =
            call.Callee is Name name
            && Resolve(name.Text) is null
            && Globals.Table.TryGetValue(name.Text, out var known)
                ? Constant(known)
                : Compile(call.Callee, inChain);
        var (at, isOptional) = (call.At, call.IsOptional);
        var shown = Shown(call.Callee);
        return frame =>
        {
            var function = callee(frame);
            if (inChain && IsBroken(function, isOptional))
            {
                return Special.BrokenChain;
            }

            var given = arguments(frame);
            frame.Run.At = at;
            return Invoke(frame.Run, function, Special.Undefined, given, shown);
        };
    }

    private Code CompileMethodCall(Call call, Member member, Func<Frame, object?[]> arguments, bool inChain)
    {
        var (target, key) = CompileReference(member, inChain);
        var name = (member.Key as Literal)?.Value as string;
        var (at, isOptionalMember, isOptionalCall) = (call.At, member.IsOptional, call.IsOptional);
        var shown = Shown(member);
        return frame =>
        {
            var run = frame.Run;
            var owner = target(frame);
            if (inChain && IsBroken(owner, isOptionalMember))
            {
                return Special.BrokenChain;
            }

            var computed = name is null ? key(frame) : null;
            run.At = at;
            var function = name is null ? Members.Get(run, owner, computed) : Members.GetNamed(run, owner, name);
            if (isOptionalCall && Operators.IsMissing(function))
            {
                return Special.BrokenChain;
            }

            var given = arguments(frame);
            run.At = at;
            return Invoke(run, function, owner, given, shown);
        };
    }

    private static object? Invoke(Run run, object? function, object? self, object?[] arguments, string shown) =>
        function is JsFunction
            ? run.Call(function, self, arguments)
            : throw run.TypeError($"{shown} is not a function");

    private Func<Frame, object?[]> CompileArguments(IReadOnlyList<Expression> arguments)
    {
        if (arguments.Any(a => a is Spread))
        {
            var list = CompileItems(arguments);
            return frame => [.. list(frame)];
        }

        var codes = arguments.Select(e => Compile(e)).ToArray();
        return codes switch
        {
            [] => _ => [],
            [var only] => frame => [only(frame)],
            [var first, var second] => frame => [first(frame), second(frame)],
            _ => frame => Array.ConvertAll(codes, code => code(frame)),
        };
    }

    private Code CompileNew(New made)
    {
        var arguments = CompileArguments(made.Arguments);
        var at = made.At;
        if (Resolve(made.Kind.Text) is not null)
        {
            Report("unsupported.new", "new makes built-in kinds only; call the function and return an object.", at);
            return Nothing;
        }

        if (!Globals.Table.TryGetValue(made.Kind.Text, out var kind))
        {
            ReportUnknown(made.Kind);
            return Nothing;
        }

        if (kind is not NativeFunction { Construct: { } construct })
        {
            Report("unsupported.new", $"new {made.Kind.Text}() is not supported.", at);
            return Nothing;
        }

        return frame =>
        {
            var given = arguments(frame);
            frame.Run.At = at;
            frame.Run.Charge();
            return construct(frame.Run, Special.Undefined, given);
        };
    }

    private static string Shown(Expression callee) =>
        callee switch
        {
            Name name => name.Text,
            Member { IsComputed: false, Key: Literal { Value: string name } } member =>
                $"{Shown(member.Target)}.{name}",
            This => "this",
            _ => "(expression)",
        };
}
