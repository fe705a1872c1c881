using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>Addresses a definition by its content: two versions that say the same have the same hash, wherever they are stored.</summary>
public static class ContentHash
{
    /// <summary>What a store knows better than the document, and what travels along with it: neither is content.</summary>
    internal static readonly IReadOnlySet<string> NotContent = new HashSet<string>(StringComparer.Ordinal)
    {
        "$schema",
        "id",
        "definitionId",
        "tenantId",
        "version",
        "createdAt",
        "toolVersion",
        "isLatest",
        "isPublished",
        "isReadonly",
        "links",
    };

    /// <summary>
    /// <c>c1-</c> and the SHA-256, in hex, of the canonical document without identity and flags, its members in ordinal order. The prefix
    /// names the way of counting.
    /// </summary>
    public static string Of(WorkflowDefinition definition)
    {
        var json = DefinitionWriter.ToJson(definition);
        foreach (var key in NotContent)
        {
            json.Remove(key);
        }
        var text = Ordered(json)!.ToJsonString(DefinitionJson.Compact);
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Whether a stored hash was counted in this way.</summary>
    public static bool IsCurrent(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return hash.StartsWith(Prefix, StringComparison.Ordinal);
    }

    private const string Prefix = "c1-";

    /// <summary>Editors write members in an order of their own; it means nothing.</summary>
    private static JsonNode? Ordered(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    .OrderBy(m => m.Key, StringComparer.Ordinal)
                    .Select(m => KeyValuePair.Create(m.Key, Ordered(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Ordered)]),
            _ => node?.DeepClone(),
        };
}
