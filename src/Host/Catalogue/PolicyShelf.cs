using System.Collections.Frozen;

namespace CaseFlow.Host.Catalogue;

/// <summary>
/// The policy that the society works by now, as this process knows it, and what is wrong with the files of the policy folder. Whoever
/// asks for a <see cref="PolicyLibrary"/> gets the one of that moment and keeps it as long as its request lives.
/// </summary>
/// <param name="first">What lies in the folder: it counts until the database has been read.</param>
public sealed class PolicyShelf(PolicyFolder first)
{
    private volatile InForce _inForce = new(first, FrozenDictionary<string, string>.Empty);
    private volatile IReadOnlyList<FolderProblem> _problems = [];

    /// <summary>Where the policy folder is.</summary>
    public string Path { get; } = first.Path;

    public PolicyFolder Current => _inForce.Policy;

    /// <summary>The versions that make up <see cref="Current"/> by the ids of their documents; empty as long as that is the folder itself.</summary>
    public IReadOnlyDictionary<string, string> Versions => _inForce.Versions;

    /// <summary>What was wrong when the folder was last read.</summary>
    public IReadOnlyList<FolderProblem> Problems => _problems;

    /// <summary>Id of the version of a document that is in force; null as long as that is the folder itself.</summary>
    public string? VersionOf(string documentId) => Versions.GetValueOrDefault(documentId);

    public void Take(PolicyFolder policy, IEnumerable<KeyValuePair<string, string>> versions) =>
        _inForce = new InForce(policy, versions.ToFrozenDictionary(StringComparer.Ordinal));

    public void Report(IReadOnlyList<FolderProblem> problems) => _problems = problems;

    private sealed record InForce(PolicyFolder Policy, FrozenDictionary<string, string> Versions);
}
