namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>One call of a function, or the script itself.</summary>
internal sealed class Frame(Run run, Scope? scope, object? self)
{
    public readonly Run Run = run;

    /// <summary>The innermost scope; null as long as no name was declared.</summary>
    public Scope? Scope = scope;

    public readonly object? This = self;

    /// <summary>What the function returns; for the script itself also the value of its latest expression statement.</summary>
    public object? Result;
}

/// <summary>The values of the names declared in one place, and the places around it.</summary>
internal sealed class Scope(object?[] slots, Scope? parent)
{
    public readonly object?[] Slots = slots;

    public readonly Scope? Parent = parent;
}

/// <summary>How a statement ended.</summary>
internal enum Completion
{
    Normal,
    Break,
    Continue,
    Return,
}

/// <summary>An expression made ready to run.</summary>
internal delegate object? Code(Frame frame);

/// <summary>A statement made ready to run.</summary>
internal delegate Completion Step(Frame frame);
