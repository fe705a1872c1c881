namespace CaseFlow.Workflows.Letters;

/// <summary>Why a letter cannot be used: a stable code, a sentence in English for the log, and the place.</summary>
/// <param name="File">Name of the file inside the letters' folder.</param>
/// <param name="Code">Stable, dotted, lower case; pages translate it.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Line">Line from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Column from 1; 0 when the file as a whole is meant.</param>
public sealed record LetterProblem(string File, string Code, string Message, int Line = 0, int Column = 0);
