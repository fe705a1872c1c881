using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>How editors read and write files: as people do who write them by hand.</summary>
internal static class EditorJson
{
    public static JsonSerializerOptions Written { get; } = new(LibraryJson.Options) { WriteIndented = true };

    /// <summary>What a document's JSON file says; null when it says nothing that can be read.</summary>
    public static JsonNode? Node(PolicyDocument document)
    {
        try
        {
            return JsonNode.Parse(document.Files.GetValueOrDefault($"{document.Id}.json") ?? "null");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
