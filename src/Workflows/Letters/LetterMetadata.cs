using System.Text.Json;
using CaseFlow.Domain;
using CaseFlow.Domain.Letters;

namespace CaseFlow.Workflows.Letters;

/// <summary>What is known of a letter besides its text; the content of <c>&lt;key&gt;.json</c>.</summary>
/// <param name="Key">Name of the letter and of its files.</param>
/// <param name="Version">Counted up by the author whenever the wording changes.</param>
/// <param name="Class">What the letter does; the embargo keys on it.</param>
/// <param name="Clauses">The clauses it serves, the first one leading.</param>
/// <param name="Name">How the society's staff call it.</param>
/// <param name="Subject">Subject line, itself a template.</param>
/// <param name="Channels">Ways it may go out: <c>portal</c>, <c>email</c>, <c>sms</c>, <c>social</c>, <c>print</c>.</param>
/// <param name="Objection">The text on the right of objection, a template in HTML; printed by <c>letter.objection</c>.</param>
public sealed record LetterMetadata(
    string Key,
    int Version,
    LetterClass Class,
    IReadOnlyList<string> Clauses,
    LocalText Name,
    LocalText Subject,
    IReadOnlyList<string> Channels,
    LocalText? Objection
)
{
    /// <summary>The ways that letters may go out.</summary>
    public static IReadOnlyList<string> AllChannels { get; } = ["portal", "email", "sms", "social", "print"];

    /// <summary>The class of that name, with or without the dot of <c>Decision.Accept</c>; null when there is none.</summary>
    public static LetterClass? ClassNamed(string name) =>
        Enum.GetValues<LetterClass>()
            .Select(letter => (LetterClass?)letter)
            .FirstOrDefault(letter => $"{letter}" == name.Replace(".", "", StringComparison.Ordinal));
}

/// <summary>Reads metadata strictly: an unknown key is a typing error and refused.</summary>
internal sealed class LetterMetadataReader(string file, List<LetterProblem> problems)
{
    private static readonly string[] Keys =
    [
        "key",
        "version",
        "class",
        "clauses",
        "name",
        "subject",
        "channels",
        "objection",
    ];

    public LetterMetadata? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement)
                : Problem<LetterMetadata>("letter.not-an-object", "This is no JSON object.");
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0) + 1;
            problems.Add(new(file, "letter.json", error.Message, line, (int)(error.BytePositionInLine ?? 0) + 1));
            return null;
        }
    }

    private LetterMetadata? Read(JsonElement json)
    {
        foreach (var unknown in json.EnumerateObject().Where(member => !Keys.Contains(member.Name)))
        {
            Problem<object>("letter.metadata", $"There is no '{unknown.Name}' in a letter.", unknown.Name);
        }

        var before = problems.Count;
        var key = Text(json, "key");
        var version = Version(json);
        var letterClass = Class(json);
        var clauses = Texts(json, "clauses");
        foreach (var clause in clauses.Where(c => c.Length < 2 || c[0] != 'P' || !c.Skip(1).All(char.IsAsciiDigit)))
        {
            Problem<object>("letter.clause-form", "A clause is written like P58.", clause);
        }

        var channels = Texts(json, "channels");
        foreach (var unknown in channels.Except(LetterMetadata.AllChannels, StringComparer.Ordinal))
        {
            Problem<object>(
                "letter.channel-unknown",
                $"Channels are {string.Join(", ", LetterMetadata.AllChannels)}.",
                unknown
            );
        }

        var name = Local(json, "name");
        var subject = Local(json, "subject");
        var objection = json.TryGetProperty("objection", out _) ? Local(json, "objection") : null;
        return problems.Count > before
            ? null
            : new LetterMetadata(key!, version, letterClass!.Value, clauses, name!, subject!, channels, objection);
    }

    private int Version(JsonElement json) =>
        json.TryGetProperty("version", out var value) && value.TryGetInt32(out var version) && version > 0
            ? version
            : Problem<int>("letter.version", "The version is missing; it is a number from 1.");

    private LetterClass? Class(JsonElement json) =>
        Text(json, "class") is { } name && LetterMetadata.ClassNamed(name) is { } found
            ? found
            : Problem<LetterClass?>(
                "letter.class",
                $"The class is one of {string.Join(", ", Enum.GetNames<LetterClass>())}."
            );

    private string? Text(JsonElement json, string name, string? place = null) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && !string.IsNullOrWhiteSpace(value.GetString())
            ? value.GetString()
            : Problem<string>($"letter.{place ?? name}", $"'{place ?? name}' is missing.");

    private List<string> Texts(JsonElement json, string name)
    {
        var texts =
            json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().Select(item => item.ToString()).ToList()
                : [];
        return texts.Count > 0
            ? texts
            : Problem<List<string>>($"letter.{name}", $"'{name}' is missing or empty.") ?? [];
    }

    private LocalText? Local(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Object)
        {
            return Problem<LocalText>($"letter.{name}", $"'{name}' is missing; it has 'ar' and 'en'.");
        }

        var (ar, en) = (Text(value, "ar", $"{name}.ar"), Text(value, "en", $"{name}.en"));
        return ar is not null && en is not null ? new LocalText(ar, en) : null;
    }

    private T? Problem<T>(string code, string message, string? detail = null)
    {
        problems.Add(new(file, code, message) { Detail = detail });
        return default;
    }
}
