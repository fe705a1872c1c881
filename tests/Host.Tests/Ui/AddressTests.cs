using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Ui;

/// <summary>CaseFlow below a path of somebody's site: no address leads out of it.</summary>
public sealed partial class AddressTests(ProxiedSite site) : IClassFixture<ProxiedSite>
{
    // What is fetched but no page: whether it is there is asserted, what is in it is not looked through.
    private static readonly string[] Files = [".js", ".svg", ".woff2"];

    [Theory]
    [InlineData(
        "omar",
        "/procedures/statement-of-account",
        "/studio",
        "/studio/definitions",
        "/administration",
        "/migrations"
    )]
    [InlineData("noura", "/inbox", "/cases")]
    [InlineData("sara", "/my/requests", "/my/new")]
    [InlineData("abdulrahman", "/committee")]
    public async Task Whatever_the_pages_lead_to_is_there_and_below_the_prefix(string userName, params string[] needed)
    {
        using var visitor = await site.SignInAsync(userName);
        var toVisit = new Queue<string>([ProxiedSite.Prefix + "/"]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (toVisit.TryDequeue(out var address))
        {
            var answer = await visitor.GetAsync(address);
            Assert.True((int)answer.StatusCode < 400, $"{address}: {(int)answer.StatusCode}");
            foreach (var found in await LeadsToAsync(answer, address))
            {
                Assert.True(
                    found.StartsWith(ProxiedSite.Prefix + "/", StringComparison.Ordinal),
                    $"{address}: {found}"
                );
                if (seen.Add(Kind(found)) && !NotFollowed().IsMatch(found))
                    toVisit.Enqueue(found);
            }
        }
        Assert.DoesNotContain(needed, n => !seen.Contains(ProxiedSite.Prefix + n));
    }

    [Fact]
    public async Task A_failure_leads_back_below_the_prefix()
    {
        using var visitor = await site.SignInAsync("noura");
        using var request = new HttpRequestMessage(HttpMethod.Get, ProxiedSite.Prefix + "/cases/no-such");
        request.Headers.Referrer = new Uri("http://localhost" + ProxiedSite.Prefix + "/inbox");

        var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(ProxiedSite.Prefix + "/inbox", await LeadsToAsync(answer, "/cases/no-such"));
    }

    [Fact]
    public async Task Cookies_are_given_for_the_prefix_alone()
    {
        using var visitor = await site.SignInAsync("hind");
        await visitor.PostAsync("/preferences?handler=Language", ("language", "en"), ("returnUrl", "/procedures"));

        Assert.Contains(visitor.CookiesGiven, c => c.StartsWith("caseflow-session=", StringComparison.Ordinal));
        Assert.Contains(visitor.CookiesGiven, c => c.StartsWith("caseflow-preferences=", StringComparison.Ordinal));
        Assert.All(
            visitor.CookiesGiven,
            c => Assert.Contains($"path={ProxiedSite.Prefix};", c + ";", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("203.0.113.9", "/elsewhere", "/sign-in?returnUrl=%2Finbox")]
    [InlineData("10.1.2.3", "/elsewhere", "/elsewhere/sign-in?returnUrl=%2Finbox")]
    [InlineData("10.1.2.3", "//evil.example", "/sign-in?returnUrl=%2Finbox")]
    [InlineData("10.1.2.3", "/a\"onload=\"x", "/sign-in?returnUrl=%2Finbox")]
    public async Task Only_a_proxy_that_was_named_says_under_which_path_it_shows_us(
        string from,
        string path,
        string next
    )
    {
        var answer = await site.AskAsync("/inbox", from, path);

        Assert.Equal(next, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/inbox")]
    [InlineData("/caseflow/inbox")]
    public async Task A_proxy_that_says_nothing_may_keep_the_configured_path_or_cut_it_off(string address)
    {
        await using var server = new CaseFlowServer { Settings = { ["Proxy:PathBase"] = "/caseflow/" } };

        var answer = await server.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(address);

        Assert.Equal("/caseflow/sign-in?returnUrl=%2Finbox", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("Proxy:PathBase", "//caseflow")]
    [InlineData("Proxy:PathBase", "case flow")]
    [InlineData("Proxy:Addresses", "my-proxy")]
    public void A_setting_that_cannot_be_read_is_named_at_the_start(string name, string value)
    {
        var data = Directory.CreateTempSubdirectory("caseflow-test-");
        try
        {
            var said = Assert.Throws<PrerequisiteException>(() =>
                CaseFlowApp.Build([$"--CaseFlow:DataDirectory={data.FullName}", $"--{name}={value}"])
            );

            Assert.Contains(name, said.Message, StringComparison.Ordinal);
            Assert.Contains(value, said.Message, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public void Addresses_are_written_from_our_own_root_in_every_page_and_style()
    {
        var pages = Sources.Of("*.cshtml").Concat(Sources.Of("*.cshtml.cs"));
        var styles = Sources.Of("*.css", "wwwroot");

        // These put the prefix in by themselves, and then it would stand there twice.
        Assert.Empty(pages.Where(p => OfTheFramework().IsMatch(p.Text)).Select(p => p.Name));
        Assert.Empty(styles.Where(s => s.Text.Contains("url(\"/", StringComparison.Ordinal)).Select(s => s.Name));
    }

    private static async Task<IReadOnlyList<string>> LeadsToAsync(HttpResponseMessage answer, string address)
    {
        var found = new List<string>();
        if (answer.Headers.Location is { } next)
            found.Add(next.OriginalString);
        var text = Files.Any(f => address.Split('?')[0].EndsWith(f, StringComparison.Ordinal))
            ? ""
            : await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            found.AddRange(Attributes().Matches(text).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)));
        if (answer.Content.Headers.ContentType?.MediaType == "text/css")
            found.AddRange(Urls().Matches(text).Select(m => m.Groups[1].Value));
        var here = new Uri("http://localhost" + address);
        var start =
            answer.Content.Headers.ContentType?.MediaType == "text/html" && Base().Match(text) is { Success: true } b
                ? new Uri(here, b.Groups[1].Value)
                : here;
        return
        [
            .. found.Where(f => f.Length > 0 && f[0] != '#' && !f.Contains(':')).Select(f => Seen(start, f)).Distinct(),
        ];
    }

    // As a browser resolves it, without what only scrolls.
    private static string Seen(Uri from, string address) =>
        new Uri(from, address) is { Host: "localhost" } ours ? ours.PathAndQuery : address;

    // Each kind of page once is enough: what lies behind numbers and questions looks alike.
    private static string Kind(string address) =>
        Numbers().Replace(address.Contains("?tab=", StringComparison.Ordinal) ? address : address.Split('?')[0], "#");

    [GeneratedRegex("<[^>]* (?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Attributes();

    [GeneratedRegex("url\\(\"?([^\")]+)\"?\\)")]
    private static partial Regex Urls();

    [GeneratedRegex("<base href=\"([^\"]*)\"")]
    private static partial Regex Base();

    [GeneratedRegex("/sign-out$")]
    private static partial Regex NotFollowed();

    [GeneratedRegex(@"\d+-\d+|[0-9a-f]{16,}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"~/|Url\.(Page|Content|Action)|RedirectToPage|asp-page|asp-action")]
    private static partial Regex OfTheFramework();
}
