using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>A box of the picture.</summary>
/// <param name="Lines">Its words, broken into lines.</param>
/// <param name="Waiting">Cases that wait there now.</param>
public sealed record Box(string Id, string Label, IReadOnlyList<string> Lines, double X, double Y, int Waiting)
{
    /// <summary>Whether a trial run came by.</summary>
    public bool Passed { get; init; }

    public const double Width = 200;
    public const double Height = 64;
}

/// <summary>A line of the picture, from the edge of one box to the edge of another.</summary>
public sealed record Arrow(double FromX, double FromY, double ToX, double ToY);

/// <summary>
/// The outermost flowchart of a procedure as its author placed it, mirrored where reading goes from right to left.
/// </summary>
public sealed record Picture(IReadOnlyList<Box> Boxes, IReadOnlyList<Arrow> Arrows, double Width, double Height)
{
    private const double Margin = 24;
    private const int LineLength = 24;

    /// <returns>Null when the procedure is no flowchart.</returns>
    public static Picture? Of(WorkflowDefinition definition, IReadOnlyDictionary<string, int> waiting, bool arabic)
    {
        if (definition.Root.Graph is not { Activities.Count: > 0 } graph)
            return null;
        var places = graph.Activities.ToDictionary(a => a.Id, Place);
        var (left, top) = (places.Values.Min(p => p.X), places.Values.Min(p => p.Y));
        var width = places.Values.Max(p => p.X) - left + Box.Width + (2 * Margin);
        var height = places.Values.Max(p => p.Y) - top + Box.Height + (2 * Margin);
        var boxes = graph
            .Activities.Select(a =>
            {
                var x = places[a.Id].X - left + Margin;
                var label = Label(a, arabic);
                return new Box(
                    a.Id,
                    label,
                    Break(label),
                    arabic ? width - x - Box.Width : x,
                    places[a.Id].Y - top + Margin,
                    waiting.GetValueOrDefault(a.Id)
                );
            })
            .ToList();
        var byId = boxes.ToDictionary(b => b.Id);
        var arrows = graph.Connections.Select(c => Between(byId[c.Source.Id], byId[c.Target.Id])).Distinct();
        return new Picture(boxes, [.. arrows], width, height);
    }

    /// <summary>The same picture with the way of a trial run.</summary>
    public Picture WithWay(IReadOnlySet<string> passed) =>
        this with
        {
            Boxes = [.. Boxes.Select(b => b with { Passed = passed.Contains(b.Id) })],
            ShowsWay = true,
        };

    /// <summary>Whether it shows the way of a trial run, and not the cases that wait.</summary>
    public bool ShowsWay { get; private init; }

    /// <summary>A coordinate as SVG reads it, whatever the reader's digits are.</summary>
    public static string At(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>What the author calls it: Arabic and English side by side, the reader's half of it.</summary>
    public static string Label(ActivityNode node, bool arabic)
    {
        var shown = (node.Raw["metadata"] as JsonObject)?["displayText"]?.ToString();
        if (string.IsNullOrWhiteSpace(shown))
            return node.Name is { Length: > 0 } name ? name : node.Id;
        return Half(shown, arabic);
    }

    /// <summary>The reader's half of a text that authors write in Arabic and English side by side.</summary>
    public static string Half(string shown, bool arabic) =>
        shown.Split(" · ", 2) is [var first, var second] ? (arabic ? first : second) : shown;

    private static (double X, double Y) Place(ActivityNode node)
    {
        var position = ((node.Raw["metadata"] as JsonObject)?["designer"] as JsonObject)?["position"] as JsonObject;
        return (Number(position?["x"]), Number(position?["y"]));
    }

    private static double Number(JsonNode? node) =>
        double.TryParse(node?.ToString(), CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Math.Clamp(number, -20000, 20000)
            : 0;

    private static Arrow Between(Box from, Box to)
    {
        var ((ax, ay), (bx, by)) = (Middle(from), Middle(to));
        var (dx, dy) = (bx - ax, by - ay);
        // How far along the line from a middle its box ends.
        var share = Math.Min(
            dx == 0 ? double.MaxValue : Box.Width / 2 / Math.Abs(dx),
            dy == 0 ? double.MaxValue : Box.Height / 2 / Math.Abs(dy)
        );
        share = Math.Min(share, 0.5);
        return new Arrow(ax + (dx * share), ay + (dy * share), bx - (dx * share), by - (dy * share));
    }

    private static (double X, double Y) Middle(Box box) => (box.X + (Box.Width / 2), box.Y + (Box.Height / 2));

    private static List<string> Break(string label)
    {
        var lines = new List<string> { "" };
        foreach (var word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= LineLength)
                lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }
        return lines.Count <= 3 ? lines : [lines[0], lines[1], lines[2] + "…"];
    }
}
