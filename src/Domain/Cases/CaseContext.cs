using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Policy;
using CaseFlow.Domain.Services;

namespace CaseFlow.Domain.Cases;

/// <summary>What a case is judged by beside its own file.</summary>
/// <param name="Service">The service in the version that the case was opened under.</param>
/// <param name="Form">Its request form in the version that the case was opened under (P47).</param>
/// <param name="Policy">The parameters in force now; a running case keeps the greater floor.</param>
/// <param name="Declaration">The declaration in force now (P56).</param>
/// <param name="Clauses">The clauses that a reason may rest on (P58).</param>
public sealed record CaseContext(
    ServiceDefinition Service,
    FormDefinition Form,
    PolicyParameters Policy,
    Declaration Declaration,
    IReadOnlyList<Clause> Clauses
);
