using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Library;

/// <summary>All documents of the policy library by kind: what is in force, what waits, who changed what.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class IndexModel(
    ProcedureQueries procedures,
    PolicyShelf shelf,
    Reader reader,
    IStringLocalizer<Texts> texts
) : PageModel
{
    private Dictionary<string, LocalText> _names = [];

    public ILookup<DefinitionKind, ProcedureLine> Documents { get; private set; } = null!;

    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    public async Task OnGetAsync(CancellationToken ct)
    {
        _names = shelf.Current.Documents.ToDictionary(d => d.Id, d => d.Names);
        var lines = await procedures.DocumentsAsync(ct);
        Documents = lines
            .OrderBy(Named, StringComparer.CurrentCulture)
            .ToLookup(l => PolicyDocument.KindOf(l.DefinitionId)!.Value);
    }

    /// <summary>Its name in the reader's language; as long as it was never in force, the Arabic one.</summary>
    public string Named(ProcedureLine line) =>
        _names.GetValueOrDefault(line.DefinitionId)?.In(reader.Preferences.Language) ?? line.Name;

    public string Who(VersionLine version) =>
        version.Origin == DefinitionOrigin.File ? texts["ByFolder"].Value : version.ChangedBy ?? "";
}
