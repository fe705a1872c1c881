namespace CaseFlow.Host.Features.Letters;

/// <summary>Names the texts of these pages.</summary>
public sealed class Texts;
