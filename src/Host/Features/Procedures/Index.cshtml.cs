using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>All procedures: what is in force, what waits, who changed what.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class IndexModel(ProcedureQueries procedures, PolicyShelf shelf, IStringLocalizer<Texts> texts)
    : PageModel
{
    public IReadOnlyList<ProcedureLine> Procedures { get; private set; } = [];

    public IReadOnlyList<FolderProblem> Problems => shelf.Problems;

    public async Task OnGetAsync(CancellationToken ct) => Procedures = await procedures.ListAsync(ct);

    public string Who(VersionLine version) =>
        version.Origin == DefinitionOrigin.File ? texts["ByFolder"].Value : version.ChangedBy ?? "";
}
