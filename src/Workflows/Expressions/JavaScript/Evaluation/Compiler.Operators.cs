using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private static readonly object True = true;
    private static readonly object False = false;

    private static object Truth(bool value) => value ? True : False;

    private Code CompileBinary(Binary binary)
    {
        var left = Compile(binary.Left);
        var right = Compile(binary.Right);
        var at = binary.At;
        switch (binary.Operator)
        {
            // The everyday ones without a detour.
            case "===":
                return frame => Truth(Operators.StrictEquals(frame.Run, left(frame), right(frame)));
            case "!==":
                return frame => Truth(!Operators.StrictEquals(frame.Run, left(frame), right(frame)));
            case ">":
                return frame =>
                {
                    var (x, y) = (left(frame), right(frame));
                    return Truth(x is double a && y is double b ? a > b : IsGreater(frame.Run, x, y) == true);
                };
            case "<":
                return frame =>
                {
                    var (x, y) = (left(frame), right(frame));
                    return Truth(x is double a && y is double b ? a < b : Operators.IsLess(frame.Run, x, y) == true);
                };
            case "in":
                return frame =>
                {
                    var (key, owner) = (left(frame), right(frame));
                    frame.Run.At = at;
                    return Truth(Members.Has(frame.Run, owner, key));
                };
        }

        var combine = Combine(binary.Operator);
        return frame =>
        {
            var x = left(frame);
            return combine(frame.Run, x, right(frame));
        };
    }

    /// <summary>Right comes before left, but left is turned into a primitive first.</summary>
    private static bool? IsGreater(Run run, object? left, object? right)
    {
        left = Operators.ToPrimitive(run, left, wantsNumber: true);
        return Operators.IsLess(run, right, left);
    }

    private static Func<Run, object?, object?, object?> Combine(string name) =>
        name switch
        {
            "+" => Operators.Add,
            "-" => Numeric((x, y) => x - y),
            "*" => Numeric((x, y) => x * y),
            "/" => Numeric((x, y) => x / y),
            "%" => Numeric(Operators.Remainder),
            "**" => Numeric(Operators.Power),
            "==" => (run, x, y) => Truth(Operators.LooseEquals(run, x, y)),
            "!=" => (run, x, y) => Truth(!Operators.LooseEquals(run, x, y)),
            "<=" => (run, x, y) => Truth(IsGreater(run, x, y) == false),
            ">=" => (run, x, y) => Truth(Operators.IsLess(run, x, y) == false),
            // Bit operators and instanceof were reported while parsing; such a script never runs.
            _ => (_, _, _) => Special.Undefined,
        };

    private static Func<Run, object?, object?, object?> Numeric(Func<double, double, double> calculate) =>
        (run, left, right) =>
        {
            var x = Operators.ToNumber(run, left);
            return calculate(x, Operators.ToNumber(run, right));
        };

    private Code CompileLogical(Logical logical)
    {
        var left = Compile(logical.Left);
        var right = Compile(logical.Right);
        var keeps = KeepsLeft(logical.Operator);
        return frame =>
        {
            var value = left(frame);
            return keeps(value) ? value : right(frame);
        };
    }

    private static Func<object?, bool> KeepsLeft(string name) =>
        name switch
        {
            "&&" => value => !Operators.IsTrue(value),
            "||" => Operators.IsTrue,
            _ => value => !Operators.IsMissing(value),
        };

    private Code CompileUnary(Unary unary)
    {
        if (unary.Operator == "delete")
        {
            return CompileDelete(unary);
        }

        // typeof is the one way to ask whether a name is known at all.
        if (unary is { Operator: "typeof", Operand: Name name } && Resolve(name.Text) is null && !IsKnown(name.Text))
        {
            return Constant("undefined");
        }

        var operand =
            unary is { Operator: "typeof", Operand: Name accessor } && IsAccessor(accessor.Text)
                ? CompileAccessorProbe(accessor)
                : Compile(unary.Operand);
        return unary.Operator switch
        {
            "!" => frame => Truth(!Operators.IsTrue(operand(frame))),
            "-" when unary.Operand is Literal { Value: double number } => Constant(-number),
            "-" => frame => -Operators.ToNumber(frame.Run, operand(frame)),
            "+" => frame => Operators.ToNumber(frame.Run, operand(frame)),
            "typeof" => frame => Operators.TypeOf(operand(frame)),
            _ => frame =>
            {
                operand(frame);
                return Special.Undefined;
            },
        };
    }

    private bool IsAccessor(string name) =>
        Resolve(name) is null && !Globals.Table.ContainsKey(name) && Accessor.TryParse(name) is not null;

    private static bool IsKnown(string name) =>
        name is "variables" or "args" || Globals.Table.ContainsKey(name) || Accessor.TryParse(name) is not null;

    private Code CompileAccessorProbe(Name name)
    {
        mentions.Accessor(name.Text);
        var accessor = Accessor.TryParse(name.Text)!;
        return frame => accessor.Exists(frame.Run) ? accessor.AsFunction(frame.Run) : Special.Undefined;
    }

    private Code CompileDelete(Unary unary)
    {
        var inChain = unary.Operand is OptionalChain;
        var operand = unary.Operand is OptionalChain chain ? chain.Value : unary.Operand;
        if (operand is not Member member)
        {
            Report("syntax", "Only a member can be deleted.", unary.At);
            return Nothing;
        }

        NoteChange(member);
        var (target, key) = CompileReference(member, inChain);
        var at = unary.At;
        return frame =>
        {
            var owner = target(frame);
            if (inChain && IsBroken(owner, member.IsOptional))
            {
                return True;
            }

            var name = key(frame);
            frame.Run.At = at;
            Members.Delete(frame.Run, owner, name);
            return True;
        };
    }

    private Code CompileConditional(Conditional conditional)
    {
        var test = Compile(conditional.Test);
        var then = Compile(conditional.Then);
        var other = Compile(conditional.Else);
        return frame => Operators.IsTrue(test(frame)) ? then(frame) : other(frame);
    }

    private Code CompileSequence(Sequence sequence)
    {
        var items = sequence.Items.Select(e => Compile(e)).ToArray();
        return frame =>
        {
            object? result = Special.Undefined;
            foreach (var item in items)
            {
                result = item(frame);
            }

            return result;
        };
    }
}
