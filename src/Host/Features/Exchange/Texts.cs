namespace CaseFlow.Host.Features.Exchange;

/// <summary>Names the texts of this page: Texts.resx holds the Arabic, Texts.en.resx the English.</summary>
public sealed class Texts;
