namespace CaseFlow.Host.Features.Audit;

/// <summary>Names the texts of the audit trail's page.</summary>
public sealed class Texts;
