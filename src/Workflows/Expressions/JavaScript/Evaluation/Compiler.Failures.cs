using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private Step CompileThrow(Throw statement)
    {
        var value = Compile(statement.Value);
        var at = statement.At;
        return frame =>
        {
            var thrown = value(frame);
            frame.Run.At = at;
            throw frame.Run.Throw(thrown);
        };
    }

    private Step CompileTry(Try statement)
    {
        var body = CompileBlock(statement.Body.Statements);
        var handle = statement.Handler is null ? null : CompileHandler(statement.Caught, statement.Handler);
        var last = statement.Finally is null ? null : CompileBlock(statement.Finally.Statements);
        return Resetting(frame =>
        {
            var completion = Attempt(frame, body, out var thrown);
            if (thrown is not null && handle is not null)
            {
                var value = thrown.Value;
                completion = Attempt(frame, inner => handle(inner, value), out thrown);
            }

            if (last is not null)
            {
                var result = frame.Result;
                var ending = last(frame);
                if (ending != Completion.Normal)
                {
                    return ending;
                }

                frame.Result = result;
            }

            return thrown is null ? completion : throw thrown;
        });
    }

    /// <summary>Runs a step and catches what the script throws, but no limit: those end the script for good.</summary>
    private static Completion Attempt(Frame frame, Step step, out Thrown? thrown)
    {
        var (scope, depth) = (frame.Scope, frame.Run.Depth);
        try
        {
            thrown = null;
            return step(frame);
        }
        catch (Thrown caught)
        {
            thrown = caught;
            frame.Scope = scope;
            frame.Run.Depth = depth;
            return Completion.Normal;
        }
    }

    private Func<Frame, object?, Completion> CompileHandler(Pattern? caught, Block handler)
    {
        if (caught is null)
        {
            var plain = CompileBlock(handler.Statements);
            return (frame, _) => plain(frame);
        }

        names = new NameScope(names, isFunction: false);
        foreach (var (text, at) in Declarations.Names(caught))
        {
            Declare(text, DeclarationKind.Let, at);
        }

        DeclareLexical(handler.Statements);
        var bind = CompilePattern(caught, isDeclaration: true);
        var hoist = CompileHoisted(handler.Statements);
        var steps = CompileAll(handler.Statements);
        var scope = names;
        names = scope.Parent;
        return (frame, value) =>
        {
            var outer = frame.Scope;
            frame.Scope = scope.Count > 0 ? new Scope(scope.NewSlots(), outer) : outer;
            bind(frame, value);
            hoist(frame);
            var completion = Execute(steps, frame);
            frame.Scope = outer;
            return completion;
        };
    }
}
