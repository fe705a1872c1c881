using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CaseFlow.Workflows.Tests.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>Asks Node.js what a script gives in the world of <see cref="CaseScope"/>.</summary>
internal static class NodeOracle
{
    public static bool IsInstalled { get; } = CanStart();

    /// <summary>The result of each script as JSON, in the notation of the table.</summary>
    public static IReadOnlyList<string> Evaluate(IEnumerable<string> scripts)
    {
        using var node = Process.Start(Start("script.js"))!;
        // Answers may begin before all questions are written, so both ends move at once.
        var answer = node.StandardOutput.ReadToEndAsync();
        node.StandardInput.Write(JsonSerializer.Serialize(scripts));
        node.StandardInput.Close();
        node.WaitForExit();
        using var results = JsonDocument.Parse(answer.Result);
        return [.. results.RootElement.EnumerateArray().Select(result => result.GetRawText())];
    }

    private static ProcessStartInfo Start(string argument)
    {
        var start = new ProcessStartInfo("node", argument)
        {
            WorkingDirectory = LiquidOracle.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["TZ"] = "UTC";
        return start;
    }

    private static bool CanStart()
    {
        try
        {
            using var node = Process.Start(Start("--version"))!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test that needs Node.js; it shows as skipped where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!NodeOracle.IsInstalled)
        {
            Skip = "Node.js is not installed.";
        }
    }
}
