using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Studio;

/// <summary>One screen of the designer: a list or, with an id, what one of them leads to.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(CaseFlowDb db, StudioFiles files, StudioTokens tokens, IAntiforgery antiforgery)
    : PageModel
{
    public const string Definitions = "definitions";
    public const string Instances = "instances";

    // WebAssembly and styles made on the fly are how Studio works. Its editor and its instance list each carry one small script
    // inside the page, allowed by what is in it; the hashes are those of the version in package.json.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' "
        + "'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public string What { get; private set; } = Definitions;

    public string? Id { get; private set; }

    /// <summary>False when the host was built without browser assets.</summary>
    public bool CanShow => files.Exist;

    public string Token => tokens.Issue(User);

    public string AntiforgeryToken => antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;

    /// <summary>Studio's element for this screen.</summary>
    public string Element =>
        (What, Id) switch
        {
            (Definitions, null) => "elsa-workflow-definition-list",
            (Definitions, _) => "elsa-workflow-definition-editor",
            (_, null) => "elsa-workflow-instance-list",
            _ => "elsa-workflow-instance-viewer",
        };

    /// <exception cref="RefusalException">There is no such screen, procedure or case: Studio itself would only stop.</exception>
    public async Task OnGetAsync(string? what, string? id, CancellationToken ct)
    {
        What = what ?? Definitions;
        Id = id;
        if (!await ExistsAsync(ct))
            throw RefusalException.Of("studio.unknown");
        if (CanShow)
            Response.Headers.ContentSecurityPolicy = ContentPolicy;
    }

    private async Task<bool> ExistsAsync(CancellationToken ct) =>
        (What, Id) switch
        {
            (Definitions or Instances, null) => true,
            (Definitions, _) => await db.Procedures.AnyAsync(d => d.DefinitionId == Id, ct),
            (Instances, _) => await db.Instances.AnyAsync(i => i.Id == Id, ct),
            _ => false,
        };
}
