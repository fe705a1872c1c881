using System.Text.Json;
using CaseFlow.Browser.Support;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Pages;

/// <summary>Everything can be done without a mouse, and one always sees where one is.</summary>
public sealed class KeyboardTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [BrowserFact]
    public async Task The_first_tab_offers_to_skip_to_the_content()
    {
        await using var anybody = await site.VisitAsync();
        await anybody.OpenAsync("/policy");

        await anybody.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(anybody.Page.Locator(".skip-link")).ToBeFocusedAsync();
        await Assertions.Expect(anybody.Page.Locator(".skip-link")).ToBeInViewportAsync();
        await anybody.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(anybody.Page.Locator("#main")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_refused_form_leads_to_its_problems_and_from_there_to_the_field()
    {
        await using var sara = await site.VisitAsync("sara");
        await sara.OpenAsync("/my/new/rent-support");
        await sara.PressAsync(Words.Portal("Service.BeginAct"));
        await sara.Page.WaitForURLAsync("**/my/drafts/*/1");
        await sara.Page.Locator("#field-fullName").FillAsync("");
        sara.Guard.Expect(400);
        await sara.PressAsync(Words.Portal("Draft.Continue"));

        await Assertions.Expect(sara.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await sara.Page.Keyboard.PressAsync("Tab");
        Assert.True(await OutlinedAsync(sara.Page), "Nothing shows where the keyboard is.");
        await sara.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sara.Page.Locator("#field-fullName")).ToBeFocusedAsync();
        Assert.True(await OutlinedAsync(sara.Page), "Nothing shows where the keyboard is.");
        sara.Guard.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task An_officer_finds_takes_and_gives_back_a_task_by_keys_alone()
    {
        var number = await site.Society.FileAsync();
        await using var noura = await site.VisitAsync("noura");
        await noura.OpenAsync("/inbox");
        var keys = noura.Page.Keyboard;

        await keys.PressAsync("/");
        await keys.TypeAsync(number);
        await keys.PressAsync("Enter");
        await noura.Page.WaitForURLAsync("**q=*");
        await keys.PressAsync("j");
        await noura.Page.Locator("#pane-task form[data-key='c']").WaitForAsync();
        await keys.PressAsync("c");
        await noura.Page.Locator("#pane-task form[data-key='r']").WaitForAsync();
        Assert.Equal("noura", await HolderAsync(number));
        await keys.PressAsync("r");
        await noura.Page.Locator("#pane-task form[data-key='c']").WaitForAsync();

        Assert.Null(await HolderAsync(number));
        noura.Guard.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task The_keys_lie_where_they_lie_on_an_Arabic_keyboard_too()
    {
        await using var noura = await site.VisitAsync("noura");
        await noura.OpenAsync("/cases");

        await PressAsync(noura.Page, "ل", "KeyG");
        await PressAsync(noura.Page, "ه", "KeyI");
        await noura.Page.WaitForURLAsync("**/inbox");
        await PressAsync(noura.Page, "؟", "Slash", shift: true);

        await Assertions.Expect(noura.Page.Locator("#keys")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_question_mark_shows_the_keys_and_escape_hides_them()
    {
        await using var noura = await site.VisitAsync("noura");
        await noura.OpenAsync("/inbox");

        await noura.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(noura.Page.Locator("#keys")).ToBeVisibleAsync();
        await noura.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(noura.Page.Locator("#keys")).ToBeHiddenAsync();
    }

    // The browser under test types on an American keyboard alone.
    private static Task<JsonElement?> PressAsync(IPage page, string key, string code, bool shift = false) =>
        page.EvaluateAsync(
            "([key, code, shiftKey]) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true }))",
            new object[] { key, code, shift }
        );

    private async Task<string?> HolderAsync(string number)
    {
        var task = await (await site.Society.AsAsync("noura")).TaskAsync(number, "CaseFlow.Receive");
        return task["mine"]!.GetValue<bool>() ? "noura" : task["assignee"]?.GetValue<string>();
    }

    private static Task<bool> OutlinedAsync(IPage page) =>
        page.EvaluateAsync<bool>(
            """
            () => {
              const style = getComputedStyle(document.activeElement);
              return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
            }
            """
        );
}
