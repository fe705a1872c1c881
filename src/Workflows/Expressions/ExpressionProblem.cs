namespace CaseFlow.Workflows.Expressions;

/// <summary>Why a text cannot be published: a stable code, a sentence in English for the log, and the place.</summary>
/// <param name="Code">Stable, dotted, lower case, e.g. <c>js.unsupported.class</c>; pages translate it.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public sealed record ExpressionProblem(string Code, string Message, int Line, int Column);
