namespace CaseFlow.Host.Features.Procedures;

/// <summary>Names the texts of this area's pages.</summary>
public sealed class Texts;
