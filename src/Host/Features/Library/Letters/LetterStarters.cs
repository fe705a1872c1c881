using System.Text.Json.Nodes;
using CaseFlow.Domain.Letters;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>What a new letter begins with: what letters of its class have in common, and all that it has to mention.</summary>
public static class LetterStarters
{
    /// <param name="sibling">A letter of the same class, for clauses, channels, subject and objection; null when it is the first.</param>
    public static PolicyDocument Of(
        string key,
        LetterClass letter,
        string nameAr,
        string nameEn,
        PolicyDocument? sibling
    )
    {
        var id = $"letters/{key}";
        var metadata = sibling is null
            ? Plain(letter)
            : (JsonObject)JsonNode.Parse(sibling.Files[$"{sibling.Id}.json"])!;
        metadata["key"] = key;
        metadata["version"] = 1;
        metadata["name"] = Local(nameAr, nameEn);
        return new PolicyDocument(
            id,
            new Dictionary<string, string>
            {
                [$"{id}.json"] = metadata.ToJsonString(),
                [$"{id}.ar.liquid"] = Body(
                    letter,
                    "<p>بشأن طلبكم ({{ case.service }}) رقم {{ case.number | bdi }}:</p>",
                    "<p>اكتبوا هنا نص الخطاب.</p>"
                ),
                [$"{id}.en.liquid"] = Body(
                    letter,
                    "<p>About your request ({{ case.service }}) number {{ case.number | bdi }}:</p>",
                    "<p>Write the text of the letter here.</p>"
                ),
            }
        );
    }

    /// <summary>Another letter under a new key and name.</summary>
    public static PolicyDocument CopyOf(PolicyDocument letter, string key, string nameAr, string nameEn)
    {
        var id = $"letters/{key}";
        var files = letter.Files.ToDictionary(f => id + f.Key[letter.Id.Length..], f => f.Value);
        var metadata = (JsonObject)JsonNode.Parse(files[$"{id}.json"])!;
        metadata["key"] = key;
        metadata["version"] = 1;
        metadata["name"] = Local(nameAr, nameEn);
        files[$"{id}.json"] = metadata.ToJsonString();
        return new PolicyDocument(id, files);
    }

    private static JsonObject Plain(LetterClass letter) =>
        new()
        {
            ["class"] = LetterForm.Written(letter),
            ["clauses"] = new JsonArray("P40"),
            ["subject"] = Local("معاملتكم رقم \u2066{{ case.number }}\u2069", "Your case {{ case.number }}"),
            ["channels"] = new JsonArray("portal", "email", "print"),
        };

    private static string Body(LetterClass letter, params string[] opening)
    {
        var groups = FieldPicker.Of(letter);
        var wanted = groups.SelectMany(g => g.Fields).Where(f => f.Mandatory).ToList();
        var lists = groups
            .SelectMany(g => g.Fields)
            .Where(f => wanted.Any(w => w.InList && w.Path.StartsWith($"{f.Path}[]", StringComparison.Ordinal)))
            .Select(list => $"<ul>\n{Loop(list, wanted)}\n</ul>");
        var values = wanted.Where(f => !f.InList).Select(f => $"<p>{f.Snippet}</p>");
        return string.Join('\n', [.. opening, .. lists, .. values]) + "\n";
    }

    /// <summary>The loop over a list with every part of it that has to be mentioned.</summary>
    private static string Loop(FieldChoice list, List<FieldChoice> wanted)
    {
        var parts = wanted
            .Where(w => w.Path.StartsWith($"{list.Path}[]", StringComparison.Ordinal))
            .Select(w => w.Snippet);
        var open = list.Snippet.IndexOf("<li>", StringComparison.Ordinal) + "<li>".Length;
        var close = list.Snippet.IndexOf("</li>", StringComparison.Ordinal);
        return list.Snippet[..open] + string.Join(' ', parts) + list.Snippet[close..];
    }

    private static JsonObject Local(string ar, string en) => new() { ["ar"] = ar, ["en"] = en };
}
