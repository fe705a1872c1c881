namespace CaseFlow.Host.Features.Studio;

/// <summary>Names the texts around the designer.</summary>
public sealed class Texts;
