namespace CaseFlow.Host.Features.Inbox;

/// <summary>Names the texts of the inbox and of the pages of tasks.</summary>
public sealed class Texts;
