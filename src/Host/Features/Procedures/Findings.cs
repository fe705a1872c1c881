namespace CaseFlow.Host.Features.Procedures;

/// <summary>Names the sentences of what checks find: Findings.resx holds the Arabic, Findings.en.resx the English.</summary>
public sealed class Findings;
