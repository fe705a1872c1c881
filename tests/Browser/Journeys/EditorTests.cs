using CaseFlow.Browser.Support;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Journeys;

/// <summary>The editor of forms with its comforts: lists change in place, and the frames follow what is typed.</summary>
public sealed class EditorTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [BrowserFact]
    public async Task A_field_is_added_by_keyboard_and_seen_as_members_will_see_it_before_it_is_saved()
    {
        await using var omar = await site.VisitAsync("omar");
        await omar.OpenAsync("/library/forms/maintenance/edit");
        var count = await omar.Page.Locator(".part-item:not(.part-item .part-item)").CountAsync();

        await omar.Page.Locator("button[value='add:fields']").FocusAsync();
        await omar.Page.Keyboard.PressAsync("Enter");
        var key = omar.Page.Locator($"[name='fields[{count}].key']");
        await Assertions.Expect(key).ToBeFocusedAsync();
        await omar.Page.Keyboard.TypeAsync("leaks");
        await omar.Page.Locator($"[name='fields[{count}].label.ar']").FillAsync("أين التسرب؟");
        await omar.Page.Locator($"[name='fields[{count}].label.en']").FillAsync("Where does it leak?");

        await Assertions
            .Expect(omar.Page.FrameLocator("#preview-ar").GetByText("أين التسرب؟"))
            .ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions
            .Expect(omar.Page.FrameLocator("#preview-en").GetByText("Where does it leak?"))
            .ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Empty(await Axe.FindingsAsync(omar.Page));
        await omar.Page.Locator("button[value='save']").ClickAsync();
        await omar.Page.WaitForURLAsync("**/library/forms/maintenance");
        omar.Guard.AssertNothingWentWrong();
    }
}
