using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Catalogue;

/// <summary>
/// One document of the policy library with versions of its own: a letter and its wordings, a form, a service, a calendar, a part of the
/// policy. It consists of the files that lie for it in the policy folder.
/// </summary>
public sealed class PolicyDocument : IVersionContent
{
    /// <summary>The page around all letters.</summary>
    public const string Layout = "letters/letter.html";

    public const string Parameters = "policy/parameters";

    /// <summary>What applicants sign.</summary>
    public const string DeclarationText = "policy/declaration";

    private static readonly Dictionary<string, LocalText> OwnNames = new(StringComparer.Ordinal)
    {
        [Layout] = new("ورقة الخطابات", "The page around all letters"),
        [Parameters] = new("قيم السياسة", "Values of the policy"),
        [DeclarationText] = new("نص الإقرار", "Text of the declaration"),
        ["policy/clauses"] = new("بنود السياسة", "Clauses of the policy"),
    };

    private string? _hash;

    /// <param name="id">Folder and key, e.g. <c>letters/acceptance</c>.</param>
    /// <param name="files">Text by path below the policy folder.</param>
    public PolicyDocument(string id, IReadOnlyDictionary<string, string> files)
    {
        Id = id;
        Kind = KindOf(id) ?? throw new ArgumentException($"{id} is no document of the policy library.", nameof(id));
        Files = new SortedDictionary<string, string>(
            files.ToDictionary(f => f.Key, f => f.Value.ReplaceLineEndings("\n")),
            StringComparer.Ordinal
        );
        Names = OwnNames.GetValueOrDefault(id) ?? NamesIn(Files.GetValueOrDefault($"{id}.json")) ?? new(Key, Key);
    }

    public string Id { get; }

    public string Key => Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public DefinitionKind Kind { get; }

    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>What people call it.</summary>
    public LocalText Names { get; }

    public string? Name => Names.Ar;

    public string? Description => null;

    /// <summary><c>d1-</c> and the SHA-256 in hex of its files. How JSON is laid out, and how lines end, is no content.</summary>
    public string Hash => _hash ??= HashOf(Files);

    public string Write(DefinitionStamp stamp) => JsonSerializer.Serialize(Files, LibraryJson.Options);

    /// <summary>The documents that a policy folder consists of; its procedures are none.</summary>
    public static IReadOnlyList<PolicyDocument> Of(IReadOnlyDictionary<string, string> files) =>
        [
            .. files
                .GroupBy(f => IdOf(f.Key))
                .Where(g => g.Key is not null)
                .Select(g => new PolicyDocument(g.Key!, g.ToDictionary(f => f.Key, f => f.Value))),
        ];

    public static PolicyDocument Read(DefinitionRow row) =>
        new(row.DefinitionId, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Json)!);

    /// <summary>What such a document is; null when the id is not one of a document.</summary>
    public static DefinitionKind? KindOf(string id) =>
        id.Split('/') switch
        {
            ["letters", _] => DefinitionKind.Letter,
            ["forms", _] => DefinitionKind.Form,
            ["services", _] => DefinitionKind.Service,
            ["calendars", _] => DefinitionKind.Calendar,
            ["policy", _] => DefinitionKind.Policy,
            _ => null,
        };

    /// <summary>The id of the form with that key.</summary>
    public static string FormId(string key) => $"forms/{key}";

    /// <summary>The folder that documents of a kind lie in.</summary>
    public static string FolderOf(DefinitionKind kind) => PolicyFiles.Folders.Single(f => KindOf($"{f}/") == kind);

    /// <summary>
    /// The document that a file belongs to; null when it belongs to none. A letter's wordings belong to it:
    /// <c>letters/acceptance.ar.liquid</c>.
    /// </summary>
    public static string? IdOf(string file) =>
        KindOf(file) is null ? null
        : file == $"letters/{LetterTemplate.LayoutFile}" ? Layout
        : file.Split('.')[0];

    private static string HashOf(IReadOnlyDictionary<string, string> files)
    {
        var text = JsonSerializer.Serialize(files.ToDictionary(f => f.Key, f => Plain(f.Key, f.Value)));
        return $"d1-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    private static string Plain(string file, string text)
    {
        if (!file.EndsWith(".json", StringComparison.Ordinal))
            return text;
        try
        {
            return JsonNode.Parse(text)?.ToJsonString() ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static LocalText? NamesIn(string? json)
    {
        try
        {
            var root = JsonNode.Parse(json ?? "") as JsonObject;
            var names = (root?["name"] ?? root?["title"]) as JsonObject;
            return names?["ar"] is JsonValue ar && names["en"] is JsonValue en ? new($"{ar}", $"{en}") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
