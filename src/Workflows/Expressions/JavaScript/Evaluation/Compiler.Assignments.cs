using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private Code CompileAssignment(Assignment assignment)
    {
        if (assignment.Operator is not "")
        {
            return CompileCompound(assignment);
        }

        if (assignment.Target is MemberPattern { Target: var member })
        {
            return CompileMemberAssignment(member, assignment.Value);
        }

        var value = CompileSource(assignment.Value, assignment.Target);
        var bind = CompilePattern(assignment.Target, isDeclaration: false);
        return frame =>
        {
            var result = value(frame);
            bind(frame, result);
            return result;
        };
    }

    private Code CompileMemberAssignment(Member member, Expression source)
    {
        NoteChange(member);
        var (target, key) = CompileReference(member);
        var value = Compile(source);
        var at = member.At;
        return frame =>
        {
            var owner = target(frame);
            var name = key(frame);
            var result = value(frame);
            frame.Run.At = at;
            Members.Set(frame.Run, owner, name, result);
            return result;
        };
    }

    /// <summary>Operators such as <c>+=</c>, and <c>??=</c> and its like, which may leave everything as it is.</summary>
    private Code CompileCompound(Assignment assignment)
    {
        var value = CompileNamed(assignment.Value, (assignment.Target as NamePattern)?.Text);
        if (assignment.Operator is "&&" or "||" or "??")
        {
            var keeps = KeepsLeft(assignment.Operator);
            return CompileChange(
                assignment.Target,
                (frame, old) => keeps(old) ? (old, false) : (value(frame), true),
                (old, changed) => changed
            );
        }

        var combine = Combine(assignment.Operator);
        return CompileChange(
            assignment.Target,
            (frame, old) => (combine(frame.Run, old, value(frame)), true),
            (old, changed) => changed
        );
    }

    private Code CompileUpdate(Update update)
    {
        var step = update.IsIncrement ? 1 : -1;
        Pattern target = update.Target is Member member
            ? new MemberPattern(member.At, member)
            : new NamePattern(update.Target.At, ((Name)update.Target).Text);
        // Behind the name, the result is the old value as a number.
        return CompileChange(
            target,
            (frame, old) => (Operators.ToNumber(frame.Run, old) + step, true),
            update.IsPrefix ? (_, changed) => changed : (old, changed) => old is double ? old : (double)changed! - step
        );
    }

    /// <summary>Reads a target, works out its new value, stores that if wanted, and yields the old or the new one.</summary>
    private Code CompileChange(
        Pattern pattern,
        Func<Frame, object?, (object? Value, bool Store)> change,
        Func<object?, object?, object?> result
    )
    {
        if (pattern is MemberPattern { Target: var member })
        {
            NoteChange(member);
            var (target, key) = CompileReference(member);
            var at = member.At;
            return frame =>
            {
                var owner = target(frame);
                var name = key(frame);
                frame.Run.At = at;
                var old = Members.Get(frame.Run, owner, name);
                var (value, store) = change(frame, old);
                if (store)
                {
                    frame.Run.At = at;
                    Members.Set(frame.Run, owner, name, value);
                }

                return result(old, value);
            };
        }

        var read = Compile(new Name(pattern.At, ((NamePattern)pattern).Text));
        var write = CompilePattern(pattern, isDeclaration: false);
        return frame =>
        {
            var old = read(frame);
            var (value, store) = change(frame, old);
            if (store)
            {
                write(frame, value);
            }

            return result(old, value);
        };
    }

    /// <summary>The right side of a declaration or assignment; <c>const { A } = variables</c> mentions A and nothing else.</summary>
    private Code CompileSource(Expression source, Pattern target)
    {
        var takesApart = target is ObjectPattern { Rest: null } literal && literal.Members.All(m => m.Key is Literal);
        if (source is not Name { Text: "variables" } || !takesApart || Resolve("variables") is not null)
        {
            return CompileNamed(source, (target as NamePattern)?.Text);
        }

        foreach (var member in ((ObjectPattern)target).Members)
        {
            MentionVariable(((Literal)member.Key).Value);
        }

        return frame => frame.Run.Surroundings.Variables;
    }
}
