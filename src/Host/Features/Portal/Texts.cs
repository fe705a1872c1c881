namespace CaseFlow.Host.Features.Portal;

/// <summary>Names the texts of these pages.</summary>
public sealed class Texts;
