namespace CaseFlow.Host.Features.Home;

/// <summary>Names the texts of the public pages.</summary>
public sealed class Texts;
