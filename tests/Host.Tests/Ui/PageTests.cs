using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CaseFlow.Host.Tests.Ui;

public sealed class PageTests(UiHost host) : IClassFixture<UiHost>
{
    [Fact]
    public async Task A_page_is_Arabic_and_right_to_left_when_the_browser_names_no_language_of_ours()
    {
        var page = await host.Browser("fr,de;q=0.8").GetStringAsync("/");

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Contains("الجمعية التعاونية للإسكان", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_follows_the_language_of_the_browser()
    {
        var page = await host.Browser("en-GB,en;q=0.9,ar;q=0.5").GetStringAsync("/");

        Assert.Contains("<html lang=\"en\" dir=\"ltr\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_reader_chose_goes_before_the_browser()
    {
        var page = await host.Browser("en", "language=ar").GetStringAsync("/");

        Assert.Contains("<html lang=\"ar\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_of_language_keeps_the_other_choices()
    {
        var browser = host.Browser(preferences: "language=ar&digits=Latin&theme=Dark");
        var token = await TokenAsync(browser);

        var response = await browser.PostAsync(
            "/preferences?handler=Language",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["language"] = "en",
                    ["returnUrl"] = "/policy",
                    ["__RequestVerificationToken"] = token,
                }
            )
        );

        Assert.Equal("/policy", response.Headers.Location?.OriginalString);
        var cookie = Uri.UnescapeDataString(
            response.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("caseflow", StringComparison.Ordinal))
        );
        Assert.Contains("language=en&digits=Latin&theme=Dark", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_of_language_leads_nowhere_but_to_our_own_pages()
    {
        var browser = host.Browser();
        var token = await TokenAsync(browser);

        var response = await browser.PostAsync(
            "/preferences?handler=Language",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["language"] = "en",
                    ["returnUrl"] = "https://elsewhere.example/",
                    ["__RequestVerificationToken"] = token,
                }
            )
        );

        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var response = await host.Browser().PostAsync("/preferences", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("لم نفهم الطلب", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_is_answered_with_a_page()
    {
        var response = await host.Browser("en").GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("We found nothing here", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_tells_the_reader_what_to_do_and_names_the_clause()
    {
        var response = await host.Browser().GetAsync("/fails/refused");

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("الملف أكبر من ١٠ ميغابايت", page, StringComparison.Ordinal);
        Assert.Contains("/policy#P52", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_shows_no_reader_what_is_inside()
    {
        var response = await host.Browser().GetAsync("/fails/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/refused", 400, "document.too-large")]
    [InlineData("/api/broken", 500, "request.fault")]
    [InlineData("/api/no/such/thing", 404, "request.not-found")]
    public async Task A_program_gets_every_failure_in_one_shape(string address, int status, string code)
    {
        var response = await host.Browser("en").GetAsync(address);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
    }

    [Fact]
    public async Task The_clause_of_a_refusal_is_given_to_programs_too()
    {
        var response = await host.Browser("en").GetAsync("/api/refused");

        Assert.Equal(
            "P52",
            (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("clause").GetString()
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no/such/page")]
    [InlineData("/api/refused")]
    [InlineData("/favicon.svg")]
    public async Task Every_answer_tells_the_browser_what_is_allowed(string address)
    {
        var headers = (await host.Browser().GetAsync(address)).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_policy_shows_all_its_clauses_in_their_own_words()
    {
        var page = await host.Browser().GetStringAsync("/policy");

        Assert.Equal(61, Regex.Count(page, "class=\"policy-clause\" id=\"P\\d+\""));
        Assert.Contains("خلال مدة لا تقل عن أسبوعين", page, StringComparison.Ordinal);
    }

    /// <summary>A page that is forgotten here is closed, not open.</summary>
    [Fact]
    public async Task Only_the_pages_named_here_are_open_to_everybody()
    {
        string[] open = ["/", "/dev/ui", "/error", "/policy", "/preferences", "/sign-in", "/sign-out"];

        foreach (var page in host.Pages.Except(open))
        {
            var response = await host.Browser().GetAsync(page);
            Assert.True(
                response.Headers.Location?.OriginalString.StartsWith("/sign-in?returnUrl=", StringComparison.Ordinal),
                $"{page} answers {response.StatusCode}."
            );
        }

        Assert.Superset(open.Except(["/sign-in"]).ToHashSet(), host.Pages.ToHashSet());
    }

    [Fact]
    public async Task A_link_signs_nobody_out()
    {
        var response = await host.Browser().GetAsync("/sign-out");

        Assert.Equal("/", response.Headers.Location?.OriginalString);
        Assert.DoesNotContain(response.Headers, h => h.Key == "Set-Cookie");
    }

    [Fact]
    public async Task The_gallery_of_components_is_for_development_only()
    {
        var response = await host.Browser().GetAsync("/dev/ui");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    /// <summary>Regular and bold Arabic and regular Latin are the fonts that a page of a member meets.</summary>
    [Fact]
    public async Task The_first_page_is_light_enough_for_a_slow_line()
    {
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var page = await host.Browser().GetStringAsync("/");
        string[] parts =
        [
            "/",
            .. Regex
                .Matches(page, "<link[^>]+href=\"([^\"]+)\"|<script[^>]+src=\"([^\"]+)\"")
                .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value + m.Groups[2].Value)),
            "/lib/plex/ibm-plex-sans-arabic-arabic-400-normal.woff2",
            "/lib/plex/ibm-plex-sans-arabic-arabic-700-normal.woff2",
            "/lib/plex/ibm-plex-sans-arabic-latin-400-normal.woff2",
        ];

        var total = 0;
        foreach (var part in parts)
        {
            total += (await browser.GetByteArrayAsync(part)).Length;
        }

        var styles = await host.Browser()
            .GetStringAsync(parts.First(p => p.StartsWith("/css/site", StringComparison.Ordinal)));
        Assert.DoesNotContain("-500-normal", styles, StringComparison.Ordinal);
        Assert.InRange(total, 100_000, 150_000);
    }

    private static async Task<string> TokenAsync(HttpClient browser)
    {
        var page = await browser.GetStringAsync("/preferences");
        return Regex
            .Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")
            .Groups[1]
            .Value;
    }
}
