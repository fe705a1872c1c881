using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Pages;

/// <summary>Pictures of the pages, to be looked at by people; the folder is not kept in the repository.</summary>
internal static partial class Screenshots
{
    private static readonly string Folder = Path.Combine(Find(), "tests", "Browser", "screenshots");

    public static Task TakeAsync(IPage page, string who, string address, string language, Look look)
    {
        var name = NotForNames().Replace($"{who}{address}", "-").Trim('-');
        return page.ScreenshotAsync(
            new() { Path = Path.Combine(Folder, $"{name}-{language}-{look}.png"), FullPage = true }
        );
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotForNames();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the source tree.");
    }
}
