using System.Text.Json;
using CaseFlow.Domain;

namespace CaseFlow.Host.Persistence;

/// <summary>Named plain values of the domain as JSON: days, instants and decimals come back as what they were.</summary>
public static class FactsJson
{
    public static string Write(IReadOnlyDictionary<string, object?> facts) =>
        JsonSerializer.Serialize(facts, DomainJson.Options);

    public static IReadOnlyDictionary<string, object?> Read(string json) =>
        JsonSerializer.Deserialize<IReadOnlyDictionary<string, object?>>(json, DomainJson.Options)!;
}
