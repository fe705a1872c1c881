using System.Text.Encodings.Web;
using System.Text.Json;

namespace CaseFlow.Workflows.Definitions;

/// <summary>How definitions become text.</summary>
internal static class DefinitionJson
{
    /// <summary>One line, Arabic readable.</summary>
    public static JsonSerializerOptions Compact { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <summary>For files that people compare: two spaces, Arabic readable.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Compact) { WriteIndented = true, NewLine = "\n" };
}
