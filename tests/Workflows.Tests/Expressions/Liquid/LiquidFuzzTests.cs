using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

/// <summary>
/// Random templates. <c>CASEFLOW_CORPUS=full</c> runs a million of them: about twenty minutes of one processor, so they come in parts that
/// report as they are done.
/// </summary>
public sealed class LiquidFuzzTests
{
    private const string Data = """
        {
          "a": "text", "b": 2.5,
          "list": [ { "name": "n1", "k": 1, "list": [ { "name": "deep", "k": 2 } ] }, { "name": "n2", "object": { "k": 3 } } ],
          "object": { "name": "o", "k": "v", "list": [1, 2], "object": { "name": "inner", "list": [] } }
        }
        """;

    private const int Parts = 20;

    private static readonly int Count =
        (Environment.GetEnvironmentVariable("CASEFLOW_CORPUS") == "full" ? 1_000_000 : 2_000) / Parts;

    private static readonly LiquidSettings Settings = new()
    {
        Now = DateTimeOffset.UnixEpoch,
        Limits = new ExpressionLimits(20_000, 32, 10_000, 1_000),
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(20261123, Parts)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_templates_render_or_fail_but_never_crash_and_read_only_the_fields_they_report(int seed)
    {
        var generator = new TemplateGenerator(seed);
        var rendered = 0;
        for (var i = 0; i < Count; i++)
        {
            var text = generator.Next();
            if (LiquidTemplate.TryParse(text, LiquidDialect.Expressions, out var template, out _))
            {
                var unreported = Check(template);
                Assert.True(unreported is null, $"{unreported} is read but not reported by: {text}");
                rendered++;
            }
        }

        Assert.InRange(rendered, Count / 2, Count);
    }

    private static string? Check(LiquidTemplate template)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var members = (Dictionary<string, object?>)LiquidCases.Values(Data);
        var first = Render(template, new TracedObject("", members, seen));
        Assert.Equal(first, Render(template, members));
        return seen.FirstOrDefault(path =>
            !template.Paths.Any(reported => Covers(reported.Text, path) || Covers(AsElements(reported.Text), path))
        );
    }

    /// <summary>A reported object covers what is in it, a reported field the objects on the way to it, an element any member.</summary>
    private static bool Covers(string reported, string path) =>
        reported
            .Split('.')
            .Zip(path.Split('.'))
            .All(pair =>
                Element(pair.First) == Element(pair.Second) || pair.First.Contains("[]", StringComparison.Ordinal)
            );

    private static string AsElements(string path) =>
        path.Replace(".first", "[]", StringComparison.Ordinal).Replace(".last", "[]", StringComparison.Ordinal);

    private static string Element(string segment) => segment.Split('[')[0];

    private static string Render(LiquidTemplate template, IReadOnlyDictionary<string, object?> values)
    {
        try
        {
            return template.Render(values, Settings);
        }
        catch (ExpressionException error)
        {
            return $"error at {error.Line}:{error.Column}: {error.Message}";
        }
    }
}
