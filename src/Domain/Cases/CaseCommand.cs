namespace CaseFlow.Domain.Cases;

/// <summary>Something asked of a case. Each is answered by one <see cref="CaseAnswer"/> or refused.</summary>
public abstract record CaseCommand;
