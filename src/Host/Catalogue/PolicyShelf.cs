using System.Collections.Frozen;

namespace CaseFlow.Host.Catalogue;

/// <summary>
/// The policy that the society works by now, as this process knows it, and what is wrong with the files of the policy folder. Whoever
/// asks for a <see cref="PolicyLibrary"/> gets the one of that moment and keeps it as long as its request lives.
/// </summary>
/// <param name="first">What lies in the folder: it counts until the database has been read.</param>
public sealed class PolicyShelf(PolicyFolder first)
{
    private volatile PolicyFolder _current = first;
    private volatile FrozenSet<string> _versions = FrozenSet<string>.Empty;
    private volatile IReadOnlyList<FolderProblem> _problems = [];

    /// <summary>Where the policy folder is.</summary>
    public string Path { get; } = first.Path;

    public PolicyFolder Current => _current;

    /// <summary>Ids of the versions that make up <see cref="Current"/>; empty as long as that is the folder itself.</summary>
    public IReadOnlySet<string> Versions => _versions;

    /// <summary>What was wrong when the folder was last read.</summary>
    public IReadOnlyList<FolderProblem> Problems => _problems;

    public void Take(PolicyFolder policy, IEnumerable<string> versions)
    {
        _current = policy;
        _versions = versions.ToFrozenSet(StringComparer.Ordinal);
    }

    public void Report(IReadOnlyList<FolderProblem> problems) => _problems = problems;
}
