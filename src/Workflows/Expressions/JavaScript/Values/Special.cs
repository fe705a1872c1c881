namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>Values without content. A script sees only <see cref="Undefined"/>; its <c>null</c> is the null of C#.</summary>
internal sealed class Special
{
    public static readonly Special Undefined = new();

    /// <summary>The place in a list that was never filled; reads as undefined, and loops over the list skip it.</summary>
    public static readonly Special Hole = new();

    /// <summary>What let and const hold before their declaration has run.</summary>
    public static readonly Special NotYet = new();

    /// <summary>What a chain yields from the first missing link behind <c>?.</c> to its end.</summary>
    public static readonly Special BrokenChain = new();

    private Special() { }
}
