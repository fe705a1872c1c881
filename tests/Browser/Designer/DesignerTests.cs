using CaseFlow.Browser.Support;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Designer;

/// <summary>The real Elsa Studio in its page.</summary>
public sealed class DesignerTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    // WebAssembly starts slowly on a busy machine.
    private const float Patience = 180_000;

    [BrowserFact]
    public async Task Lists_and_viewer_open_for_an_auditor_without_a_word_of_complaint()
    {
        await using var salma = await site.VisitAsync("salma", locale: "en-GB");
        salma.Guard.Overlook("Unable to execute manhattan algorithm");
        var number = await site.Society.FileAsync();

        await salma.OpenAsync("/studio");
        await salma.Page.GetByText("statement-of-account").First.WaitForAsync(new() { Timeout = Patience });
        Assert.True(await salma.Page.GetByRole(AriaRole.Button, new() { Name = "Create workflow" }).IsDisabledAsync());
        await salma.OpenAsync($"/studio/instances/{number}");
        await salma.Page.Locator(".x6-node").First.WaitForAsync(new() { Timeout = Patience });
        await salma.Page.GetByText("Suspended").First.WaitForAsync();
        salma.Guard.AssertNothingWentWrong();
    }
}
