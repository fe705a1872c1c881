using CaseFlow.Host.Tests.Support;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Support;

/// <summary>The real host on a port of its own, and a Chromium before it. Each test class has one.</summary>
public class BrowserSite : IAsyncLifetime
{
    // A busy machine may take its time; a page that never comes is told from a slow one soon enough.
    private const float Patience = 60_000;

    // Who signed in once need not do so again in every test.
    private readonly Dictionary<string, string> _sessions = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BrowserSite()
    {
        Server = Open();
        Society = new Society(Server);
    }

    public CaseFlowServer Server { get; }
    public Society Society { get; }
    public Uri Home => Server.ClientOptions.BaseAddress;

    public virtual async Task InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        Server.UseKestrel(0);
        Server.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Server.DisposeAsync();
    }

    protected virtual CaseFlowServer Open() => new();

    /// <summary>
    /// Somebody with a browser of his own; signed in when named. He may reach the site elsewhere than at the host itself.
    /// </summary>
    public async Task<Visitor> VisitAsync(
        string? userName = null,
        string locale = "ar-SA",
        bool scripts = true,
        Uri? home = null
    )
    {
        home ??= Home;
        var who = $"{userName} at {home.Authority}";
        var known = userName is not null && _sessions.TryGetValue(who, out var session) ? session : null;
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = home.ToString(),
                Locale = locale,
                TimezoneId = "Asia/Riyadh",
                ViewportSize = new() { Width = 1440, Height = 900 },
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = scripts,
                StorageState = known,
            }
        );
        context.SetDefaultTimeout(Patience);
        var visitor = await Visitor.BeginAsync(context, home);
        if (userName is not null && known is null)
        {
            await visitor.SignInAsync(userName);
            _sessions[who] = await context.StorageStateAsync();
        }
        return visitor;
    }
}
