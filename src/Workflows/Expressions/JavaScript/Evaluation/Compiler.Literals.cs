using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private Code CompileTemplate(TemplateText template)
    {
        var values = template.Values.Select(e => Compile(e)).ToArray();
        var texts = template.Texts;
        if (values.Length == 0)
        {
            return Constant(texts[0]);
        }

        return frame =>
        {
            var parts = new string[values.Length * 2 + 1];
            long length = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = i % 2 == 0 ? texts[i / 2] : Operators.ToText(frame.Run, values[i / 2](frame));
                length += parts[i].Length;
            }

            frame.Run.ChargeText(length);
            return string.Concat(parts);
        };
    }

    private Code CompileArray(ArrayLiteral list)
    {
        var items = CompileItems(list.Items);
        return frame => new JsArray(items(frame));
    }

    private Func<Frame, List<object?>> CompileItems(IReadOnlyList<Expression?> items)
    {
        var codes = items
            .Select(item =>
                item switch
                {
                    null => (Constant(Special.Hole), false),
                    Spread spread => (Compile(spread.Value), true),
                    _ => (Compile(item), false),
                }
            )
            .ToArray();
        return frame =>
        {
            frame.Run.Charge(codes.Length);
            var result = new List<object?>(codes.Length);
            foreach (var (code, isSpread) in codes)
            {
                var value = code(frame);
                if (isSpread)
                {
                    result.AddRange(Iteration.Items(frame.Run, value));
                    frame.Run.CheckItems(result.Count);
                }
                else
                {
                    result.Add(value);
                }
            }

            return result;
        };
    }

    private Code CompileObject(ObjectLiteral literal)
    {
        var members = literal.Members.Select(CompileObjectMember).ToArray();
        return frame =>
        {
            var result = new JsObject();
            frame.Run.Charge(1 + members.Length);
            foreach (var add in members)
            {
                add(frame, result);
            }

            return result;
        };
    }

    private Action<Frame, JsObject> CompileObjectMember(ObjectMember member)
    {
        if (member.IsShorthandDefault)
        {
            Report("syntax", "A default value stands in a pattern only; write a colon.", member.At);
            return (_, _) => { };
        }

        if (member.Key is null)
        {
            var source = Compile(member.Value);
            return (frame, result) => ObjectFunctions.CopyMembers(frame.Run, source(frame), result);
        }

        var fixedName = member.Key is Literal literal ? Operators.Key(literal.Value) : null;
        var value = CompileNamed(member.Value, fixedName);
        if (fixedName is not null)
        {
            return (frame, result) => result.Set(fixedName, value(frame));
        }

        var key = Compile(member.Key);
        return (frame, result) =>
        {
            var name = Operators.ToText(frame.Run, key(frame));
            result.Set(name, value(frame));
        };
    }

    private Code CompileRegex(RegexLiteral regex)
    {
        try
        {
            var compiled = CompiledRegex.Create(regex.Pattern, regex.Flags);
            return _ => new JsRegex(compiled);
        }
        catch (RegexRefusal refusal)
        {
            Report(refusal.Code, refusal.Message, regex.At);
            return Nothing;
        }
    }
}
