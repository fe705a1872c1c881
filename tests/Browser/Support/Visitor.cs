using CaseFlow.Host.Demo;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Support;

/// <summary>Somebody at a browser, who finds things by what is written on them.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    // The site may lie below a path.
    private readonly string _root;

    private Visitor(IBrowserContext context, IPage page, PageGuard guard, Uri home)
    {
        _context = context;
        _root = home.AbsolutePath.TrimEnd('/');
        Page = page;
        Guard = guard;
    }

    public IPage Page { get; }
    public PageGuard Guard { get; }

    /// <summary>The address without the host.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    public static async Task<Visitor> BeginAsync(IBrowserContext context, Uri home)
    {
        var guard = PageGuard.Watch(context, home);
        return new Visitor(context, await context.NewPageAsync(), guard, home);
    }

    public async Task SignInAsync(string userName)
    {
        await OpenAsync("/sign-in");
        await Page.Locator("#user-name").FillAsync(userName);
        await Page.Locator("#password").FillAsync(DemoData.Password);
        await Page.Locator("form:has(#password) button").ClickAsync();
        await Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task OpenAsync(string path) => await Page.GotoAsync(_root + path);

    public Task PressAsync(string words) =>
        Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    public Task FollowAsync(string words) =>
        Page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).First.ClickAsync();

    /// <summary>All that can be read on the page.</summary>
    public Task<string> ReadAsync() => Page.Locator("main").InnerTextAsync();

    public ValueTask DisposeAsync() => new(_context.CloseAsync());
}
