namespace CaseFlow.Domain;

/// <summary>An expected "no" of the business: a stable code and the facts behind it. Pages turn it into a sentence.</summary>
/// <param name="Code">Stable, dotted, lower case, e.g. <c>case.not-signed</c>.</param>
/// <param name="Facts">What the sentence may mention: plain values by camel-case name.</param>
/// <param name="Clause">The clause of the policy that is protected, e.g. <c>P56</c>; null when the "no" is technical.</param>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, object?> Facts, string? Clause = null)
{
    /// <summary>Creates a refusal from its facts in pairs of name and value.</summary>
    public static Refusal Of(string code, string? clause = null, params (string Name, object? Value)[] facts) =>
        new(code, facts.ToDictionary(f => f.Name, f => f.Value), clause);
}

/// <summary>Carries a <see cref="Refusal"/> out of a rule. The only exception type that the domain throws on purpose.</summary>
public sealed class RefusalException(Refusal refusal) : Exception($"{refusal.Code} ({refusal.Clause ?? "no clause"})")
{
    /// <summary>Why the rule said no.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>Throws a refusal with these facts.</summary>
    public static RefusalException Of(
        string code,
        string? clause = null,
        params (string Name, object? Value)[] facts
    ) => new(Refusal.Of(code, clause, facts));
}
