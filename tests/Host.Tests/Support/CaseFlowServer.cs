using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Delivery;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support.Databases;
using CaseFlow.Host.Timers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.Support;

/// <summary>The real host on a real database file of its own, in virtual time; nothing happens but what a test makes happen.</summary>
public sealed partial class CaseFlowServer : WebApplicationFactory<Program>, ISite
{
    // What the pages' own control of the clock moves; ahead of Time only when somebody uses that control.
    private readonly DevelopmentClock _shown;
    private DirectoryInfo? _data;

    // Each host watches the styles it links to until the process ends, and a machine has few such watches to give.
    static CaseFlowServer() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    public CaseFlowServer() => _shown = new DevelopmentClock(Time);

    /// <summary>A folder of its own, or one that another server has left.</summary>
    public DirectoryInfo Data
    {
        get => _data ??= Directory.CreateTempSubdirectory("caseflow-test-");
        init => _data = value;
    }

    /// <summary>A Sunday morning in Riyadh.</summary>
    public VirtualClock Time { get; } = new(DateTimeOffset.Parse("2026-11-22T06:00:00Z", CultureInfo.InvariantCulture));

    public string DataDirectory => Data.FullName;

    /// <summary>Leaves the data for the next server.</summary>
    public bool KeepData { get; init; }

    public TestDatabase Database { get; init; }

    /// <summary>Whether it begins on a copy of a database that has been filled already: the usual, and quicker, way.</summary>
    public bool IsPrepared { get; init; } = true;

    /// <summary>What a test wants otherwise than the host does, such as a database that fails.</summary>
    public Action<IServiceCollection>? Adjust { get; init; }
    public string EnvironmentName { get; init; } = Environments.Development;
    public Dictionary<string, string?> Settings { get; } = [];

    public PolicyLibrary Library => Services.GetRequiredService<PolicyLibrary>();
    public DateTimeOffset Now => _shown.GetUtcNow();

    public async Task<string> CodeAsync(string caseNumber)
    {
        var text = await ReadAsync(db =>
            db.Outbox.Where(o => o.CaseNumber == caseNumber && o.Confidential && o.SentAt == null)
                .OrderByDescending(o => o.CreatedAt)
                .Select(o => o.Text)
                .FirstAsync()
        );
        return SixDigits().Match(text).Value;
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    internal static partial Regex SixDigits();

    protected override IHost CreateHost(IHostBuilder builder)
    {
        if (IsPrepared && EnvironmentName == Environments.Development && !Settings.Keys.Any(IsAboutData))
            TestStore.PrepareAsync(Database, Data).GetAwaiter().GetResult();
        var settings = TestStore.SettingsAsync(Database, Data).GetAwaiter().GetResult();
        settings["CaseFlow:Schedule"] = "false";
        // Several servers start at once: none may ask for the usual port.
        settings["urls"] = "http://127.0.0.1:0";
        foreach (var (name, value) in Settings)
            settings[name] = value;
        builder.UseEnvironment(EnvironmentName);
        builder.ConfigureHostConfiguration(c => c.AddInMemoryCollection(settings));
        builder.ConfigureServices(services =>
        {
            services.AddLogging(log => log.ClearProviders());
            services.AddSingleton(_shown).AddSingleton<TimeProvider>(_shown);
            // As safe as the code that is tested, only not as slow: thousands of people sign in here.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
            Adjust?.Invoke(services);
        });
        return base.CreateHost(builder);
    }

    /// <summary>Whether a server with that setting would have begun on other data.</summary>
    private static bool IsAboutData(string setting) =>
        setting == "CaseFlow:DataDirectory"
        || setting.StartsWith("Database:", StringComparison.Ordinal)
        || setting.StartsWith("ConnectionStrings:", StringComparison.Ordinal);

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseContentRoot(AppContext.BaseDirectory);

    public async Task<T> ReadAsync<T>(Func<CaseFlowDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CaseFlowDb>());
    }

    /// <summary>Lets time pass, everything happen that came due, and the post go out.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        await SweepAsync();
    }

    public async Task FireTimersAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DueWork>().DoAsync(CancellationToken.None);
    }

    public async Task SweepAsync()
    {
        await FireTimersAsync();
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Outbox>().SendAsync(CancellationToken.None);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // The factory's asynchronous end calls this a second time.
        if (!disposing || !Directory.Exists(Data.FullName))
            return;
        TestStore.Release(Database);
        if (!KeepData)
            TestStore.DropAsync(Database, Data).GetAwaiter().GetResult();
    }
}
