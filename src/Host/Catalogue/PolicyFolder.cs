using CaseFlow.Host.Letters;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Catalogue;

/// <summary>The policy folder as it was at one moment: all of its files read, none of them in force yet.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Library">Services, forms, parameters, clauses.</param>
/// <param name="Letters">The letters that could be read.</param>
/// <param name="Procedures">The procedures that could be read as JSON, by file.</param>
/// <param name="Problems">What is wrong with all the others: with any, the whole of them cannot be used.</param>
/// <param name="ProcedureProblems">What is wrong with files of procedures: each keeps out that one alone.</param>
public sealed record PolicyFolder(
    string Path,
    PolicyLibrary Library,
    LetterLibrary Letters,
    IReadOnlyDictionary<string, string> Procedures,
    IReadOnlyList<FolderProblem> Problems,
    IReadOnlyList<FolderProblem> ProcedureProblems
)
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or none for letters in it.</exception>
    public static PolicyFolder Read(string path)
    {
        var library = PolicyLibrary.Load(path);
        var letters = LetterFolder.Load(System.IO.Path.Combine(path, "letters"));
        var (below, own) = (library.Problems.Where(p => !IsProcedure(p)), library.Problems.Where(IsProcedure));
        return new PolicyFolder(
            path,
            library,
            new LetterLibrary(letters.Templates),
            library.Definitions.ToDictionary(d => $"{d.Key}.json", d => d.Value, StringComparer.Ordinal),
            [.. below.Select(FolderProblem.Of), .. letters.Problems.Select(FolderProblem.Of)],
            [.. own.Select(FolderProblem.Of)]
        );
    }

    /// <summary>The names that procedures may use.</summary>
    public IDefinitionReferences References => new LibraryReferences(Library, Letters.Keys);

    private static bool IsProcedure(LibraryProblem problem) => !problem.File.Contains('/', StringComparison.Ordinal);
}
