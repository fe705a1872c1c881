using CaseFlow.Domain;
using CaseFlow.Domain.Letters;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Letters;

/// <summary>The letter templates in force, by key.</summary>
public sealed class LetterLibrary(IReadOnlyDictionary<string, LetterTemplate> templates)
{
    public IReadOnlySet<string> Keys { get; } = templates.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>What the letter does; null when there is no such letter.</summary>
    public LetterClass? ClassOf(string key) =>
        templates.TryGetValue(key, out var template) ? template.Metadata.Class : null;

    /// <exception cref="RefusalException">There is no such letter.</exception>
    public LetterTemplate Get(string key) =>
        templates.TryGetValue(key, out var template)
            ? template
            : throw RefusalException.Of("letter.unknown", null, ("letter", key));
}
