using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Analysis;

/// <summary>
/// Finds every field a template may read. Errs on the side of too many: a name assigned anywhere may hold any of its
/// values anywhere, and a name that is not assigned on every way to its use may also be one of the values given. Counters
/// hide nothing: a value given wins over a counter of its name.
/// </summary>
internal sealed class PathCollector
{
    private const int MostPasses = 4;
    private readonly Dictionary<string, Origin> assigned = new(StringComparer.Ordinal);
    private readonly HashSet<(SourcePath, Place)> found = [];
    private readonly SourcePath root = SourcePath.NewRoot();
    private readonly List<(string Variable, Origin Origin)> loops = [];
    private HashSet<string> certain = new(StringComparer.Ordinal);
    private bool changed;

    public static IReadOnlyList<LiquidPath> Collect(IReadOnlyList<LiquidNode> nodes)
    {
        var collector = new PathCollector();
        for (var pass = 0; pass == 0 || collector.changed && pass < MostPasses; pass++)
        {
            collector.changed = false;
            collector.certain = new(StringComparer.Ordinal);
            collector.Visit(nodes);
        }

        return
        [
            .. collector
                .found.Select(use => use.Item1.At(use.Item2))
                .OrderBy(path => path.Line)
                .ThenBy(path => path.Column)
                .ThenBy(path => path.Text, StringComparer.Ordinal),
        ];
    }

    private void Visit(IReadOnlyList<LiquidNode> nodes)
    {
        foreach (var node in nodes)
        {
            Visit(node);
        }
    }

    private void Visit(LiquidNode node)
    {
        switch (node)
        {
            case OutputNode output:
                Read(output.Value);
                break;
            case AssignNode assign:
                Assign(assign.Name, Read(assign.Value));
                break;
            case CaptureNode capture:
                Visit(capture.Body);
                Assign(capture.Name, Origin.None);
                break;
            case IfNode choice:
                VisitBranches(
                    choice.Branches.Select<ConditionalBranch, Action>(branch =>
                        () =>
                        {
                            Read(branch.Condition);
                            Visit(branch.Body);
                        }
                    ),
                    choice.Otherwise
                );
                break;
            case CaseNode choice:
                Read(choice.Subject);
                VisitBranches(
                    choice.Branches.Select<WhenBranch, Action>(branch =>
                        () =>
                        {
                            ReadAll(branch.Values);
                            Visit(branch.Body);
                        }
                    ),
                    choice.Otherwise
                );
                break;
            case ForNode loop:
                VisitFor(loop);
                break;
            case CycleNode cycle:
                ReadAll(cycle.Values);
                ReadAll(cycle.Group is null ? [] : [cycle.Group]);
                break;
        }
    }

    /// <summary>After branches only those names are certain that every branch assigned; without an else there is an empty one.</summary>
    private void VisitBranches(IEnumerable<Action> branches, IReadOnlyList<LiquidNode>? otherwise)
    {
        var before = certain;
        HashSet<string>? after = null;
        foreach (var branch in branches.Append(() => Visit(otherwise ?? [])))
        {
            certain = new HashSet<string>(before, StringComparer.Ordinal);
            branch();
            after?.IntersectWith(certain);
            after ??= certain;
        }

        certain = after ?? before;
    }

    private void VisitFor(ForNode loop)
    {
        var source = Read(loop.Source);
        ReadAll(new[] { loop.Options.Limit, loop.Options.Offset }.OfType<ValueNode>());
        var before = certain;
        certain = new HashSet<string>(before, StringComparer.Ordinal);
        loops.Add((loop.Variable, source.Elements()));
        Visit(loop.Body);
        loops.RemoveAt(loops.Count - 1);
        certain = new HashSet<string>(before, StringComparer.Ordinal);
        Visit(loop.Otherwise ?? []);
        certain = before;
    }

    private void Assign(string name, Origin origin)
    {
        certain.Add(name);
        var known = assigned.GetValueOrDefault(name);
        if (known is null || !known.Covers(origin))
        {
            assigned[name] = known?.Union(origin) ?? origin;
            changed = true;
        }
    }

    private void Read(Condition condition)
    {
        foreach (var part in condition.Parts)
        {
            Read(part.Left);
            ReadAll(part.Right is null ? [] : [part.Right]);
        }
    }

    private void ReadAll(IEnumerable<ValueNode> values)
    {
        foreach (var value in values)
        {
            Read(value);
        }
    }

    private Origin Read(Pipeline pipeline)
    {
        var origin = Read(pipeline.Input);
        foreach (var call in pipeline.Filters)
        {
            ReadAll(call.Arguments);
            ReadAll(call.NamedArguments.Select(pair => pair.Value));
            origin = Through(call, origin);
        }

        return origin;
    }

    /// <summary>What a filter makes of its input's origin; a filter named with a member reads that member of every element.</summary>
    private Origin Through(FilterCall call, Origin input)
    {
        var member = call.Arguments is [LiteralNode { Value: string name }, ..] ? name : null;
        var readsMember =
            call.Name
            is "map"
                or "where"
                or "reject"
                or "find"
                or "find_index"
                or "has"
                or "sort"
                or "sort_natural"
                or "uniq"
                or "sum"
                or "compact";
        var members = readsMember && member is not null ? input.Elements().Member(member) : Origin.None;
        Report(members, call.Place);
        return call.Name switch
        {
            "first" or "last" or "find" => input.Elements(),
            "where" or "reject" or "sort" or "sort_natural" or "uniq" or "compact" or "reverse" or "slice" => input,
            "concat" when call.Arguments.Count > 0 => input.Union(Read(call.Arguments[0])),
            "default" when call.Arguments.Count > 0 => input.Union(Read(call.Arguments[0])),
            "map" => members with { Spread = true },
            _ => Origin.None,
        };
    }

    private Origin Read(ValueNode node)
    {
        switch (node)
        {
            case RangeNode range:
                Read(range.From);
                Read(range.To);
                return Origin.None;
            case PathNode path:
                return Walk(path);
            default:
                return Origin.None;
        }
    }

    private Origin Walk(PathNode path)
    {
        var origin = Origin.None;
        for (var i = 0; i < path.Steps.Count; i++)
        {
            var step = path.Steps[i];
            ReadAll(step.Index is null ? [] : [step.Index]);
            var name = step.Name ?? LiquidPath.AnyElement;
            origin = i == 0 ? Resolve(name) : origin.Member(name);
        }

        Report(origin, path.Place);
        return origin;
    }

    private Origin Resolve(string name)
    {
        for (var i = loops.Count - 1; i >= 0; i--)
        {
            if (loops[i].Variable == name)
            {
                return loops[i].Origin;
            }
        }

        if (name == "forloop" && loops.Count > 0)
        {
            return Origin.None;
        }

        var known = assigned.GetValueOrDefault(name) ?? Origin.None;
        return certain.Contains(name) ? known : known.Union(Origin.Of(root.Child(name)));
    }

    private void Report(Origin origin, Place place)
    {
        foreach (var path in origin.Paths)
        {
            found.Add((path, place));
        }
    }
}
