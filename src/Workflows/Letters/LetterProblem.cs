namespace CaseFlow.Workflows.Letters;

/// <summary>Why a letter cannot be used: a stable code, a sentence in English for the log, and the place.</summary>
/// <param name="File">Name of the file inside the letters' folder.</param>
/// <param name="Code">Stable, dotted, lower case; pages translate it.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Line">Line from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Column from 1; 0 when the file as a whole is meant.</param>
public sealed record LetterProblem(string File, string Code, string Message, int Line = 0, int Column = 0)
{
    /// <summary>The text inside the metadata that line and column count in, e.g. <c>subject.ar</c>; null for a file of its own.</summary>
    public string? Place { get; init; }

    /// <summary>The word that is wrong or missing, for sentences that name it; null when the code says all.</summary>
    public string? Detail { get; init; }
}
