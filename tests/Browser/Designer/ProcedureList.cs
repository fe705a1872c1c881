using Microsoft.Playwright;

namespace CaseFlow.Browser.Designer;

/// <summary>The procedures in Elsa Studio's list, worked on with the mouse as people do.</summary>
internal sealed class ProcedureList(IPage page)
{
    // WebAssembly starts slowly on a busy machine.
    private const float Patience = 180_000;

    /// <summary>What Studio says in passing.</summary>
    public ILocator Remark(string text) => page.Locator(".mud-snackbar").Filter(new() { HasText = text });

    /// <summary>What the frame around Studio says of a refusal.</summary>
    public ILocator Refusal => page.Locator("#studio-problem span");

    public ILocator Row(string definitionId) => page.Locator("tbody tr").Filter(new() { HasText = definitionId });

    /// <summary>Waits for the list of somebody who has just come to it.</summary>
    public static async Task<ProcedureList> SeeAsync(IPage page)
    {
        await page.Locator("tbody tr .mud-checkbox").First.WaitForAsync(new() { Timeout = Patience });
        return new ProcedureList(page);
    }

    public Task SearchAsync(string words) => page.GetByPlaceholder("Search on").FillAsync(words);

    /// <summary>Downloads a procedure by the menu of its row.</summary>
    public async Task<IDownload> ExportAsync(string definitionId)
    {
        await Row(definitionId).GetByRole(AriaRole.Button).Last.ClickAsync();
        await PickAsync("Export");
        return await page.RunAndWaitForDownloadAsync(AgreeAsync);
    }

    public Task ImportAsync(string name, byte[] content) =>
        page.Locator("input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/json",
                    Buffer = content,
                }
            );

    /// <summary>Does something to all that are listed, and says yes when asked whether it is meant.</summary>
    public async Task DoToAllAsync(string command)
    {
        await page.Locator("thead input[type=checkbox]").CheckAsync();
        await page.GetByText("Bulk actions").ClickAsync();
        await PickAsync(command);
        await AgreeAsync();
    }

    private Task AgreeAsync() => page.Locator(".mud-dialog button").Last.ClickAsync();

    private Task PickAsync(string command) =>
        page.Locator(".mud-popover-open").GetByText(command, new() { Exact = true }).ClickAsync();
}
