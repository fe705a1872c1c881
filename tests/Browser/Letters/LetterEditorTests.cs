using System.Text.RegularExpressions;
using CaseFlow.Browser.Support;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Letters;

/// <summary>The letter editor in a real browser: the check and the letter follow the typing, and the keyboard does it all.</summary>
public sealed class LetterEditorTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [BrowserFact]
    public async Task An_administrator_writes_a_letter_and_sees_it_while_writing()
    {
        await using var omar = await site.VisitAsync("omar");
        var page = omar.Page;
        await omar.OpenAsync("/library/letters/clarification/edit");
        var letter = page.FrameLocator(".letter-frame >> nth=0");
        var text = page.Locator("#BodyAr");
        var subject = page.Locator("#SubjectAr");
        var isolated = await subject.EvaluateAsync<string>("t => t.defaultValue");

        // A field goes in where the cursor was, by the keyboard alone.
        await text.FillAsync("<p>سلام  نعم</p>");
        await text.EvaluateAsync("t => t.setSelectionRange(t.value.indexOf('  ') + 1, t.value.indexOf('  ') + 1)");
        await page.Locator("[data-insert='{{ member.name }}']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(text).ToHaveValueAsync(new Regex(@"سلام \u2066{{ member\.name }}\u2069 نعم"));
        await Assertions.Expect(text).ToBeFocusedAsync();
        await Assertions.Expect(letter.Locator("main")).ToContainTextAsync("سلام نورة بنت عبدالله القحطاني نعم");

        // A mistake is found while it is typed, the last letter stays, and the finding leads to its place.
        await text.FillAsync("<p>سلام</p>\n<p>{{ member.nmae }}</p>");
        var finding = page.Locator("#letter-findings a[data-line='2']");
        await finding.ClickAsync();
        await Assertions.Expect(text).ToBeFocusedAsync();
        var place = await text.EvaluateAsync<string>("t => t.value.slice(t.selectionStart)");
        Assert.StartsWith("member.nmae", place, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".letter-previews.stale iframe").First).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindingsAsync(page));

        await text.FillAsync("<p>سلام</p>\n<p>{{ member.name }}</p>");
        await Assertions.Expect(finding).ToHaveCountAsync(0);
        await page.Locator(".letter-actions .btn-primary").ClickAsync();
        await page.Locator(".flash").WaitForAsync();
        // What keeps a field apart from the Arabic around it stands on the page alone.
        await Assertions
            .Expect(text)
            .ToHaveValueAsync(
                "\u2066<p>\u2069سلام\u2066</p>\u2069\n\u2066<p>\u2069\u2066{{ member.name }}\u2069\u2066</p>\u2069"
            );
        Assert.Contains("\u2066{{", isolated, StringComparison.Ordinal);
        Assert.Equal(isolated, await subject.EvaluateAsync<string>("t => t.defaultValue"));
        var saved = await text.EvaluateAsync<string>("t => t.defaultValue");
        Assert.Equal("<p>سلام</p>\n<p>{{ member.name }}</p>", saved);

        await page.SetViewportSizeAsync(390, 844);
        Assert.Empty(await Axe.FindingsAsync(page));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        omar.Guard.AssertNothingWentWrong();
    }
}
