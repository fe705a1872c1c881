namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>Names the texts of these pages.</summary>
public sealed class Texts;
