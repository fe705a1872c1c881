using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

public class ReaderFuzzTests
{
    private static readonly int Rounds = Corpus.IsFull ? 200_000 : 3_000;

    private static readonly string[] Splinters =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "-1",
        "1e999",
        "\"type\"",
        "\"id\"",
        "\"$values\"",
        "\"_type\"",
        "\\ud800",
        "\u0000",
        "\ufeff",
        "{\"type\":\"Elsa.Flowchart\"}",
        "[[[[[[[[[[[[",
        "99999999999999999999",
        "\"expression\":",
        "\"connections\":",
        "ع",
    ];

    [Fact]
    public void Damaged_bytes_are_answered_and_never_throw()
    {
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(new DocumentGenerator(round % 500).Document().ToJsonString()).ToList();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                Damage(bytes, random);
            }
            Survive([.. bytes]);
        }
    }

    [Fact]
    public void Documents_with_swapped_parts_are_answered_and_never_throw()
    {
        var random = new Random(1447);
        for (var round = 0; round < Rounds; round++)
        {
            var document = new DocumentGenerator(round % 500).Document();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                Swap(document, random);
            }
            Survive(Encoding.UTF8.GetBytes(document.ToJsonString()));
        }
    }

    [Fact]
    public void Deep_charts_up_to_the_limit_are_read_or_refused()
    {
        for (var depth = 1; depth < 140; depth++)
        {
            var json = new StringBuilder("""{"root":""");
            for (var i = 0; i < depth; i++)
            {
                json.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $$"""{"id":"n{{i}}","type":"X","body":"""
                );
            }
            json.Append("null").Append('}', depth + 1);
            var read = DefinitionReader.TryRead(json.ToString(), out var definition, out _);
            Assert.Equal(depth < 128, read);
            _ = definition is null ? "" : DefinitionWriter.Write(definition);
        }
    }

    [Fact]
    public void A_wide_chart_is_read_quickly()
    {
        var activities = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $$"""{"id":"n{{i}}","type":"X"}"""));
        var connections = string.Join(
            ',',
            Enumerable.Range(0, 9_999).Select(i => $$"""{"source":"n{{i % 2000}}","target":"n{{i * 7 % 2000}}"}""")
        );
        var definition = Documents.Read(Documents.Flowchart($"[{activities}]", $"[{connections}]"));
        Assert.NotNull(definition.Root.Graph!.Paths);
    }

    [Fact]
    public void A_chart_with_too_many_connections_is_refused()
    {
        var connections = string.Join(',', Enumerable.Repeat("""{"source":"a","target":"a"}""", 10_001));
        Assert.False(
            DefinitionReader.TryRead(
                Documents.Flowchart("""[{"id":"a","type":"X"}]""", $"[{connections}]"),
                out _,
                out var problems
            )
        );
        Assert.Equal("flowchart.too-large", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_million_mistakes_make_a_readable_list()
    {
        var activities = string.Join(',', Enumerable.Repeat("{}", 100_000));
        Assert.False(DefinitionReader.TryRead(Documents.Flowchart($"[{activities}]"), out _, out var problems));
        Assert.Equal(500, problems.Count);
    }

    private static void Survive(byte[] utf8)
    {
        var read = DefinitionReader.TryRead(utf8, out var definition, out var problems);
        Assert.Equal(!read, problems.Any(p => p.Severity is ProblemSeverity.Error));
        if (definition is null)
        {
            return;
        }
        var written = DefinitionWriter.Write(definition);
        Assert.True(
            DefinitionReader.TryRead(written, out var back, out problems),
            written + string.Join('\n', problems)
        );
        var (before, after) = (Meaning.Of(definition), Meaning.Of(back));
        if (before != after)
        {
            var lines = before.Split('\n').Zip(after.Split('\n')).First(l => l.First != l.Second);
            Assert.Fail($"{lines.First}\n{lines.Second}\n{Encoding.UTF8.GetString(utf8)}");
        }
        DefinitionCheck.Check(definition, new FewActivities(), new FewNames());
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 20), bytes.Count - at);
        switch (random.Next(5))
        {
            case 0 when length > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splinters[random.Next(Splinters.Length)]));
                break;
        }
    }

    /// <summary>Puts a copy of one part in the place of another.</summary>
    private static void Swap(JsonObject document, Random random)
    {
        var parts = Parts(document).ToList();
        var (victim, donor) = (parts[random.Next(parts.Count)], parts[random.Next(parts.Count)]);
        if (victim.Parent is not null)
        {
            victim.ReplaceWith(donor.DeepClone());
        }
    }

    private static IEnumerable<JsonNode> Parts(JsonNode node) =>
        (
            node switch
            {
                JsonObject json => json.Select(p => p.Value),
                JsonArray list => list,
                _ => [],
            }
        )
            .OfType<JsonNode>()
            .SelectMany(Parts)
            .Prepend(node);
}
