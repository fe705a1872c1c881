namespace CaseFlow.Host.Features.ElsaApi;

/// <summary>Names the texts that Studio shows as it gets them: groups of the tool box, types, answers of its API.</summary>
public sealed class ElsaTexts;
