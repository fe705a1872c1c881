using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Host.Catalogue;

/// <summary>Reads the JSON files of a policy folder and keeps a list of all that could not be read.</summary>
/// <param name="texts">By path below the folder.</param>
internal sealed class LibraryFiles(IReadOnlyDictionary<string, string> texts)
{
    private readonly List<LibraryProblem> problems = [];

    public IReadOnlyList<LibraryProblem> Problems => problems;

    public void Add(string file, string place, string code, string detail) =>
        problems.Add(new LibraryProblem(file, place, code, detail));

    public bool Has(string file) => texts.ContainsKey(file);

    /// <summary>The JSON files directly in a folder, in ordinal order, by path below the root.</summary>
    public IReadOnlyList<string> In(string folder) =>
        [
            .. texts
                .Keys.Where(f => f.EndsWith(".json", StringComparison.Ordinal) && FolderOf(f) == folder)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The text of a file; null, with a problem noted, when it is missing or no JSON object or list.</summary>
    public string? Text(string file)
    {
        if (!texts.TryGetValue(file, out var text))
        {
            Add(file, "$", "library.file-missing", file);
            return null;
        }
        if (Try(file, () => JsonDocument.Parse(text)) is not { } document)
            return null;
        using (document)
        {
            if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                return text;
        }
        Add(file, "$", "library.not-an-object", text.Trim());
        return null;
    }

    /// <summary>The root object of a file; null, with a problem noted, when there is none.</summary>
    public JsonObject? Object(string file)
    {
        if (Text(file) is not { } text)
            return null;
        if (JsonNode.Parse(text) is JsonObject root)
            return root;
        Add(file, "$", "library.not-an-object", file);
        return null;
    }

    /// <summary>A file as a typed value; null, with a problem noted, when it does not fit the type.</summary>
    public T? Read<T>(string file)
        where T : class =>
        Text(file) is { } text ? Try(file, () => JsonSerializer.Deserialize<T>(text, LibraryJson.Options)) : null;

    /// <summary>A member as a typed value; null, with a problem noted, when it does not fit the type.</summary>
    public T? Fit<T>(string file, JsonNode node)
        where T : class => Try(file, () => node.Deserialize<T>(LibraryJson.Options));

    private T? Try<T>(string file, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } n ? $" line {n + 1}" : "";
            Add(file, (e.Path ?? "$") + line, "library.unreadable", e.Message);
            return null;
        }
    }

    private static string FolderOf(string file) => file.LastIndexOf('/') is >= 0 and var end ? file[..end] : ".";
}
