using System.Runtime.CompilerServices;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>
/// Makes a tree ready to run: every name gets its place, every node becomes a delegate. What it finds wrong on the way goes
/// into the list of problems.
/// </summary>
internal sealed partial class Compiler(List<ExpressionProblem> problems, Mentions mentions)
{
    // A delegate calls the next, so the height of the tree is paid for with stack: see Run.Enter.
    private const int MaxHeight = 400;
    private static readonly Code Nothing = _ => Special.Undefined;

    private NameScope? names;
    private int functions;
    private int height;

    /// <summary>Makes the whole script ready.</summary>
    public FunctionCode CompileScript(IReadOnlyList<Statement> script) =>
        CompileFunctionCode(new FunctionExpression(new(1, 1), null, [], null, script, IsArrow: false), "");

    private void Report(string code, string message, Position at) =>
        problems.Add(new("js." + code, message, at.Line, at.Column));

    /// <param name="expression">What to make ready.</param>
    /// <param name="inChain">
    /// Whether it is a link of an optional chain: links hand a broken chain on, and only the whole turns it into undefined.
    /// </param>
    private Code Compile(Expression expression, bool inChain = false)
    {
        if (height >= MaxHeight || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            ReportHeight(expression.At);
            return Nothing;
        }

        height++;
        var code = expression switch
        {
            Literal literal => Constant(literal.Value),
            Name name => CompileName(name),
            Member member => CompileMember(member, inChain),
            Call call => CompileCall(call, inChain),
            OptionalChain chain => CompileChain(chain),
            Binary binary => CompileBinary(binary),
            Logical logical => CompileLogical(logical),
            Unary unary => CompileUnary(unary),
            Update update => CompileUpdate(update),
            Conditional conditional => CompileConditional(conditional),
            Assignment assignment => CompileAssignment(assignment),
            Sequence sequence => CompileSequence(sequence),
            TemplateText template => CompileTemplate(template),
            ArrayLiteral list => CompileArray(list),
            ObjectLiteral literal => CompileObject(literal),
            FunctionExpression function => CompileFunction(function),
            RegexLiteral regex => CompileRegex(regex),
            New made => CompileNew(made),
            This => frame => frame.This,
            _ => throw new InvalidOperationException($"No code for {expression.GetType().Name}."),
        };
        height--;
        return code;
    }

    private void ReportHeight(Position at)
    {
        if (!problems.Exists(p => p.Code == "js.too-deep"))
        {
            Report("too-deep", $"This expression has more than {MaxHeight} levels; split it with variables.", at);
        }
    }

    private static Code Constant(object? value) => _ => value;

    private Code CompileName(Name name)
    {
        if (Resolve(name.Text) is not { } place)
        {
            return CompileGlobal(name);
        }

        return place.Binding.IsLexical ? ReadChecked(name, place) : Read(place);
    }

    private static Code Read(Place place)
    {
        var slot = place.Binding.Slot;
        var hops = place.Hops;
        return hops switch
        {
            0 => frame => frame.Scope!.Slots[slot],
            1 => frame => frame.Scope!.Parent!.Slots[slot],
            _ => frame => ScopeAt(frame, hops).Slots[slot],
        };
    }

    private static Code ReadChecked(Name name, Place place)
    {
        var read = Read(place);
        var (at, text) = (name.At, name.Text);
        return frame =>
        {
            var value = read(frame);
            if (ReferenceEquals(value, Special.NotYet))
            {
                frame.Run.At = at;
                throw frame.Run.Error("ReferenceError", $"Cannot access '{text}' before initialization");
            }

            return value;
        };
    }

    private static Scope ScopeAt(Frame frame, int hops)
    {
        var scope = frame.Scope!;
        for (; hops > 0; hops--)
        {
            scope = scope.Parent!;
        }

        return scope;
    }

    private Code CompileGlobal(Name name)
    {
        switch (name.Text)
        {
            case "variables":
                mentions.AllVariables = true;
                mentions.ComputedNames = true;
                return frame => frame.Run.Surroundings.Variables;
            case "args":
                return frame => frame.Run.Surroundings.Arguments;
        }

        if (Globals.Table.TryGetValue(name.Text, out var value))
        {
            // A function of the workflow that is handed on can be called with any name.
            mentions.ComputedNames |= WorkflowFunctions.TakesName(name.Text);
            return Constant(value);
        }

        if (Accessor.TryParse(name.Text) is { } accessor)
        {
            mentions.Accessor(name.Text);
            var at = name.At;
            return frame =>
            {
                frame.Run.At = at;
                return accessor.AsFunction(frame.Run);
            };
        }

        ReportUnknown(name);
        return Nothing;
    }

    private void ReportUnknown(Name name)
    {
        if (Globals.Refused.TryGetValue(name.Text, out var advice))
        {
            Report("unsupported." + advice.Code, $"{name.Text} is not supported; {advice.Message}", name.At);
        }
        else
        {
            Report(
                "unknown-name",
                $"'{name.Text}' is not defined: no variable of the script, no known function.",
                name.At
            );
        }
    }

    /// <summary>Where a name is found from here: how many scopes outwards, and its slot there.</summary>
    private readonly record struct Place(int Hops, Binding Binding, NameScope Owner);

    private Place? Resolve(string name)
    {
        var hops = 0;
        var crossesFunction = false;
        for (var scope = names; scope is not null; scope = scope.Parent)
        {
            if (scope.Find(name) is { } binding)
            {
                scope.IsCaptured |= crossesFunction;
                return new(hops, binding, scope);
            }

            crossesFunction |= scope.IsFunction;
            // A scope without names does not exist at run time.
            hops += scope.Count > 0 ? 1 : 0;
        }

        return null;
    }
}
