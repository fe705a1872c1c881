namespace CaseFlow.Host.Ui;

/// <summary>Names the shared texts: Texts.resx holds the Arabic, Texts.en.resx the English.</summary>
public sealed class Texts;
