using CaseFlow.Workflows.Expressions.JavaScript.Functions;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

internal sealed partial class Compiler
{
    private Code CompileChain(OptionalChain chain)
    {
        var value = Compile(chain.Value, inChain: true);
        return frame =>
        {
            var result = value(frame);
            return ReferenceEquals(result, Special.BrokenChain) ? Special.Undefined : result;
        };
    }

    private Code CompileMember(Member member, bool inChain)
    {
        if (IsPresent(member))
        {
            return frame => new JsDate(DateFunctions.Now(frame.Run));
        }

        var (target, key) = CompileReference(member, inChain);
        var (at, isOptional) = (member.At, member.IsOptional);
        if (member.Key is Literal { Value: string name } && !inChain)
        {
            return frame =>
            {
                var owner = target(frame);
                frame.Run.At = at;
                return Members.GetNamed(frame.Run, owner, name);
            };
        }

        return frame =>
        {
            var owner = target(frame);
            if (inChain && IsBroken(owner, isOptional))
            {
                return Special.BrokenChain;
            }

            var name = key(frame);
            frame.Run.At = at;
            return Members.Get(frame.Run, owner, name);
        };
    }

    /// <summary>What is left of the CLR's DateTime: the present.</summary>
    private bool IsPresent(Member member) =>
        member
            is { Target: Name { Text: "DateTime" or "DateTimeOffset" } name, Key: Literal { Value: "Now" or "UtcNow" } }
        && Resolve(name.Text) is null;

    private static bool IsBroken(object? owner, bool isOptional) =>
        ReferenceEquals(owner, Special.BrokenChain) || (isOptional && Operators.IsMissing(owner));

    /// <summary>The two halves of a member: whose it is, and its key.</summary>
    private (Code Target, Code Key) CompileReference(Member member, bool inChain = false)
    {
        NoteMutator(member);
        RefuseAbsent(member);
        var key = member.Key is Literal literal ? Constant(literal.Value) : Compile(member.Key);
        if (!IsVariables(member))
        {
            return (Compile(member.Target, inChain), key);
        }

        MentionVariable(((Literal)member.Key).Value);
        return (frame => frame.Run.Surroundings.Variables, key);
    }

    /// <summary>A built-in object has what it has: whoever asks it for more is told before anything runs.</summary>
    private void RefuseAbsent(Member member)
    {
        if (
            member is { Target: Name { Text: var owner }, Key: Literal { Value: string name }, IsOptional: false }
            // The parser has refused these already, whatever they are asked of.
            && name is not ("prototype" or "__proto__" or "constructor")
            && Resolve(owner) is null
            && Globals.Table.GetValueOrDefault(owner) is JsObject known
            && !Members.Has(known, name)
        )
        {
            Report("unsupported.member", $"{owner}.{name} is not supported.", member.At);
        }
    }

    /// <summary>Whether this is <c>variables.Name</c> or <c>variables['Name']</c>.</summary>
    private bool IsVariables(Member member) =>
        member is { Target: Name { Text: "variables" }, Key: Literal { Value: string } }
        && Resolve("variables") is null;

    private void MentionVariable(object? name)
    {
        if (name is string text)
        {
            mentions.Variables.Add(text);
            mentions.Members.Add(text);
        }
    }

    /// <summary>Notes that something is changed: a variable if the path begins with one, else perhaps any that was mentioned.</summary>
    private void NoteChange(Expression changed)
    {
        var root = changed;
        while (root is Member or Call or OptionalChain)
        {
            if (root is Member member && IsVariables(member))
            {
                mentions.Assigned.Add((string)((Literal)member.Key).Value!);
                return;
            }

            root = root switch
            {
                Member link => link.Target,
                Call call => call.Callee,
                _ => ((OptionalChain)root).Value,
            };
        }

        mentions.ChangesObjects = true;
    }

    private void NoteMutator(Member member)
    {
        if (member.Key is Literal { Value: string name } && Mentions.Mutators.Contains(name))
        {
            NoteChange(member.Target);
        }
    }
}
