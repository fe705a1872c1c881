using System.Text.RegularExpressions;
using CaseFlow.Host.Demo;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>Somebody who works with the pages as a browser without scripts does.</summary>
internal sealed partial class Browser
{
    private readonly HttpClient _http;

    private Browser(HttpClient http) => _http = http;

    /// <summary>What the pages are fetched with, for tests that look at more than the text.</summary>
    public HttpClient Http => _http;

    public static async Task<Browser> SignInAsync(WebApplicationFactory<Program> server, string userName)
    {
        var http = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var browser = new Browser(http);
        await browser.PostAsync(
            "/sign-in",
            new() { ["UserName"] = userName, ["Password"] = DemoData.Password },
            from: "/sign-in"
        );
        return browser;
    }

    public Task<string> ReadAsync(string address) => _http.GetStringAsync(address);

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(address);

    public async Task<HttpResponseMessage> PostAsync(
        string address,
        Dictionary<string, string>? fields = null,
        string from = "/preferences"
    )
    {
        var page = await ReadAsync(from);
        var sent = new Dictionary<string, string>(fields ?? [])
        {
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        };
        return await _http.PostAsync(address, new FormUrlEncodedContent(sent));
    }

    /// <summary>The page without what is drawn at random for each answer.</summary>
    public async Task<string> StableAsync(string address) => Token().Replace(await ReadAsync(address), "");

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
