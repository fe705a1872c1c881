namespace CaseFlow.Host.Features.Cases;

/// <summary>Names the texts of these pages.</summary>
public sealed class Texts;
