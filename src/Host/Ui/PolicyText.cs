using CaseFlow.Domain.Policy;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Ui;

/// <summary>The society's policy clause by clause, as it is in force, for pages that quote it.</summary>
public sealed class PolicyText(PolicyShelf shelf)
{
    public IReadOnlyList<Clause> Clauses => shelf.Current.Library.Clauses;

    /// <summary>Null when the policy has no such clause.</summary>
    public Clause? Find(string? id) => Clauses.FirstOrDefault(c => c.Id == id);
}
