using System.Collections.Immutable;

namespace CaseFlow.Workflows.Expressions.Liquid.Analysis;

/// <summary>Where a value may come from: paths into the values given. None for texts and numbers made in the template.</summary>
/// <param name="Paths">Every path the value may be.</param>
/// <param name="Spread">True when the value is a list made of the values at <paramref name="Paths"/>, as <c>map</c> makes one.</param>
internal sealed record Origin(ImmutableHashSet<SourcePath> Paths, bool Spread = false)
{
    // A loop may walk down a tree by assigning a child to its parent's name; deeper than this nobody asks.
    private const int MostSteps = 16;
    private const int MostPaths = 64;

    public static Origin None { get; } = new(ImmutableHashSet<SourcePath>.Empty);

    public static Origin Root(string name) => new([new SourcePath([name])]);

    public Origin Member(string name) =>
        Spread && name is "first" or LiquidPath.AnyElement or "last" ? new(Paths)
        : Spread ? None
        : new([.. Paths.Where(path => path.Segments.Length < MostSteps).Select(path => path.With(name))]);

    public Origin Elements() => Member(LiquidPath.AnyElement);

    public Origin Union(Origin other) =>
        Paths.Count >= MostPaths ? this : new(Paths.Union(other.Paths), Spread || other.Spread && Paths.IsEmpty);

    public bool Covers(Origin other) => other.Paths.IsSubsetOf(Paths);
}

/// <summary>Names from a value given downwards; equal when all names are.</summary>
internal sealed record SourcePath(ImmutableArray<string> Segments)
{
    public string Text { get; } = string.Join('.', Segments).Replace(".[]", "[]", StringComparison.Ordinal);

    public SourcePath With(string name) => new(Segments.Add(name));

    public bool Equals(SourcePath? other) => other is not null && other.Segments.SequenceEqual(Segments);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
