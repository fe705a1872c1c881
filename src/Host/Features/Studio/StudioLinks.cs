namespace CaseFlow.Host.Features.Studio;

/// <summary>
/// Addresses that Studio writes into its own links, as if it were the whole site. The page catches them before they are followed;
/// these answer when somebody opens one in a new tab or keeps it.
/// </summary>
internal static class StudioLinks
{
    public static void MapStudioLinks(this WebApplication app)
    {
        foreach (var start in new[] { "/workflows", "/studio/workflows" })
        {
            app.MapGet(start + "/definitions/{id}/edit", (string id) => To($"/studio/definitions/{Escaped(id)}"))
                .ExcludeFromDescription();
            app.MapGet(start + "/instances/{id}/view", (string id) => To($"/studio/instances/{Escaped(id)}"))
                .ExcludeFromDescription();
        }
        app.MapGet("/diagnostics/structured-logs", () => To("/audit")).ExcludeFromDescription();
    }

    private static IResult To(string address) => Results.LocalRedirect(address);

    private static string Escaped(string id) => Uri.EscapeDataString(id);
}
