using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    /// <summary>Stores a value under the names of a pattern.</summary>
    private delegate void Binder(Frame frame, object? value);

    private Code CompileFunction(FunctionExpression function, string? name = null)
    {
        functions++;
        var code = CompileFunctionCode(function, function.FunctionName ?? name ?? "");
        functions--;
        return frame => new JsClosure(code, frame.Scope, frame.This);
    }

    /// <summary>An expression that takes the name of what it is assigned to if it is a function without one.</summary>
    private Code CompileNamed(Expression expression, string? name) =>
        expression is FunctionExpression { FunctionName: null } function
            ? CompileFunction(function, name)
            : Compile(expression);

    private FunctionCode CompileFunctionCode(FunctionExpression function, string name)
    {
        var outer = names;
        names = new NameScope(outer, isFunction: true);
        DeclareParameters(function);
        foreach (var (text, at) in Declarations.Vars(function.Body))
        {
            Declare(text, DeclarationKind.Var, at);
        }

        DeclareLexical(function.Body);
        var self = DeclareSelf(function);
        var bind = CompileParameters(function);
        var hoist = CompileHoisted(function.Body);
        var steps = CompileAll(function.Body);
        var scope = names;
        names = outer;
        var length = function.Parameters.TakeWhile(p => p is not DefaultPattern).Count();
        return new FunctionCode(
            name,
            length,
            scope,
            self,
            function.IsArrow,
            (frame, arguments) =>
            {
                bind(frame, arguments);
                hoist(frame);
                Execute(steps, frame);
            }
        );
    }

    private void DeclareParameters(FunctionExpression function)
    {
        foreach (var (text, at) in function.Parameters.Append(function.Rest).SelectMany(Declarations.Names))
        {
            if (names!.Find(text) is not null)
            {
                Report("redeclared", $"The parameter '{text}' is declared twice.", at);
            }

            names.TryDeclare(text, DeclarationKind.Parameter);
        }
    }

    /// <summary>A named function expression knows itself, unless a parameter or variable of its own has the name.</summary>
    private Binding? DeclareSelf(FunctionExpression function)
    {
        if (function.FunctionName is not { } name || names!.Find(name) is not null)
        {
            return null;
        }

        names.TryDeclare(name, DeclarationKind.Function);
        return names.Find(name);
    }

    private Action<Frame, object?[]> CompileParameters(FunctionExpression function)
    {
        var count = function.Parameters.Count;
        if (function.Rest is null && function.Parameters.All(p => p is NamePattern))
        {
            // Parameters were declared first, so their slots are 0, 1, 2 …
            return (frame, arguments) =>
            {
                if (count > 0)
                {
                    Array.Copy(arguments, frame.Scope!.Slots, Math.Min(count, arguments.Length));
                }
            };
        }

        var binders = function.Parameters.Select(p => CompilePattern(p, isDeclaration: true)).ToArray();
        var rest = function.Rest is null ? null : CompilePattern(function.Rest, isDeclaration: true);
        return (frame, arguments) =>
        {
            for (var i = 0; i < binders.Length; i++)
            {
                binders[i](frame, i < arguments.Length ? arguments[i] : Special.Undefined);
            }

            rest?.Invoke(frame, new JsArray([.. arguments.Skip(binders.Length)]));
        };
    }

    /// <summary>Functions declared in a block exist from its start.</summary>
    private Action<Frame> CompileHoisted(IReadOnlyList<Statement> statements)
    {
        var hoisted = new List<(int Slot, Code Make)>();
        foreach (var declaration in statements.OfType<FunctionDeclaration>())
        {
            // The name is bound where the declaration stands, not inside the function.
            var made = CompileFunction(declaration.Function with { FunctionName = null }, declaration.FunctionName);
            hoisted.Add((names!.Find(declaration.FunctionName)?.Slot ?? 0, made));
        }

        return frame =>
        {
            foreach (var (slot, make) in hoisted)
            {
                frame.Scope!.Slots[slot] = make(frame);
            }
        };
    }

    private void DeclareLexical(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case FunctionDeclaration function:
                    Declare(function.FunctionName, DeclarationKind.Function, function.At);
                    break;
                case Declaration { Kind: not DeclarationKind.Var } declaration:
                    DeclareAll(declaration);
                    break;
            }
        }
    }

    private void DeclareAll(Declaration declaration)
    {
        foreach (var (text, at) in declaration.Declarators.SelectMany(d => Declarations.Names(d.Target)))
        {
            Declare(text, declaration.Kind, at);
        }
    }

    private void Declare(string text, DeclarationKind kind, Position at)
    {
        if (!names!.TryDeclare(text, kind))
        {
            Report("redeclared", $"'{text}' is already declared here.", at);
        }
    }
}
