using System.Text.Json;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>How editors write files: as people do who write them by hand.</summary>
internal static class EditorJson
{
    public static JsonSerializerOptions Written { get; } = new(Catalogue.LibraryJson.Options) { WriteIndented = true };
}
