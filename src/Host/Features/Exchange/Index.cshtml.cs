using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Exchange;

/// <summary>Everything that the society may change, taken along in one file or brought in from one.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class IndexModel(PolicyArchive archive, IMediator mediator) : PageModel
{
    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    /// <summary>What became of the file that was just brought in.</summary>
    public ImportedPolicy? Imported { get; private set; }

    public Refusal? Refused { get; private set; }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        var file = await archive.WriteAsync(ct);
        return File(file.Content, file.ContentType, file.Name);
    }

    public async Task<IActionResult> OnPostAsync(IFormFileCollection files, CancellationToken ct)
    {
        try
        {
            var read = await ImportedFiles.ReadAsync(files, ct);
            Imported = await mediator.Send(new ImportPolicy(read, User.ToActor()), ct);
            if (Imported.Problems.Count > 0)
                Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
        }
        return Page();
    }
}
