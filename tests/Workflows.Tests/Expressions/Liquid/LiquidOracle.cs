using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

/// <summary>Asks liquidjs, run by node in a process of its own.</summary>
internal static class LiquidOracle
{
    public static string Folder { get; } =
        typeof(LiquidOracle)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "OracleFolder")
            .Value!;

    public static bool IsInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "liquidjs"));

    /// <summary>What liquidjs makes of each case; <c>error: …</c> when it refuses.</summary>
    public static IReadOnlyList<string> Render(IEnumerable<LiquidCase> cases)
    {
        var start = new ProcessStartInfo("node", "liquid.js")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start)!;
        var question = cases.Select(row => new
        {
            template = row.Template,
            data = JsonDocument.Parse(row.Data).RootElement,
        });
        node.StandardInput.Write(JsonSerializer.Serialize(question));
        node.StandardInput.Close();
        using var answer = JsonDocument.Parse(node.StandardOutput.ReadToEnd());
        node.WaitForExit();
        return [.. answer.RootElement.EnumerateArray().Select(Text)];
    }

    private static string Text(JsonElement answer) =>
        answer.TryGetProperty("output", out var output)
            ? output.GetString()!
            : $"error: {answer.GetProperty("error").GetString()}";
}

/// <summary>A test that needs the oracle; it shows as skipped where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute()
    {
        if (!LiquidOracle.IsInstalled)
        {
            Skip = "liquidjs is not installed in tests/Workflows.Tests/Oracle (npm ci).";
        }
    }
}
