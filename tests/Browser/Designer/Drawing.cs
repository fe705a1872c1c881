using Microsoft.Playwright;

namespace CaseFlow.Browser.Designer;

/// <summary>A procedure open in Elsa Studio, worked on with the mouse as people do.</summary>
internal sealed class Drawing(IPage page)
{
    // WebAssembly starts slowly on a busy machine.
    private const float Patience = 180_000;

    /// <summary>Waits until a procedure is drawn.</summary>
    public static async Task<Drawing> SeeAsync(IPage page)
    {
        await page.Locator(".x6-node").First.WaitForAsync(new() { Timeout = Patience });
        return new Drawing(page);
    }

    /// <summary>Writes into the description in the code view, then goes back to the picture.</summary>
    /// <param name="name">The procedure's, which the picture is headed with.</param>
    /// <param name="words">After each of them Studio saves the whole document.</param>
    public async Task DescribeInCodeAsync(string name, params string[] words)
    {
        await Tab("Code view").ClickAsync();
        await page.Locator(".monaco-editor .view-line")
            .Filter(new() { HasText = "\"Description\"" })
            .First.WaitForAsync();
        await page.Locator(".monaco-editor .view-lines").First.ClickAsync();
        // The fourth line, before its quotation mark and comma.
        foreach (
            var key in new[] { "Control+Home", "ArrowDown", "ArrowDown", "ArrowDown", "End", "ArrowLeft", "ArrowLeft" }
        )
            await page.Keyboard.PressAsync(key);
        foreach (var word in words)
            await SavingAsync(() => page.Keyboard.InsertTextAsync(word));
        await Tab(name).ClickAsync();
        await page.Locator(".x6-node").First.WaitForAsync();
    }

    /// <summary>Adds a variable by the name that Studio proposes.</summary>
    public async Task AddVariableAsync()
    {
        await Tab("Variables").DispatchEventAsync("click");
        await page.GetByText("Add variable").ClickAsync();
        await SavingAsync(() => page.Locator(".mud-dialog button").Last.ClickAsync());
    }

    /// <summary>Steps back until an activity comes into sight, then near enough to work on it.</summary>
    public async Task GoToAsync(string activityId)
    {
        var canvas = (await page.Locator(".x6-graph").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(canvas.X + (canvas.Width / 2), canvas.Y + (canvas.Height / 2));
        for (var i = 0; i < 30 && !IsInside(canvas, await BoxAsync(activityId)); i++)
            await page.Mouse.WheelAsync(0, 120);
        for (var i = 0; i < 30 && (await BoxAsync(activityId)).Width < 150; i++)
        {
            var box = await BoxAsync(activityId);
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            await page.Mouse.WheelAsync(0, -120);
        }
    }

    private static bool IsInside(LocatorBoundingBoxResult canvas, LocatorBoundingBoxResult box) =>
        box.X > canvas.X + 40
        && box.X + box.Width < canvas.X + canvas.Width - 40
        && box.Y > canvas.Y + 120
        && box.Y + box.Height < canvas.Y + canvas.Height - 120;

    public Task SelectAsync(string activityId) =>
        Node(activityId).Locator("foreignObject").First.ClickAsync(new() { Force = true });

    /// <summary>Fills in a text of the selected activity and waits until Studio has saved it.</summary>
    public Task FillInAsync(string label, string text) =>
        SavingAsync(async () =>
        {
            var field = Field(label).Locator("input, textarea").First;
            await field.FillAsync(text);
            await field.BlurAsync();
        });

    /// <summary>Picks an entry of a drop-down of the selected activity and waits until Studio has saved it.</summary>
    public async Task ChooseAsync(string label, string entry)
    {
        await Field(label).Locator(".mud-input-slot").First.ClickAsync();
        await SavingAsync(() =>
            page.Locator(".mud-popover-open [role='option']").Filter(new() { HasText = entry }).ClickAsync()
        );
    }

    /// <summary>Draws a line with the mouse, from a way out of one activity to the way into another.</summary>
    public async Task ConnectAsync(string from, string port, string to)
    {
        // Around what is selected lies a frame that would catch the mouse.
        var canvas = (await page.Locator(".x6-graph").First.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(canvas.X + canvas.Width - 60, canvas.Y + 60);
        await page.Locator(".x6-widget-selection-box")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        var start = await PortAsync(from, port);
        var end = await PortAsync(to, "In");
        await SavingAsync(async () =>
        {
            // Beside the middle, where a line already begins.
            await page.Mouse.MoveAsync(start.X + (start.Width / 4), start.Y + (start.Height / 4));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync((start.X + end.X) / 2, (start.Y + end.Y) / 2, new() { Steps = 8 });
            await page.Mouse.MoveAsync(end.X + (end.Width / 2), end.Y + (end.Height / 2), new() { Steps = 8 });
            await page.Mouse.UpAsync();
        });
    }

    /// <summary>Goes back to an earlier version in the version history.</summary>
    public async Task RollBackAsync(int version)
    {
        // The tabs that do not fit in the row are reached by the keyboard.
        await Tab("Version history").DispatchEventAsync("click");
        var row = page.Locator(".mud-table tbody tr").Filter(new() { Has = page.Locator($"td:text-is('{version}')") });
        await row.GetByRole(AriaRole.Button).Last.ClickAsync();
        await page.RunAndWaitForResponseAsync(
            () => page.Locator(".mud-popover-open").GetByText("Rollback to this version").ClickAsync(),
            r => r.Url.Contains("/workflow-definitions/by-id/", StringComparison.Ordinal),
            new() { Timeout = Patience }
        );
    }

    /// <summary>Drags a new activity out of the tool box, to a place above another one.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> DragInAsync(string group, string name, string above)
    {
        await page.GetByText(group, new() { Exact = true }).ClickAsync();
        var tool = page.Locator("[draggable='true']").Filter(new() { HasText = name }).First;
        // All others slide aside until the group has opened.
        await Assertions.Expect(tool).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator(".mud-collapse-entering").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await tool.HoverAsync();
        var anchor = await BoxAsync(above);
        var before = await IdsAsync();
        await SavingAsync(async () =>
        {
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(anchor.X, anchor.Y - 60, new() { Steps = 10 });
            await page.Mouse.MoveAsync(anchor.X + 5, anchor.Y - 70, new() { Steps = 3 });
            await page.Mouse.UpAsync();
        });
        return (await IdsAsync()).Except(before).Single();
    }

    /// <summary>Presses Publish.</summary>
    /// <returns>The answer's status.</returns>
    public async Task<int> PublishAsync()
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator(".mud-button-group-root button").First.ClickAsync(),
            r => IsSave(r) && r.Request.PostData?.EndsWith("\"publish\":true}", StringComparison.Ordinal) == true,
            new() { Timeout = Patience }
        );
        return answer.Status;
    }

    /// <summary>The red messages at the top.</summary>
    public async Task<string> RefusalAsync()
    {
        await page.Locator(".mud-snackbar").First.WaitForAsync();
        return string.Join('\n', await page.Locator(".mud-snackbar").AllInnerTextsAsync());
    }

    private async Task SavingAsync(Func<Task> act)
    {
        var answer = await page.RunAndWaitForResponseAsync(act, IsSave, new() { Timeout = Patience });
        Assert.Equal(200, answer.Status);
    }

    private static bool IsSave(IResponse response) =>
        response.Request.Method == "POST"
        && response.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal);

    private ILocator Tab(string name) => page.Locator(".mud-tab").Filter(new() { HasText = name });

    private ILocator Field(string label) =>
        page.Locator(".mud-input-control").Filter(new() { Has = page.Locator($"label:text-is('{label}')") }).First;

    private async Task<LocatorBoundingBoxResult> PortAsync(string id, string port) =>
        (await Node(id).Locator($".x6-port-body[port='{port}']").BoundingBoxAsync())!;

    private ILocator Node(string id) => page.Locator($".x6-node[data-cell-id='{id}']");

    private async Task<LocatorBoundingBoxResult> BoxAsync(string id) => (await Node(id).BoundingBoxAsync())!;

    private async Task<IReadOnlyList<string>> IdsAsync() =>
        await page.Locator(".x6-node")
            .EvaluateAllAsync<string[]>("all => all.map(n => n.getAttribute('data-cell-id'))");
}
