using CaseFlow.Domain.Letters;

namespace CaseFlow.Workflows.Letters;

/// <summary>All letters of a folder.</summary>
/// <param name="Templates">Those without problems, by key.</param>
/// <param name="Problems">Everything that is wrong, by file.</param>
public sealed record LetterFolder(
    IReadOnlyDictionary<string, LetterTemplate> Templates,
    IReadOnlyList<LetterProblem> Problems
)
{
    /// <summary>Reads every <c>&lt;key&gt;.json</c> of the folder with its <c>&lt;key&gt;.ar.liquid</c> and <c>&lt;key&gt;.en.liquid</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LetterFolder Load(string path)
    {
        var problems = new List<LetterProblem>();
        var templates = new Dictionary<string, LetterTemplate>(StringComparer.Ordinal);
        var layout = ReadIfThere(Path.Combine(path, LetterTemplate.LayoutFile)) ?? "";
        if (layout.Length == 0)
        {
            problems.Add(new(LetterTemplate.LayoutFile, "letter.layout", "The layout is missing."));
        }

        foreach (var file in Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal))
        {
            var key = Path.GetFileNameWithoutExtension(file);
            var bodies = LetterTemplate
                .Languages.Select(language =>
                    (language, Text: ReadIfThere(Path.Combine(path, $"{key}.{language}.liquid")))
                )
                .Where(body => body.Text is not null)
                .ToDictionary(body => body.language, body => body.Text!, StringComparer.Ordinal);
            if (LetterTemplate.TryLoad(File.ReadAllText(file), bodies, layout, out var template, out var found, key))
            {
                templates[key] = template;
            }

            problems.AddRange(found);
            if (template is not null && template.Metadata.Key != key)
            {
                problems.Add(
                    new($"{key}.json", "letter.key", $"The key is '{template.Metadata.Key}', the file's name '{key}'.")
                );
            }
        }

        problems.AddRange(Orphans(path));
        problems.AddRange(DecisionSubjects(templates.Values));
        return new LetterFolder(templates, [.. problems.Distinct()]);
    }

    private static string? ReadIfThere(string file) => File.Exists(file) ? File.ReadAllText(file) : null;

    private static IEnumerable<LetterProblem> Orphans(string path) =>
        from file in Directory.EnumerateFiles(path, "*.liquid").Order(StringComparer.Ordinal)
        let name = Path.GetFileName(file)
        where name != LetterTemplate.LayoutFile && !File.Exists(Path.Combine(path, name.Split('.')[0] + ".json"))
        select new LetterProblem(name, "letter.orphan", "This body belongs to no letter.");

    /// <summary>A subject is read before the letter is opened, so acceptance and rejection must not differ there (P59).</summary>
    private static IEnumerable<LetterProblem> DecisionSubjects(IEnumerable<LetterTemplate> templates)
    {
        var decisions = templates.Select(t => t.Metadata).Where(m => m.Class.IsDecision()).ToList();
        return decisions
            .Where(metadata => metadata.Subject != decisions[0].Subject)
            .Select(metadata => new LetterProblem(
                $"{metadata.Key}.json",
                "letter.telling-subject",
                $"Letters of decision share one subject; this one differs from that of '{decisions[0].Key}'."
            ));
    }
}
