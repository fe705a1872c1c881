using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;

namespace CaseFlow.Host.Tests.Ui;

public sealed class SignInTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    private const string Failed = "اسم المستخدم أو كلمة المرور غير صحيحة";

    [Fact]
    public async Task Whoever_signs_in_comes_to_the_page_that_was_asked_for()
    {
        var browser = Browser();

        var response = await SignInAsync(browser, "noura", DemoData.Password, "/preferences?from=test");

        Assert.Equal("/preferences?from=test", response.Headers.Location?.OriginalString);
        Assert.Contains("نورة الشهري", await browser.GetStringAsync("/preferences"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("noura", "/inbox")]
    [InlineData("sara", "/my/requests")]
    public async Task Whoever_asked_for_no_page_comes_to_the_place_of_the_work(string account, string home)
    {
        var response = await SignInAsync(Browser(), account, DemoData.Password);

        Assert.Equal(home, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_in_leads_to_no_foreign_page()
    {
        var response = await SignInAsync(Browser(), "noura", DemoData.Password, "https://elsewhere.example/");

        Assert.Equal("/inbox", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("faisal", "not the password")]
    [InlineData("nobody", "not the password")]
    public async Task A_failure_does_not_tell_which_part_was_wrong(string name, string password)
    {
        var response = await SignInAsync(Browser(), name, password);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(Failed, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_too_many_failures_signing_in_is_paused_and_says_so()
    {
        var browser = Browser();
        for (var i = 0; i < 8; i++)
        {
            await SignInAsync(browser, "majed", "not the password");
        }

        var response = await SignInAsync(browser, "majed", DemoData.Password);

        Assert.Contains("أوقف الدخول مؤقتًا", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var browser = Browser();
        await SignInAsync(browser, "huda", DemoData.Password);
        Assert.Contains("هدى الغامدي", await browser.GetStringAsync("/"), StringComparison.Ordinal);

        await PostAsync(browser, "/", "/sign-out", []);

        Assert.DoesNotContain("هدى الغامدي", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_the_development_clock_signs_nobody_out()
    {
        var browser = Browser();
        await SignInAsync(browser, "reem", DemoData.Password);

        server.Time.Advance(TimeSpan.FromDays(14));

        Assert.Contains("ريم العنزي", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_account_fills_in_the_form()
    {
        var page = await Browser().GetStringAsync("/sign-in?account=turki");

        Assert.Contains("value=\"turki\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_shows_no_demo_account()
    {
        await using var production = new CaseFlowServer { EnvironmentName = Environments.Production };

        var page = await production.CreateClient().GetStringAsync("/sign-in?account=turki");

        Assert.Contains("id=\"user-name\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"turki\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("demo-accounts", page, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoData.Password, page, StringComparison.Ordinal);
    }

    private HttpClient Browser() =>
        server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static Task<HttpResponseMessage> SignInAsync(
        HttpClient browser,
        string name,
        string password,
        string returnUrl = ""
    ) =>
        PostAsync(
            browser,
            "/sign-in",
            "/sign-in",
            new()
            {
                ["UserName"] = name,
                ["Password"] = password,
                ["ReturnUrl"] = returnUrl,
            }
        );

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        string page,
        string action,
        Dictionary<string, string> fields
    )
    {
        var html = await browser.GetStringAsync(page);
        fields["__RequestVerificationToken"] = Regex
            .Match(html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")
            .Groups[1]
            .Value;
        return await browser.PostAsync(action, new FormUrlEncodedContent(fields));
    }
}
