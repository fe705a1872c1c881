namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>The texts of the editors of the policy library.</summary>
public sealed class Texts;
