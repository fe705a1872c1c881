using System.Text.Json;
using CaseFlow.Domain;

namespace CaseFlow.Host.Ui;

/// <summary>A clause in its own words; the Arabic ones are the source.</summary>
/// <param name="Id">P1 to P61.</param>
public sealed record PolicyClause(string Id, LocalText Section, LocalText Text);

/// <summary>The society's policy clause by clause, as pages quote it; read once from <c>workflow-definitions/policy</c>.</summary>
public sealed class PolicyText(IWebHostEnvironment environment)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lazy<IReadOnlyList<PolicyClause>> clauses = new(() =>
    {
        var file = environment.ContentRootFileProvider.GetFileInfo("workflow-definitions/policy/clauses.json");
        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<List<PolicyClause>>(stream, Json) ?? [];
    });

    public IReadOnlyList<PolicyClause> Clauses => clauses.Value;

    /// <summary>Null when the policy has no such clause.</summary>
    public PolicyClause? Find(string? id) => Clauses.FirstOrDefault(c => c.Id == id);
}
