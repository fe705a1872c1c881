using System.Text.Json;
using CaseFlow.Domain.Policy;

namespace CaseFlow.Host.Ui;

/// <summary>The society's policy clause by clause, as pages quote it; read once from <c>workflow-definitions/policy</c>.</summary>
public sealed class PolicyText(IWebHostEnvironment environment)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lazy<IReadOnlyList<Clause>> clauses = new(() =>
    {
        var file = environment.ContentRootFileProvider.GetFileInfo("workflow-definitions/policy/clauses.json");
        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<List<Clause>>(stream, Json) ?? [];
    });

    public IReadOnlyList<Clause> Clauses => clauses.Value;

    /// <summary>Null when the policy has no such clause.</summary>
    public Clause? Find(string? id) => Clauses.FirstOrDefault(c => c.Id == id);
}
