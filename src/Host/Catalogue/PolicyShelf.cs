namespace CaseFlow.Host.Catalogue;

/// <summary>
/// The policy folder that the society works by now, and what is wrong with its files. A folder with problems is never taken: the one
/// before stays. Whoever asks for a <see cref="PolicyLibrary"/> gets the one of that moment and keeps it as long as its request lives.
/// </summary>
public sealed class PolicyShelf(PolicyFolder first)
{
    private volatile PolicyFolder _current = first;
    private volatile IReadOnlyList<FolderProblem> _problems = [];

    public PolicyFolder Current => _current;

    /// <summary>What was wrong when the folder was last read.</summary>
    public IReadOnlyList<FolderProblem> Problems => _problems;

    /// <summary>Takes a folder that was read anew, unless it has problems.</summary>
    public bool Take(PolicyFolder folder)
    {
        if (folder.Problems.Count > 0)
            return false;
        _current = folder;
        return true;
    }

    public void Report(IReadOnlyList<FolderProblem> problems) => _problems = problems;
}
