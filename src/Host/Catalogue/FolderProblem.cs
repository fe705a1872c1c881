using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Catalogue;

/// <summary>Something wrong in a file of the policy folder, of whatever kind the file is.</summary>
/// <param name="File">Path below the folder, with forward slashes.</param>
/// <param name="Place">The activity, or the member of the file; null when it concerns the file as a whole.</param>
/// <param name="Code">Stable code; its sentences are in <c>Findings.resx</c>.</param>
/// <param name="Facts">What the sentence may mention.</param>
/// <param name="Line">From 1; 0 when no place is known.</param>
/// <param name="Column">From 1; 0 when no place is known.</param>
/// <param name="Message">English, for the log.</param>
public sealed record FolderProblem(
    string File,
    string? Place,
    ProblemSeverity Severity,
    string Code,
    IReadOnlyDictionary<string, object?> Facts,
    int Line,
    int Column,
    string Message
)
{
    public static FolderProblem Of(string file, DefinitionProblem problem) =>
        new(
            file,
            problem.ActivityId,
            problem.Severity,
            problem.Code,
            problem.Facts,
            problem.Line,
            problem.Column,
            problem.Message
        );

    public static FolderProblem Of(LibraryProblem problem) =>
        new(
            problem.File,
            problem.Place == "$" ? null : problem.Place,
            ProblemSeverity.Error,
            problem.Code,
            new Dictionary<string, object?> { ["detail"] = problem.Detail },
            0,
            0,
            problem.ToString()
        );

    public static FolderProblem Of(LetterProblem problem) =>
        new(
            $"letters/{problem.File}",
            problem.Place,
            ProblemSeverity.Error,
            problem.Code,
            new Dictionary<string, object?>
            {
                ["detail"] = problem.Detail?.Replace("|", " / ", StringComparison.Ordinal),
            },
            problem.Line,
            problem.Column,
            problem.Message
        );

    /// <summary>The same as a finding about one version: where it is said beside the file.</summary>
    public DefinitionProblem ToFinding() =>
        new(Code, Severity, Place is null ? File : $"{File} {Place}", Message, Line, Column) { Facts = Facts };

    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}:{Column}" : "")} {Place}: {Code} ({Message})";
}
