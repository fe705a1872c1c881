namespace CaseFlow.Host.Features.Committee;

/// <summary>Names the texts of these pages.</summary>
public sealed class Texts;
