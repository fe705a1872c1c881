using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Parsing;

internal sealed partial class TemplateParser
{
    private LiquidNode? ReadTag(Piece piece)
    {
        var tag = Open(piece);
        var place = problems.At(piece.Offset);
        var name = tag.TakeName();
        return name switch
        {
            "if" => ReadIf(piece, place, tag, false),
            "unless" => ReadIf(piece, place, tag, true),
            "case" => ReadCase(piece, place, tag),
            "for" => ReadFor(piece, place, tag),
            "assign" => ReadAssign(place, tag),
            "capture" => ReadCapture(piece, place, tag),
            "echo" => new OutputNode(place, tag.ReadPipeline()),
            "cycle" => ReadCycle(place, tag),
            "increment" => ReadCounter(place, tag, true),
            "decrement" => ReadCounter(place, tag, false),
            "break" => ReadJump(piece, tag, new BreakNode(place)),
            "continue" => ReadJump(piece, tag, new ContinueNode(place)),
            "tablerow" or "include" or "render" or "liquid" or "layout" or "ifchanged" or "macro" =>
                throw new TagSyntaxException(
                    $"liquid.unsupported.{name}",
                    $"The tag '{name}' is not part of this language.",
                    piece.Offset
                ),
            null => throw new TagSyntaxException("liquid.incomplete", "The tag has no name.", piece.Offset),
            _ => throw new TagSyntaxException("liquid.unknown-tag", $"There is no tag '{name}'.", piece.Offset),
        };
    }

    private IfNode ReadIf(Piece piece, Place place, TagParser tag, bool negated)
    {
        var end = negated ? "endunless" : "endif";
        var condition = tag.ReadCondition();
        var branches = new List<ConditionalBranch> { new(condition, negated, ReadBlock()) };
        IReadOnlyList<LiquidNode>? otherwise = null;
        while (TakeDivider(piece, end) is { } divider)
        {
            switch (NameOf(divider))
            {
                case "elsif" when otherwise is null:
                    var head = Open(divider);
                    head.TakeName();
                    branches.Add(new(head.ReadCondition(), false, ReadBlock()));
                    break;
                case "else" when otherwise is null:
                    otherwise = ReadBlock();
                    break;
                default:
                    Stray(divider);
                    ReadBlock();
                    break;
            }
        }

        return new IfNode(place, branches, otherwise);
    }

    private CaseNode ReadCase(Piece piece, Place place, TagParser tag)
    {
        var subject = tag.ReadValue();
        tag.ExpectEnd();
        ReadBlock(); // Between 'case' and the first 'when' nothing is rendered.
        var branches = new List<WhenBranch>();
        IReadOnlyList<LiquidNode>? otherwise = null;
        while (TakeDivider(piece, "endcase") is { } divider)
        {
            switch (NameOf(divider))
            {
                case "when" when otherwise is null:
                    branches.Add(new(ReadWhenValues(divider), ReadBlock()));
                    break;
                case "else" when otherwise is null:
                    otherwise = ReadBlock();
                    break;
                default:
                    Stray(divider);
                    ReadBlock();
                    break;
            }
        }

        return new CaseNode(place, subject, branches, otherwise);
    }

    private List<ValueNode> ReadWhenValues(Piece divider)
    {
        var head = Open(divider);
        head.TakeName();
        var values = new List<ValueNode> { head.ReadValue() };
        while (head.TakeIf(",") || head.TakeIf("or"))
        {
            values.Add(head.ReadValue());
        }

        head.ExpectEnd();
        return values;
    }

    private ForNode ReadFor(Piece piece, Place place, TagParser tag)
    {
        var variable = tag.ExpectName("The name of the loop's variable");
        tag.Expect("in");
        var source = tag.ReadValue();
        var options = ReadForOptions(tag);
        loops++;
        var body = ReadBlock();
        loops--;
        IReadOnlyList<LiquidNode>? otherwise = null;
        while (TakeDivider(piece, "endfor") is { } divider)
        {
            if (NameOf(divider) == "else" && otherwise is null)
            {
                otherwise = ReadBlock();
            }
            else
            {
                Stray(divider);
                ReadBlock();
            }
        }

        return new ForNode(place, variable, source, options, body, otherwise);
    }

    private static ForOptions ReadForOptions(TagParser tag)
    {
        var options = new ForOptions(null, null, false);
        while (!tag.AtEnd)
        {
            tag.TakeIf(",");
            var offset = tag.Offset;
            switch (tag.TakeName())
            {
                case "reversed":
                    options = options with { Reversed = true };
                    break;
                case "limit":
                    tag.Expect(":");
                    options = options with { Limit = tag.ReadValue() };
                    break;
                case "offset":
                    tag.Expect(":");
                    options = options with { Offset = ReadOffset(tag) };
                    break;
                default:
                    throw new TagSyntaxException(
                        "liquid.unexpected",
                        "A loop takes limit, offset and reversed only.",
                        offset
                    );
            }
        }

        return options;
    }

    private static ValueNode ReadOffset(TagParser tag)
    {
        var offset = tag.Offset;
        var value = tag.ReadValue();
        return value is PathNode { Steps: [{ Name: "continue" }] }
            ? throw new TagSyntaxException(
                "liquid.unsupported.offset-continue",
                "'offset: continue' is not part of this language; give a number.",
                offset
            )
            : value;
    }

    private static AssignNode ReadAssign(Place place, TagParser tag)
    {
        var name = tag.ExpectName("The name to assign to");
        tag.Expect("=");
        return new AssignNode(place, name, tag.ReadPipeline());
    }

    private CaptureNode ReadCapture(Piece piece, Place place, TagParser tag)
    {
        var name = tag.ExpectQuotableName("The name to capture into");
        tag.ExpectEnd();
        var body = ReadBlock();
        while (TakeDivider(piece, "endcapture") is { } divider)
        {
            Stray(divider);
            ReadBlock();
        }

        return new CaptureNode(place, name, body);
    }

    private static CycleNode ReadCycle(Place place, TagParser tag)
    {
        var start = tag.Offset;
        ValueNode? group = null;
        var values = new List<ValueNode> { tag.ReadValue() };
        if (tag.TakeIf(":"))
        {
            group = values[0];
            start = tag.Offset;
            values[0] = tag.ReadValue();
        }

        while (tag.TakeIf(","))
        {
            values.Add(tag.ReadValue());
        }

        tag.ExpectEnd();
        return new CycleNode(place, group, tag.SourceSince(start), values);
    }

    private static CounterNode ReadCounter(Place place, TagParser tag, bool up)
    {
        var name = tag.ExpectName("The name of the counter");
        tag.ExpectEnd();
        return new CounterNode(place, name, up);
    }

    private LiquidNode ReadJump(Piece piece, TagParser tag, LiquidNode node)
    {
        tag.ExpectEnd();
        return loops > 0
            ? node
            : throw new TagSyntaxException(
                "liquid.jump-outside-loop",
                "This stands outside of any 'for'.",
                piece.Offset
            );
    }

    /// <summary>The next dividing tag of the block that <paramref name="opening"/> began; null when it was the block's end.</summary>
    private Piece? TakeDivider(Piece opening, string end)
    {
        if (next >= pieces.Count)
        {
            if (!problems.Full)
            {
                problems.Add("liquid.unclosed-block", $"This '{NameOf(opening)}' has no '{end}'.", opening.Offset);
            }

            return null;
        }

        var divider = pieces[next++];
        return NameOf(divider) == end ? null : divider;
    }

    private void Stray(Piece piece) =>
        problems.Add("liquid.stray-tag", $"'{NameOf(piece)}' does not belong here.", piece.Offset);
}
