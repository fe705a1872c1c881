namespace CaseFlow.Host.Features.Account;

/// <summary>Names the texts of signing in, signing out and preferences.</summary>
public sealed class Texts;
