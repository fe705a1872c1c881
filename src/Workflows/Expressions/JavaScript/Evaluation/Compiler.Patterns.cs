using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private Binder CompilePattern(Pattern pattern, bool isDeclaration) =>
        pattern switch
        {
            NamePattern name => CompileNameTarget(name, isDeclaration),
            MemberPattern member => CompileMemberTarget(member.Target),
            DefaultPattern with => CompileDefault(with, isDeclaration),
            ArrayPattern list => CompileArrayPattern(list, isDeclaration),
            ObjectPattern literal => CompileObjectPattern(literal, isDeclaration),
            _ => throw new InvalidOperationException($"No code for {pattern.GetType().Name}."),
        };

    private Binder CompileNameTarget(NamePattern name, bool isDeclaration)
    {
        if (Resolve(name.Text) is not { } place)
        {
            Report("undeclared", $"'{name.Text}' was never declared; write let or const before it.", name.At);
            return (_, _) => { };
        }

        var (hops, slot) = (place.Hops, place.Binding.Slot);
        if (isDeclaration || !place.Binding.IsLexical)
        {
            return hops == 0
                ? (frame, value) => frame.Scope!.Slots[slot] = value
                : (frame, value) => ScopeAt(frame, hops).Slots[slot] = value;
        }

        var (at, text, isConst) = (name.At, name.Text, place.Binding.Kind == DeclarationKind.Const);
        return (frame, value) =>
        {
            var slots = ScopeAt(frame, hops).Slots;
            if (isConst || ReferenceEquals(slots[slot], Special.NotYet))
            {
                frame.Run.At = at;
                throw ReferenceEquals(slots[slot], Special.NotYet)
                    ? frame.Run.Error("ReferenceError", $"Cannot access '{text}' before initialization")
                    : frame.Run.TypeError("Assignment to constant variable.");
            }

            slots[slot] = value;
        };
    }

    private Binder CompileMemberTarget(Member member)
    {
        NoteChange(member);
        var (target, key) = CompileReference(member);
        var at = member.At;
        return (frame, value) =>
        {
            var owner = target(frame);
            var name = key(frame);
            frame.Run.At = at;
            Members.Set(frame.Run, owner, name, value);
        };
    }

    private Binder CompileDefault(DefaultPattern with, bool isDeclaration)
    {
        var value = CompileNamed(with.Value, (with.Target as NamePattern)?.Text);
        var bind = CompilePattern(with.Target, isDeclaration);
        return (frame, given) => bind(frame, ReferenceEquals(given, Special.Undefined) ? value(frame) : given);
    }

    private Binder CompileArrayPattern(ArrayPattern list, bool isDeclaration)
    {
        var binders = list.Items.Select(i => i is null ? null : CompilePattern(i, isDeclaration)).ToArray();
        var rest = list.Rest is null ? null : CompilePattern(list.Rest, isDeclaration);
        var at = list.At;
        return (frame, value) =>
        {
            frame.Run.At = at;
            using var items = Iteration.Items(frame.Run, value).GetEnumerator();
            foreach (var bind in binders)
            {
                var item = items.MoveNext() ? items.Current : Special.Undefined;
                bind?.Invoke(frame, item);
            }

            if (rest is not null)
            {
                var remaining = new JsArray();
                while (items.MoveNext())
                {
                    remaining.Items.Add(items.Current);
                }

                rest(frame, remaining);
            }
        };
    }

    private Binder CompileObjectPattern(ObjectPattern literal, bool isDeclaration)
    {
        var members = literal
            .Members.Select(m => (Key: Compile(m.Key), Bind: CompilePattern(m.Target, isDeclaration)))
            .ToArray();
        var rest = literal.Rest is null ? null : CompilePattern(literal.Rest, isDeclaration);
        var at = literal.At;
        return (frame, value) =>
        {
            var run = frame.Run;
            run.At = at;
            if (Operators.IsMissing(value))
            {
                throw run.TypeError($"Cannot destructure {Operators.Describe(value)}");
            }

            var taken = new HashSet<string>();
            foreach (var (key, bind) in members)
            {
                var name = Operators.ToText(run, key(frame));
                taken.Add(name);
                bind(frame, Members.GetNamed(run, value, name));
            }

            rest?.Invoke(frame, ObjectFunctions.CopyExcept(run, value, taken));
        };
    }
}
