using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Letters;
using CaseFlow.Host.Catalogue;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>A letter as its editor shows it: everything as it was typed, right or wrong, under the names of the form's fields.</summary>
public sealed class LetterForm
{
    public const int LongestLine = 500;
    public const int LongestText = 50_000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public string this[string field] => _texts.GetValueOrDefault(field, "");

    public IReadOnlyList<string> Channels { get; private init; } = [];

    /// <summary>Fields of one line, and how the files call them.</summary>
    private static readonly (string Field, string Property, string? Language)[] Properties =
    [
        ("NameAr", "name", "ar"),
        ("NameEn", "name", "en"),
        ("SubjectAr", "subject", "ar"),
        ("SubjectEn", "subject", "en"),
        ("ObjectionAr", "objection", "ar"),
        ("ObjectionEn", "objection", "en"),
        ("Class", "class", null),
    ];

    /// <summary>The class that was chosen; the plainest one while there is none.</summary>
    public LetterClass Class => LetterMetadata.ClassNamed(this["Class"]) ?? LetterClass.Circular;

    public static IReadOnlyList<string> Fields { get; } =
    [.. Properties.Select(p => p.Field), "Clauses", "BodyAr", "BodyEn"];

    /// <summary>As the files write it: <c>Decision.Accept</c>.</summary>
    public static string Written(LetterClass letter) =>
        letter.IsDecision() ? $"{letter}".Replace("Decision", "Decision.", StringComparison.Ordinal) : $"{letter}";

    public static string BodyField(string language) => language == "ar" ? "BodyAr" : "BodyEn";

    /// <summary>What a browser has sent.</summary>
    public static LetterForm Of(IFormCollection posted)
    {
        var form = new LetterForm { Channels = [.. posted["Channels"].OfType<string>()] };
        foreach (var field in Fields)
            form._texts[field] = posted[field].ToString().ReplaceLineEndings("\n");
        return form;
    }

    /// <summary>What a version says; what cannot be read of it stays empty.</summary>
    public static LetterForm Of(PolicyDocument letter)
    {
        var metadata = Metadata(letter);
        var form = new LetterForm { Channels = [.. List(metadata["channels"])] };
        foreach (var (field, property, language) in Properties)
            form._texts[field] = Text(
                language is null ? metadata[property] : (metadata[property] as JsonObject)?[language]
            );
        if (LetterMetadata.ClassNamed(form["Class"]) is { } known)
            form._texts["Class"] = Written(known);
        form._texts["Clauses"] = string.Join(' ', List(metadata["clauses"]));
        foreach (var language in LetterTemplate.Languages)
            form._texts[BodyField(language)] = letter.Files.GetValueOrDefault($"{letter.Id}.{language}.liquid", "");
        return form;
    }

    /// <summary>The letter as its files would say it.</summary>
    /// <param name="basis">The version it was written over, for what the form does not show.</param>
    public PolicyDocument ToDocument(string key, PolicyDocument? basis)
    {
        var version = basis is not null && Metadata(basis)["version"] is JsonValue number ? number.DeepClone() : 1;
        var metadata = new JsonObject
        {
            ["key"] = key,
            ["version"] = version,
            ["class"] = this["Class"],
            ["clauses"] = Array(this["Clauses"].Split([' ', ',', '،', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            ["name"] = Local("Name"),
            ["subject"] = Local("Subject"),
            ["channels"] = Array(Channels),
        };
        if (this["ObjectionAr"].Length + this["ObjectionEn"].Length > 0)
            metadata["objection"] = Local("Objection");
        var id = $"letters/{key}";
        return new PolicyDocument(
            id,
            new Dictionary<string, string>
            {
                [$"{id}.json"] = metadata.ToJsonString(Json) + "\n",
                [$"{id}.ar.liquid"] = this["BodyAr"],
                [$"{id}.en.liquid"] = this["BodyEn"],
            }
        );
    }

    /// <summary>What no letter can hold, however its author means it.</summary>
    public IReadOnlyList<FolderProblem> Unfit() =>
        [
            .. Fields.SelectMany(f =>
                Unfit(
                    f,
                    this[f],
                    f.StartsWith("Body", StringComparison.Ordinal)
                    || f.StartsWith("Objection", StringComparison.Ordinal)
                        ? LongestText
                        : LongestLine
                )
            ),
        ];

    public static IEnumerable<FolderProblem> Unfit(string field, string text, int longest)
    {
        if (text.Length > longest)
            yield return Problem("letter.too-long", longest.ToString("#,0", CultureInfo.InvariantCulture));
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
            yield return Problem("letter.control-character", null);

        FolderProblem Problem(string code, string? detail) =>
            new(
                "",
                field,
                ProblemSeverity.Error,
                code,
                new Dictionary<string, object?> { ["detail"] = detail },
                0,
                0,
                $"{field}: {code}"
            );
    }

    private static readonly JsonSerializerOptions Json = new(LibraryJson.Options) { WriteIndented = true };

    private static JsonObject Metadata(PolicyDocument letter)
    {
        try
        {
            return JsonNode.Parse(letter.Files.GetValueOrDefault($"{letter.Id}.json", "")) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private JsonObject Local(string field) =>
        new() { ["ar"] = this[$"{field}Ar"].Trim(), ["en"] = this[$"{field}En"].Trim() };

    private static JsonArray Array(IEnumerable<string> items) => [.. items.Select(i => JsonValue.Create(i))];

    private static IEnumerable<string> List(JsonNode? node) => (node as JsonArray)?.Select(Text) ?? [];

    private static string Text(JsonNode? node) => node is JsonValue value ? $"{value}" : "";
}
