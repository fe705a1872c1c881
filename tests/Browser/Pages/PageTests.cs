using CaseFlow.Browser.Support;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Pages;

/// <summary>
/// Every page as people see it, in both languages, on a telephone and on a desktop, light and dark: nobody is shut out by
/// how it is made (WCAG 2.2 AA, as far as axe can tell), nothing runs out of the screen sideways, nothing fails behind it.
/// </summary>
public sealed class PageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private static readonly (string Locale, Look[] Looks)[] Readers =
    [
        ("ar-SA", [new(1440, ColorScheme.Light), new(390, ColorScheme.Dark)]),
        ("en-GB", [new(390, ColorScheme.Light), new(1440, ColorScheme.Dark)]),
    ];

    [BrowserTheory]
    [MemberData(nameof(PageList.All), MemberType = typeof(PageList))]
    public async Task A_page_shuts_nobody_out(string who, string address, int status = 200)
    {
        var userName = who == PageList.Anybody ? null : who;
        var path = await site.AddressAsync(address, userName);
        var found = new List<string>();
        foreach (var (locale, looks) in Readers)
        {
            var chosen = Whole ? looks : [looks[Sample(address)]];
            await using var visitor = await site.VisitAsync(userName, locale);
            visitor.Guard.Expect(status);
            await visitor.OpenAsync(path);
            Assert.Equal(path, visitor.Path);
            foreach (var look in chosen)
            {
                await look.ApplyAsync(visitor.Page);
                await Screenshots.TakeAsync(visitor.Page, who, address, locale[..2], look);
                found.AddRange((await FindingsAsync(visitor.Page)).Select(f => $"{locale} {look}: {f}"));
            }
            visitor.Guard.AssertNothingWentWrong();
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static readonly bool Whole = Environment.GetEnvironmentVariable("CASEFLOW_CORPUS") == "full";

    /// <summary>Every page is looked at in both languages and at both widths; which of them in the dark differs from page to page.</summary>
    private static int Sample(string address) => address.Sum(c => c) % 2;

    private static async Task<IEnumerable<string>> FindingsAsync(IPage page)
    {
        var findings = await Axe.FindingsAsync(page);
        return await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")
            ? findings.Append("wider than the screen")
            : findings;
    }
}

/// <summary>How wide the screen is and which colours the reader prefers.</summary>
public sealed record Look(int Width, ColorScheme Colours)
{
    public async Task ApplyAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Width < 600 ? 844 : 900);
        await page.EmulateMediaAsync(new() { ColorScheme = Colours, ReducedMotion = ReducedMotion.Reduce });
        // Loaded anew: a page that changes its colours while it is shown is for a moment half of each.
        await page.ReloadAsync();
    }

    public override string ToString() => $"{Width}-{Colours}".ToLowerInvariant();
}
