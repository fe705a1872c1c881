using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Parsing;

/// <summary>Fourth stage: builds the tree of blocks. A tag that cannot be read is reported and left out.</summary>
internal sealed partial class TemplateParser
{
    private const int MostCharacters = 200_000;
    private readonly string source;
    private readonly LiquidDialect dialect;
    private readonly ProblemList problems;
    private readonly List<Piece> pieces;
    private int next;
    private int depth;
    private int loops;

    private TemplateParser(string source, LiquidDialect dialect, ProblemList problems)
    {
        this.source = source;
        this.dialect = dialect;
        this.problems = problems;
        pieces = new TemplateScanner(source, problems).Scan();
    }

    public static IReadOnlyList<LiquidNode> Parse(string source, LiquidDialect dialect, ProblemList problems)
    {
        if (source.Length > MostCharacters)
        {
            problems.Add("liquid.too-long", "The template is too long.", 0);
            return [];
        }

        var parser = new TemplateParser(source, dialect, problems);
        var nodes = new List<LiquidNode>();
        while (true)
        {
            nodes.AddRange(parser.ReadBlock());
            if (parser.next >= parser.pieces.Count || problems.Full)
            {
                return nodes;
            }

            var stray = parser.pieces[parser.next++];
            problems.Add("liquid.stray-tag", $"'{parser.NameOf(stray)}' does not belong here.", stray.Offset);
        }
    }

    /// <summary>Reads up to a tag that ends or divides a block, and leaves that tag to the caller.</summary>
    private List<LiquidNode> ReadBlock()
    {
        var nodes = new List<LiquidNode>();
        if (++depth > ExpressionLimits.Default.Depth)
        {
            problems.Add("liquid.too-deep", "Blocks are nested too deeply.", pieces[Math.Max(0, next - 1)].Offset);
            next = pieces.Count;
        }

        while (next < pieces.Count && !problems.Full)
        {
            var piece = pieces[next];
            if (piece.Kind == PieceKind.Tag && IsDivider(NameOf(piece)))
            {
                break;
            }

            next++;
            if (ReadPiece(piece) is { } node)
            {
                nodes.Add(node);
            }
        }

        depth--;
        return nodes;
    }

    private LiquidNode? ReadPiece(Piece piece)
    {
        if (piece.Kind == PieceKind.Text)
        {
            return new TextNode(problems.At(piece.Offset), source[piece.Start..piece.End]);
        }

        try
        {
            return piece.Kind == PieceKind.Output
                ? new OutputNode(problems.At(piece.Offset), Open(piece).ReadPipeline())
                : ReadTag(piece);
        }
        catch (TagSyntaxException problem)
        {
            problems.Add(problem.Code, problem.Message, problem.Offset);
            SkipBodyOf(piece);
            return null;
        }
    }

    /// <summary>When the head of a block is wrong, its body is still read, so that its own problems show and its end is no stray.</summary>
    private void SkipBodyOf(Piece piece)
    {
        var end = "end" + NameOf(piece);
        if (piece.Kind != PieceKind.Tag || !IsDivider(end) || LastTaken() == end)
        {
            return;
        }

        loops += end == "endfor" ? 1 : 0;
        while (next < pieces.Count && !problems.Full)
        {
            ReadBlock();
            if (next < pieces.Count && NameOf(pieces[next++]) == end)
            {
                break;
            }
        }

        loops -= end == "endfor" ? 1 : 0;
    }

    private string LastTaken() => next > 0 && pieces[next - 1].Kind == PieceKind.Tag ? NameOf(pieces[next - 1]) : "";

    private TagParser Open(Piece piece) =>
        new(source, TagLexer.Read(source, piece.Start, piece.End), dialect, problems);

    private string NameOf(Piece piece)
    {
        var content = source.AsSpan()[piece.Start..piece.End].TrimStart();
        var length = 0;
        while (length < content.Length && (char.IsLetter(content[length]) || content[length] == '_'))
        {
            length++;
        }

        return content[..length].ToString();
    }

    private static bool IsDivider(string name) =>
        name
            is "endif"
                or "endunless"
                or "endcase"
                or "endfor"
                or "endcapture"
                or "elsif"
                or "else"
                or "when"
                or "endcomment"
                or "endraw";
}
