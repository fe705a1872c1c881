using Microsoft.Extensions.FileProviders;

namespace CaseFlow.Host.Ui.Assets;

/// <summary>Which folders the browser may fetch: our own wwwroot and a few chosen ones of npm packages.</summary>
internal static class StaticAssets
{
    public static void UseStaticAssets(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = f => Keep(f.Context, days: 1) });
        Serve(app, "/lib/plex", NpmFolder.Files("@fontsource/ibm-plex-sans-arabic", "files"));
        Serve(app, "/lib/naskh", NpmFolder.Files("@fontsource/noto-naskh-arabic", "files"));
        Serve(app, "/lib/htmx", NpmFolder.Files("htmx.org", "dist"));
        // Browsers ask for this beside a page that names no icon, as a letter's paper does.
        app.MapGet("/favicon.ico", () => Results.LocalRedirect("/favicon.svg", permanent: true))
            .ExcludeFromDescription();
    }

    private static void Serve(WebApplication app, string path, IFileProvider files) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = path,
                FileProvider = files,
                OnPrepareResponse = f => Keep(f.Context, days: 30),
            }
        );

    // A file asked for with its version in the address never changes under that address.
    private static void Keep(HttpContext context, int days) =>
        context.Response.Headers.CacheControl = context.Request.Query.ContainsKey("v")
            ? "public, max-age=31536000, immutable"
            : $"public, max-age={days * 86400}";
}
