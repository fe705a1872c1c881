using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Host.Features.Documents;

/// <summary>
/// Hands out an uploaded file: to its party, to who uploaded it, and to the staff whom its case lets see the dossier. For
/// everybody else it is not there.
/// </summary>
[Authorize]
public sealed class DocumentModel(CaseFlowDb db, CaseReader cases) : PageModel
{
    // The file may be shown, but may load nothing and run nothing.
    private const string ContentPolicy =
        "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        var reader = User.ToActor();
        var file = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (file is null || !await MayReadAsync(file, reader, ct))
            throw RefusalException.Of("document.unknown", null, ("document", id));
        var name = new ContentDispositionHeaderValue("inline");
        name.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = name.ToString();
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.ContentSecurityPolicy = ContentPolicy;
        return File(file.Content, file.ContentType);
    }

    private async Task<bool> MayReadAsync(DocumentRow file, Actor reader, CancellationToken ct)
    {
        if (file.PartyId == reader.PartyId)
            return true;
        if (file.CaseNumber is not { } number)
            return file.UploadedBy == reader.UserId;
        return (await cases.GetAsync(number, reader, ct)).Case.CanSeeDossier(reader);
    }
}
