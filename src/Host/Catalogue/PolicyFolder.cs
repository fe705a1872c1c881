using CaseFlow.Host.Letters;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Catalogue;

/// <summary>A policy as a whole: what lies in the policy folder, or what is in force by the database.</summary>
/// <param name="Path">Where the folder is.</param>
/// <param name="Documents">All but the procedures, each as the files it consists of.</param>
/// <param name="Library">Services, forms, parameters, clauses.</param>
/// <param name="Letters">The letters that could be read.</param>
/// <param name="Procedures">The procedures that could be read as JSON, by file.</param>
/// <param name="Problems">What is wrong with all the others: with any, the whole of them cannot be used.</param>
/// <param name="ProcedureProblems">What is wrong with files of procedures: each keeps out that one alone.</param>
public sealed record PolicyFolder(
    string Path,
    IReadOnlyList<PolicyDocument> Documents,
    PolicyLibrary Library,
    LetterLibrary Letters,
    IReadOnlyDictionary<string, string> Procedures,
    IReadOnlyList<FolderProblem> Problems,
    IReadOnlyList<FolderProblem> ProcedureProblems
)
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static PolicyFolder Read(string path) => Of(path, PolicyFiles.Read(path));

    /// <summary>The same of files that are at hand, by path below the folder.</summary>
    public static PolicyFolder Of(string path, IReadOnlyDictionary<string, string> files)
    {
        var library = PolicyLibrary.Of(files);
        var letters = LetterFolder.Of(
            files
                .Where(f => f.Key.StartsWith("letters/", StringComparison.Ordinal))
                .ToDictionary(f => f.Key["letters/".Length..], f => f.Value)
        );
        var (below, own) = (library.Problems.Where(p => !IsProcedure(p)), library.Problems.Where(IsProcedure));
        return new PolicyFolder(
            path,
            PolicyDocument.Of(files),
            library,
            new LetterLibrary(letters.Templates),
            library.Definitions.ToDictionary(d => $"{d.Key}.json", d => d.Value, StringComparer.Ordinal),
            [
                .. below.Select(FolderProblem.Of),
                .. letters.Problems.Select(FolderProblem.Of),
                .. UnknownClauses(library, letters).Select(FolderProblem.Of),
            ],
            [.. own.Select(FolderProblem.Of)]
        );
    }

    /// <summary>The names that procedures may use.</summary>
    public IDefinitionReferences References => new LibraryReferences(Library, Letters.Keys);

    /// <summary>A letter quotes its clauses to the member: each must be one of the policy's, where the library carries them.</summary>
    private static IEnumerable<LibraryProblem> UnknownClauses(PolicyLibrary library, LetterFolder letters)
    {
        var known = library.Clauses.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return known.Count == 0
            ? []
            : letters
                .Templates.Values.Select(t => t.Metadata)
                .SelectMany(m => m.Clauses.Where(c => !known.Contains(c)).Select(c => (m.Key, Clause: c)))
                .Select(u => new LibraryProblem($"letters/{u.Key}.json", "$", "library.unknown-clause", u.Clause));
    }

    private static bool IsProcedure(LibraryProblem problem) => !problem.File.Contains('/', StringComparison.Ordinal);
}
