using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CaseFlow.Host.Catalogue;

/// <summary>How the files of the policy library are written: strictly, so that a misspelt member is a problem and not a default.</summary>
public static class LibraryJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DemandWhatHasNoEmptyForm } },
        };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    /// <summary>The text of a file as people compare it: JSON laid out, for how it is laid out is no content.</summary>
    public static string Laid(string file, string text)
    {
        if (!file.EndsWith(".json", StringComparison.Ordinal))
            return text;
        try
        {
            return JsonNode.Parse(text)?.ToJsonString(Indented) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>A flag may be left out (false) and a list too (empty); a key, a text, a version must be there.</summary>
    private static void DemandWhatHasNoEmptyForm(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false })
                property.IsRequired = property.PropertyType != typeof(bool) && !property.PropertyType.IsGenericType;
        }
    }
}
