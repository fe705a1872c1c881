using CaseFlow.Host.Ui;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.ElsaApi;

/// <summary>
/// What Studio offers and CaseFlow does not do. Nothing here pretends: who asks is told, in words. Where Studio breaks on an
/// error, the words come in an answer of the form it expects.
/// </summary>
internal static class Unsupported
{
    public static void MapUnsupported(this RouteGroupBuilder api)
    {
        // Cases begin with a request of a member, tests in the page for a trial run.
        api.MapPost("/workflow-definitions/{id}/execute", CannotStart);
        api.MapPost("/workflow-definitions/{id}/dispatch", () => No("NotSupported.Run"));
        api.MapPost("/tests/activities", (IStringLocalizer<ElsaTexts> texts) => Faulted(texts["NotSupported.Test"]));
        // A case is a record of the society: it is neither brought in from outside, nor taken out.
        api.MapGet("/workflow-instances/{id}/export", () => No("NotSupported.Instances"));
        api.MapPost("/bulk-actions/export/workflow-instances", () => No("NotSupported.Instances"));
        api.MapPost("/bulk-actions/import/workflow-instances", () => No("NotSupported.Instances"));
        api.MapPost(
            "/workflow-definitions/{id}/update-references",
            () => Elsa.Ok(new { affectedWorkflows = Array.Empty<string>() })
        );
        api.MapGet("/resilience/strategies", Elsa.Nothing);
        api.MapGet("/secrets", Elsa.Nothing);
    }

    /// <summary>501 and a sentence. The frame around Studio shows it.</summary>
    public static IResult No(string text) => new NotSupportedResult(text);

    // Studio looks at the headers alone.
    private static IResult CannotStart(HttpContext context)
    {
        context.Response.Headers["x-elsa-workflow-cannot-start"] = "true";
        return No("NotSupported.Run");
    }

    private static IResult Faulted(string why) =>
        Elsa.Ok(
            new
            {
                activityState = new { },
                exception = new { type = "NotSupported", message = why },
                status = "Faulted",
            }
        );

    private sealed class NotSupportedResult(string text) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            var texts = context.RequestServices.GetRequiredService<IStringLocalizer<ElsaTexts>>();
            return ErrorHandling.WriteAsync(
                context,
                new Problem(StatusCodes.Status501NotImplemented, "request.not-supported", texts[text])
            );
        }
    }
}
