using CaseFlow.Host.Runtime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Letters;

/// <summary>The letter itself, byte for byte as it was issued, for the frame and for the printer.</summary>
[Authorize]
public sealed class PaperModel(LetterReading letters) : PageModel
{
    // The letter carries its own styles and nothing else; no script of whatever origin runs in it.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'; frame-ancestors 'self'";

    public async Task<IActionResult> OnGetAsync(string number, string? language, CancellationToken ct)
    {
        var letter = await letters.GetAsync(number, User.ToActor(), ct);
        Response.Headers.ContentSecurityPolicy = ContentPolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        Response.Headers.CacheControl = "private, no-store";
        return Content(language == "en" ? letter.HtmlEn : letter.HtmlAr, "text/html; charset=utf-8");
    }
}
