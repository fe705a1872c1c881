namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>Names the texts of this area's pages.</summary>
public sealed class Texts;
