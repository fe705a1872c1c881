namespace CaseFlow.Host.Ui;

/// <summary>Names the sentences of refusals, one for each code: Refusals.resx holds the Arabic, Refusals.en.resx the English.</summary>
public sealed class Refusals;
