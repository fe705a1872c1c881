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
    public static LetterFolder Load(string path) =>
        Of(
            Directory
                .EnumerateFiles(path)
                .Where(file => Path.GetExtension(file) is ".json" or ".liquid")
                .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)
        );

    /// <summary>Reads letters whose files are at hand.</summary>
    /// <param name="files">Text by name of the file.</param>
    public static LetterFolder Of(IReadOnlyDictionary<string, string> files)
    {
        var problems = new List<LetterProblem>();
        var templates = new Dictionary<string, LetterTemplate>(StringComparer.Ordinal);
        var layout = files.GetValueOrDefault(LetterTemplate.LayoutFile) ?? "";
        if (layout.Length == 0)
        {
            problems.Add(new(LetterTemplate.LayoutFile, "letter.layout", "The layout is missing."));
        }

        foreach (
            var file in files
                .Keys.Where(f => f.EndsWith(".json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            var key = Path.GetFileNameWithoutExtension(file);
            var bodies = LetterTemplate
                .Languages.Select(language => (language, Text: files.GetValueOrDefault($"{key}.{language}.liquid")))
                .Where(body => body.Text is not null)
                .ToDictionary(body => body.language, body => body.Text!, StringComparer.Ordinal);
            if (LetterTemplate.TryLoad(files[file], bodies, layout, out var template, out var found, key))
            {
                templates[key] = template;
            }

            problems.AddRange(found);
            if (template is not null && template.Metadata.Key != key)
            {
                problems.Add(
                    new(
                        $"{key}.json",
                        "letter.key-differs",
                        $"The key is '{template.Metadata.Key}', the file's name '{key}'."
                    )
                    {
                        Detail = template.Metadata.Key,
                    }
                );
            }
        }

        problems.AddRange(Orphans(files));
        problems.AddRange(DecisionSubjects(templates.Values));
        return new LetterFolder(templates, [.. problems.Distinct()]);
    }

    private static IEnumerable<LetterProblem> Orphans(IReadOnlyDictionary<string, string> files) =>
        from name in files
            .Keys.Where(f => f.EndsWith(".liquid", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
        where name != LetterTemplate.LayoutFile && !files.ContainsKey(name.Split('.')[0] + ".json")
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
            )
            {
                Detail = decisions[0].Key,
            });
    }
}
