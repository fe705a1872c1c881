using System.Diagnostics;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Home;

/// <summary>What a reader sees instead of a page that could not be given. Shown at the address that was asked for.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(Problems problems) : PageModel
{
    public Problem Problem { get; private set; } = null!;

    public string Title => problems.Title(Problem.Status);

    public string TraceId => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    /// <summary>The page the reader came from, when it was one of ours.</summary>
    public string? Back { get; private set; }

    // Any method may fail, also those that no page answers.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>();
        var status =
            Response.StatusCode is StatusCodes.Status200OK ? StatusCodes.Status404NotFound : Response.StatusCode;
        Problem = failure is null ? problems.Of(status) : problems.Of(failure.Error);
        Response.StatusCode = Problem.Status;
        var from = Request.GetTypedHeaders().Referer;
        Back =
            from is not null && from.Authority == Request.Host.Value
                ? SitePrefix.Inside(Request, from.PathAndQuery)
                : null;
    }
}
