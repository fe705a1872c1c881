namespace CaseFlow.Host.Features.Library;

/// <summary>Names the texts of these pages: Texts.resx holds the Arabic, Texts.en.resx the English.</summary>
public sealed class Texts;
