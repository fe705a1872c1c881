using System.Text.Json;
using CaseFlow.Host.Catalogue;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Host.Ui;

/// <summary>Answers failures: problem details for programs, a page in the reader's language for people.</summary>
internal static class ErrorHandling
{
    private static readonly PathString[] ProgramPaths = ["/api", "/elsa", "/openapi", "/health"];

    public static void AddErrorHandling(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddScoped(sp => new FactWords(
            sp.GetRequiredService<IStringLocalizer<Refusals>>(),
            sp.GetRequiredService<IStringLocalizer<Texts>>(),
            sp.GetService<PolicyLibrary>()
        ));
        services.AddScoped<RefusalText>();
        services.AddScoped<Problems>();
        services.AddExceptionHandler<ProgramErrors>();
    }

    public static void UseErrorHandling(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = c => Problems.IsExpected(c.Exception),
                AllowStatusCode404Response = true,
            }
        );
        app.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            if (WantsJson(http))
            {
                await WriteAsync(
                    http,
                    http.RequestServices.GetRequiredService<Problems>().Of(http.Response.StatusCode)
                );
            }
            else
            {
                await ShowPageAsync(http, context.Next);
            }
        });
    }

    public static bool WantsJson(HttpContext context)
    {
        if (ProgramPaths.Any(p => AskedFor(context).StartsWithSegments(p)) || context.Request.HasJsonContentType())
        {
            return true;
        }

        var accepted = context.Request.GetTypedHeaders().Accept;
        return accepted.Any(a => a.MediaType == "application/json" || a.MediaType == "application/problem+json")
            && !accepted.Any(a => a.MediaType == "text/html");
    }

    /// <summary>The path of the request, also while its failure is being answered at another.</summary>
    public static PathString AskedFor(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;

    public static async Task WriteAsync(HttpContext context, Problem problem)
    {
        var details = context.RequestServices.GetRequiredService<Problems>().Details(problem, context);
        context.Response.StatusCode = problem.Status;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        await context.Response.WriteAsJsonAsync(details, (JsonSerializerOptions?)null, "application/problem+json");
    }

    // Only a status is needed here, no sentence: the page asks for the rest.
    private static int StatusOf(Exception exception) =>
        exception switch
        {
            CaseFlow.Domain.RefusalException refusal => RefusalStatus.Of(refusal.Refusal.Code),
            Features.Requests.FormInvalidException => StatusCodes.Status400BadRequest,
            BadHttpRequestException bad => bad.StatusCode,
            Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status500InternalServerError,
        };

    // Runs the rest of the pipeline again for the error page, as the framework does for exceptions.
    private static async Task ShowPageAsync(HttpContext context, RequestDelegate next)
    {
        var (path, query) = (context.Request.Path, context.Request.QueryString);
        context.Features.Set(new FailedPath(path + query));
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = "/error";
        context.Request.QueryString = QueryString.Empty;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Path = path;
            context.Request.QueryString = query;
        }
    }
}

/// <summary>Where the request went that failed without an exception.</summary>
internal sealed record FailedPath(string Address);

/// <summary>Failures of requests that programs make.</summary>
internal sealed class ProgramErrors : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (!ErrorHandling.WantsJson(context))
        {
            return false;
        }

        var problems = context.RequestServices.GetRequiredService<Problems>();
        await ErrorHandling.WriteAsync(context, problems.Of(exception));
        return true;
    }
}
