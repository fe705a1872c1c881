namespace CaseFlow.Workflows.Expressions.Liquid.Analysis;

/// <summary>Where a value may come from: paths into the values given. None for texts and numbers made in the template.</summary>
/// <remarks>Spread: the value is a list made of the values at the paths, as <c>map</c> makes one.</remarks>
internal sealed record Origin(IReadOnlySet<SourcePath> Paths, bool Spread = false)
{
    // A loop may walk down a tree by assigning a child to its parent's name; deeper than this nobody asks.
    private const int MostSteps = 16;
    private const int MostPaths = 64;

    public static Origin None { get; } = new(new HashSet<SourcePath>());

    public static Origin Of(SourcePath path) => new(new HashSet<SourcePath> { path });

    public Origin Member(string name)
    {
        if (Paths.Count == 0)
        {
            return None;
        }

        if (Spread)
        {
            return name is "first" or LiquidPath.AnyElement or "last" ? new(Paths) : None;
        }

        return new(Paths.Where(path => path.Depth < MostSteps).Select(path => path.Child(name)).ToHashSet());
    }

    public Origin Elements() => Member(LiquidPath.AnyElement);

    public Origin Union(Origin other)
    {
        if (Paths.Count >= MostPaths || other.Paths.Count == 0)
        {
            return this;
        }

        return Paths.Count == 0 ? other : new(Paths.Concat(other.Paths).ToHashSet(), Spread);
    }

    public bool Covers(Origin other) => other.Paths.IsSubsetOf(Paths);
}

/// <summary>Names from a value given downwards. There is one object a path, so that sets of them are cheap.</summary>
internal sealed class SourcePath
{
    private readonly SourcePath? parent;
    private readonly string name;
    private Dictionary<string, SourcePath>? children;

    private SourcePath(SourcePath? parent, string name)
    {
        this.parent = parent;
        this.name = name;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    public int Depth { get; }

    /// <summary>The values given as a whole; its children are their names.</summary>
    public static SourcePath NewRoot() => new(null, "");

    public SourcePath Child(string child)
    {
        children ??= new(StringComparer.Ordinal);
        if (!children.TryGetValue(child, out var found))
        {
            found = children[child] = new SourcePath(this, child);
        }

        return found;
    }

    public LiquidPath At(Syntax.Place place)
    {
        var segments = new string[Depth];
        for (var path = this; path.parent is not null; path = path.parent)
        {
            segments[path.Depth - 1] = path.name;
        }

        var text = string.Join('.', segments).Replace(".[]", "[]", StringComparison.Ordinal);
        return new LiquidPath(text, segments, place.Line, place.Column);
    }
}
