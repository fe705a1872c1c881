using CaseFlow.Host;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Benchmarks;

/// <summary>
/// The host's services in this process, without its web server and its schedule. The database is the one that
/// <c>Database__Provider</c> and <c>ConnectionStrings__CaseFlow</c> name; without them a new SQLite file.
/// </summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private BenchHost(WebApplication app, DirectoryInfo data) => (_app, _data) = (app, data);

    public IServiceProvider Services => _app.Services;
    public string Provider => _app.Configuration["Database:Provider"] ?? "Sqlite";
    public bool IsSqlite => Provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase);
    public string File => Path.Combine(_data.FullName, "caseflow.db");

    /// <summary>Starts on a new folder, or on one that an earlier host has left.</summary>
    public static async Task<BenchHost> StartAsync(
        string durability = "Full",
        TimeProvider? clock = null,
        DirectoryInfo? data = null
    )
    {
        data ??= Directory.CreateTempSubdirectory("caseflow-bench-");
        var app = CaseFlowApp.Build(
            [],
            builder =>
            {
                builder.Configuration["CaseFlow:DataDirectory"] = data.FullName;
                builder.Configuration["CaseFlow:Schedule"] = "false";
                builder.Configuration["Database:Durability"] = durability;
                builder.Environment.EnvironmentName = "Production";
                builder.Services.AddSingleton(clock ?? TimeProvider.System);
                builder.Logging.ClearProviders();
            }
        );
        await CaseFlowApp.PrepareAsync(app);
        return new BenchHost(app, data);
    }

    public Task PublishAsync(string definitionId, string? json = null) =>
        TwoWaits.PublishAsync(Services, definitionId, json ?? TwoWaits.Json(definitionId));

    public async Task<T> ReadAsync<T>(Func<CaseFlowDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CaseFlowDb>());
    }

    /// <summary>Ends the host and leaves its data for the next.</summary>
    public async Task<DirectoryInfo> StopAsync()
    {
        await _app.DisposeAsync();
        return _data;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }
}
