using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private Step CompileWhile(While loop)
    {
        var test = Compile(loop.Test);
        var body = Compile(loop.Body);
        return Resetting(frame =>
        {
            while (Operators.IsTrue(test(frame)))
            {
                frame.Run.Charge();
                var completion = body(frame);
                if (completion is Completion.Break or Completion.Return)
                {
                    return AfterLoop(completion);
                }
            }

            return Completion.Normal;
        });
    }

    private Step CompileDoWhile(DoWhile loop)
    {
        var test = Compile(loop.Test);
        var body = Compile(loop.Body);
        return Resetting(frame =>
        {
            do
            {
                frame.Run.Charge();
                var completion = body(frame);
                if (completion is Completion.Break or Completion.Return)
                {
                    return AfterLoop(completion);
                }
            } while (Operators.IsTrue(test(frame)));

            return Completion.Normal;
        });
    }

    private static Completion AfterLoop(Completion completion) =>
        completion == Completion.Return ? Completion.Return : Completion.Normal;

    private Step CompileFor(For loop)
    {
        names = new NameScope(names, isFunction: false);
        if (loop.First is Declaration { Kind: not DeclarationKind.Var } declaration)
        {
            DeclareAll(declaration);
        }

        var first = loop.First switch
        {
            null => NoStep,
            ExpressionStatement start => CompileIgnored(start.Value),
            var start => Compile(start),
        };
        var test = loop.Test is null ? null : Compile(loop.Test);
        var next = loop.Next is null ? NoStep : CompileIgnored(loop.Next);
        var body = Compile(loop.Body);
        var scope = names;
        names = scope.Parent;
        return Resetting(frame =>
        {
            var outer = frame.Scope;
            frame.Scope = scope.Count > 0 ? new Scope(scope.NewSlots(), outer) : outer;
            first(frame);
            var completion = Completion.Normal;
            while (test is null || Operators.IsTrue(test(frame)))
            {
                frame.Run.Charge();
                completion = body(frame);
                if (completion is Completion.Break or Completion.Return)
                {
                    break;
                }

                // A function made in this pass keeps the values of this pass.
                if (scope.IsCaptured)
                {
                    frame.Scope = new Scope([.. frame.Scope!.Slots], outer);
                }

                next(frame);
            }

            frame.Scope = outer;
            return AfterLoop(completion);
        });
    }

    private Step CompileIgnored(Expression expression)
    {
        var value = Compile(expression);
        return frame =>
        {
            value(frame);
            return Completion.Normal;
        };
    }

    private Step CompileForEach(ForEach loop)
    {
        // The source is worked out where the loop variable does not exist yet.
        var source = Compile(loop.Source);
        names = new NameScope(names, isFunction: false);
        if (loop.Kind is DeclarationKind.Let or DeclarationKind.Const)
        {
            foreach (var (text, at) in Declarations.Names(loop.Target))
            {
                Declare(text, loop.Kind.Value, at);
            }
        }

        CheckHoisting(loop.Kind, loop.Target);
        var bind = CompilePattern(loop.Target, isDeclaration: loop.Kind is not null);
        var body = Compile(loop.Body);
        var scope = names;
        names = scope.Parent;
        var loopAt = loop.At;
        return Resetting(frame =>
        {
            var outer = frame.Scope;
            var items = source(frame);
            frame.Run.At = loopAt;
            foreach (var item in loop.OverNames ? Iteration.Names(frame.Run, items) : Iteration.Items(frame.Run, items))
            {
                frame.Scope = scope.Count > 0 ? new Scope(scope.NewSlots(), outer) : outer;
                bind(frame, item);
                var completion = body(frame);
                if (completion is Completion.Break or Completion.Return)
                {
                    frame.Scope = outer;
                    return AfterLoop(completion);
                }
            }

            frame.Scope = outer;
            return Completion.Normal;
        });
    }
}
