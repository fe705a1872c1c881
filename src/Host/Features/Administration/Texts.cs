namespace CaseFlow.Host.Features.Administration;

/// <summary>Names the texts of these pages.</summary>
public sealed class Texts;
