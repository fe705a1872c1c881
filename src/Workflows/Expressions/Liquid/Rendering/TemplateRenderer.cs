using System.Text;
using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>Walks the tree once and writes text. One per rendering.</summary>
internal sealed class TemplateRenderer
{
    private readonly LiquidContext context;
    private readonly Scope scope;
    private readonly ValueEvaluator evaluator;
    private StringBuilder output = new();

    public TemplateRenderer(IReadOnlyDictionary<string, object?> values, LiquidSettings settings)
    {
        context = new LiquidContext(settings);
        scope = new Scope(values);
        evaluator = new ValueEvaluator(scope, context);
    }

    private enum Flow
    {
        Normal,
        Break,
        Continue,
    }

    public long StepsTaken => context.StepsTaken;

    public string Render(IReadOnlyList<LiquidNode> nodes)
    {
        RenderBlock(nodes);
        return output.ToString();
    }

    private Flow RenderBlock(IReadOnlyList<LiquidNode> nodes)
    {
        foreach (var node in nodes)
        {
            var flow = RenderNode(node);
            if (flow != Flow.Normal)
            {
                return flow;
            }
        }

        return Flow.Normal;
    }

    private Flow RenderNode(LiquidNode node)
    {
        context.Place = node.Place;
        context.Charge();
        switch (node)
        {
            case TextNode text:
                Write(text.Text);
                return Flow.Normal;
            case OutputNode written:
                Print(evaluator.Evaluate(written.Value), written.Place);
                return Flow.Normal;
            case AssignNode assign:
                scope.Assign(assign.Name, evaluator.Evaluate(assign.Value));
                return Flow.Normal;
            case CaptureNode capture:
                return Capture(capture);
            case IfNode choice:
                return RenderIf(choice);
            case CaseNode choice:
                return RenderCase(choice);
            case ForNode loop:
                return RenderFor(loop);
            case CycleNode cycle:
                Cycle(cycle);
                return Flow.Normal;
            case CounterNode counter:
                Print(counter.Up ? scope.Increment(counter.Name) : scope.Decrement(counter.Name), counter.Place);
                return Flow.Normal;
            case BreakNode:
                return Flow.Break;
            default:
                return Flow.Continue;
        }
    }

    private void Print(object? value, Place place)
    {
        context.Place = place;
        if (context.Settings.StrictFields && value is IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>)
        {
            throw context.Error("A list or an object cannot be printed; print its parts.", "not-printable");
        }

        if (context.Settings.StrictFields && value is null)
        {
            throw context.Error("There is no value here; ask for it with 'if' before printing it.", "no-value");
        }

        if (value is ForLoop)
        {
            return;
        }

        var text = LiquidValue.ToText(value, context);
        Write(context.Settings.EncodeHtml && value is not LiquidMarkup ? HtmlText.Encode(text) : text);
    }

    private void Write(string text)
    {
        context.ChargeText(text.Length);
        if (output.Length + text.Length > context.Settings.Limits.TextLength)
        {
            throw context.Error("The output becomes too long.", LiquidContext.TooMuch);
        }

        output.Append(text);
    }

    private Flow Capture(CaptureNode capture)
    {
        var outer = output;
        output = new StringBuilder();
        var flow = RenderBlock(capture.Body);
        var text = output.ToString();
        output = outer;
        scope.Assign(capture.Name, context.Settings.EncodeHtml ? new LiquidMarkup(text) : text);
        return flow;
    }

    private Flow RenderIf(IfNode choice)
    {
        foreach (var branch in choice.Branches)
        {
            if (evaluator.Holds(branch.Condition) != branch.Negated)
            {
                return RenderBlock(branch.Body);
            }
        }

        return choice.Otherwise is null ? Flow.Normal : RenderBlock(choice.Otherwise);
    }

    /// <summary>Every branch that matches is rendered, not only the first.</summary>
    private Flow RenderCase(CaseNode choice)
    {
        var subject = evaluator.Evaluate(choice.Subject);
        var matched = false;
        foreach (var branch in choice.Branches)
        {
            if (!branch.Values.Any(value => ValueComparison.AreEqual(subject, evaluator.Evaluate(value), context)))
            {
                continue;
            }

            matched = true;
            var flow = RenderBlock(branch.Body);
            if (flow != Flow.Normal)
            {
                return flow;
            }
        }

        return matched || choice.Otherwise is null ? Flow.Normal : RenderBlock(choice.Otherwise);
    }

    private Flow RenderFor(ForNode node)
    {
        var items = Slice(ItemsOf(evaluator.Evaluate(node.Source)), node.Options);
        if (items.Count == 0)
        {
            return node.Otherwise is null ? Flow.Normal : RenderBlock(node.Otherwise);
        }

        var loop = new ForLoop(node.Variable, items.Count, scope.CurrentLoop);
        scope.EnterLoop(node.Variable, loop);
        for (var i = 0; i < items.Count; i++)
        {
            context.Charge();
            loop.Index = i;
            scope.SetItem(items[node.Options.Reversed ? items.Count - 1 - i : i]);
            if (RenderBlock(node.Body) == Flow.Break)
            {
                break;
            }
        }

        scope.LeaveLoop();
        return Flow.Normal;
    }

    /// <summary>A list is walked by item, an object by pair of name and value, a text as one item; anything else has none.</summary>
    private IReadOnlyList<object?> ItemsOf(object? value) =>
        value switch
        {
            IReadOnlyList<object?> list => list,
            IReadOnlyDictionary<string, object?> members => PairsOf(members),
            string { Length: > 0 } or LiquidMarkup { Html.Length: > 0 } => [value],
            _ => [],
        };

    private List<object?> PairsOf(IReadOnlyDictionary<string, object?> members)
    {
        context.ChargeItems(members.Count);
        return [.. members.Select(pair => new List<object?> { pair.Key, pair.Value })];
    }

    private IReadOnlyList<object?> Slice(IReadOnlyList<object?> items, ForOptions options)
    {
        if (options.Limit is null && options.Offset is null)
        {
            return items;
        }

        var offset = options.Offset is { } o ? Math.Max(0, LiquidValue.ToInteger(evaluator.Evaluate(o), context)) : 0;
        var limit =
            options.Limit is { } l && evaluator.Evaluate(l) is { } most
                ? Math.Max(0, LiquidValue.ToInteger(most, context))
                : int.MaxValue;
        var slice = items.Skip(offset).Take(limit).ToList();
        context.ChargeItems(slice.Count);
        return slice;
    }

    private void Cycle(CycleNode cycle)
    {
        var group = cycle.Group is { } node ? LiquidValue.ToText(evaluator.Evaluate(node), context) : "";
        var key = cycle.Group is null ? "v" + cycle.Key : "g" + group;
        Print(evaluator.Evaluate(cycle.Values[scope.NextInCycle(key, cycle.Values.Count)]), cycle.Place);
    }
}
