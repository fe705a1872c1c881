using Microsoft.Playwright;

namespace CaseFlow.Browser.Support;

/// <summary>The Chromium of this machine: the one that CHROMIUM names, else where systems put it. None is downloaded.</summary>
internal static class Chromium
{
    public const string Absent = "There is no Chromium here: install it, or name it in the variable CHROMIUM.";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    public static string? Path { get; } = Find();

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    // Nothing but the host under test can be reached.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                ],
            }
        );

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
            ? File.Exists(named)
                ? named
                : null
            : UsualPlaces.FirstOrDefault(File.Exists);
}
