namespace CaseFlow.Host.Ui;

/// <summary>
/// What browsers are told about every answer. Nothing is loaded from elsewhere, no script or style stands in a page, and no
/// one may put a page of ours in a frame. A page that needs another policy (the designer runs WebAssembly) sets its own first.
/// </summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Lets letters be shown inside a page with the styles they bring along; scripts stay shut out of them.</summary>
    public static void AllowLetterStyles(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = ContentPolicy.Replace(
            "style-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            StringComparison.Ordinal
        );

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.TryAdd("Content-Security-Policy", ContentPolicy);
                    headers.TryAdd("X-Content-Type-Options", "nosniff");
                    headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
                    headers.TryAdd("X-Frame-Options", "DENY");
                    headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
