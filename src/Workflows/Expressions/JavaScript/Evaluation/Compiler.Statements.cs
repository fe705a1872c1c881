using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private static readonly Step NoStep = _ => Completion.Normal;

    private Step[] CompileAll(IReadOnlyList<Statement> statements) => [.. statements.Select(Compile)];

    private static Completion Execute(Step[] steps, Frame frame)
    {
        foreach (var step in steps)
        {
            frame.Run.Charge();
            var completion = step(frame);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    private Step Compile(Statement statement) =>
        statement switch
        {
            ExpressionStatement expression => CompileExpressionStatement(expression),
            Declaration declaration => CompileDeclaration(declaration),
            Block block => CompileBlock(block.Statements),
            If choice => CompileIf(choice),
            Return result => CompileReturn(result),
            For loop => CompileFor(loop),
            ForEach loop => CompileForEach(loop),
            While loop => CompileWhile(loop),
            DoWhile loop => CompileDoWhile(loop),
            Switch choice => CompileSwitch(choice),
            Throw thrown => CompileThrow(thrown),
            Try attempt => CompileTry(attempt),
            Break => _ => Completion.Break,
            Continue => _ => Completion.Continue,
            // Functions were made at the start of their block.
            FunctionDeclaration or Empty => NoStep,
            _ => throw new InvalidOperationException($"No code for {statement.GetType().Name}."),
        };

    private Step CompileExpressionStatement(ExpressionStatement statement)
    {
        var value = Compile(statement.Value);
        if (functions > 0)
        {
            return frame =>
            {
                value(frame);
                return Completion.Normal;
            };
        }

        // In the script itself the value may turn out to be the result.
        return frame =>
        {
            frame.Result = value(frame);
            return Completion.Normal;
        };
    }

    private Step CompileDeclaration(Declaration declaration)
    {
        var parts = declaration.Declarators.Select(d => CompileDeclarator(d, declaration.Kind)).ToArray();
        return frame =>
        {
            foreach (var part in parts)
            {
                part(frame);
            }

            return Completion.Normal;
        };
    }

    private Action<Frame> CompileDeclarator(Declarator declarator, DeclarationKind kind)
    {
        CheckHoisting(kind, declarator.Target);
        if (declarator.Value is null && kind == DeclarationKind.Var)
        {
            return _ => { };
        }

        var value = declarator.Value is null ? Nothing : CompileSource(declarator.Value, declarator.Target);
        var bind = CompilePattern(declarator.Target, isDeclaration: true);
        return frame => bind(frame, value(frame));
    }

    /// <summary>A var belongs to the whole function, so it may not pass a let or const of its name on the way there.</summary>
    private void CheckHoisting(DeclarationKind? kind, Pattern target)
    {
        foreach (var (text, at) in kind == DeclarationKind.Var ? Declarations.Names(target) : [])
        {
            if (Resolve(text) is { Binding.IsLexical: true })
            {
                Report("redeclared", $"'{text}' is already declared here.", at);
            }
        }
    }

    /// <summary>Statements with a scope of their own, if they declare anything.</summary>
    private Step CompileBlock(IReadOnlyList<Statement> statements)
    {
        names = new NameScope(names, isFunction: false);
        DeclareLexical(statements);
        var hoist = CompileHoisted(statements);
        var steps = CompileAll(statements);
        var scope = names;
        names = scope.Parent;
        if (scope.Count == 0)
        {
            return frame => Execute(steps, frame);
        }

        return frame =>
        {
            var outer = frame.Scope;
            frame.Scope = new Scope(scope.NewSlots(), outer);
            hoist(frame);
            var completion = Execute(steps, frame);
            frame.Scope = outer;
            return completion;
        };
    }

    private Step CompileIf(If choice)
    {
        var test = Compile(choice.Test);
        var then = Compile(choice.Then);
        var other = choice.Else is null ? NoStep : Compile(choice.Else);
        return Resetting(frame => Operators.IsTrue(test(frame)) ? then(frame) : other(frame));
    }

    /// <summary>A statement whose value, if nothing inside yields one, is undefined and not that of the statement before.</summary>
    private Step Resetting(Step step)
    {
        if (functions > 0)
        {
            return step;
        }

        return frame =>
        {
            frame.Result = Special.Undefined;
            return step(frame);
        };
    }

    private Step CompileReturn(Return result)
    {
        var value = result.Value is null ? Nothing : Compile(result.Value);
        return frame =>
        {
            frame.Result = value(frame);
            return Completion.Return;
        };
    }

    private Step CompileSwitch(Switch choice)
    {
        var subject = Compile(choice.Subject);
        names = new NameScope(names, isFunction: false);
        var all = choice.Cases.SelectMany(c => c.Body).ToList();
        DeclareLexical(all);
        var hoist = CompileHoisted(all);
        var tests = choice.Cases.Select(c => c.Test is null ? null : Compile(c.Test)).ToArray();
        var bodies = choice.Cases.Select(c => CompileAll(c.Body)).ToArray();
        var scope = names;
        names = scope.Parent;
        return Resetting(frame =>
        {
            var value = subject(frame);
            var outer = frame.Scope;
            if (scope.Count > 0)
            {
                frame.Scope = new Scope(scope.NewSlots(), outer);
                hoist(frame);
            }

            var completion = Completion.Normal;
            for (var i = Entry(tests, value, frame); i < bodies.Length && completion == Completion.Normal; i++)
            {
                completion = Execute(bodies[i], frame);
            }

            frame.Scope = outer;
            return completion == Completion.Break ? Completion.Normal : completion;
        });
    }

    /// <summary>The first case that fits, else the default, else the end.</summary>
    private static int Entry(Code?[] tests, object? value, Frame frame)
    {
        for (var i = 0; i < tests.Length; i++)
        {
            if (tests[i] is { } test && Operators.StrictEquals(frame.Run, value, test(frame)))
            {
                return i;
            }
        }

        var other = Array.IndexOf(tests, null);
        return other < 0 ? tests.Length : other;
    }
}
