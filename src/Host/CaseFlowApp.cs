using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Delivery;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Features;
using CaseFlow.Host.Features.Development;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Timers;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host;

/// <summary>The application: how it is put together, and what happens before the first request.</summary>
public static class CaseFlowApp
{
    private const string DefaultUrl = "http://localhost:5080";

    // Watching the settings takes one of the machine's few file watches for each host and gives it back late.
    private const string SettingsAreReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <param name="adjust">For the walkthrough and for tests: another clock, another folder.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        // Our own files lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = [SettingsAreReadOnce, .. args],
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        adjust?.Invoke(builder);
        if (
            string.IsNullOrEmpty(builder.Configuration["urls"])
            && string.IsNullOrEmpty(builder.Configuration["http_ports"])
        )
            builder.WebHost.UseUrls(DefaultUrl);

        builder.AddClock();
        var provider = builder.AddDatabase();
        builder.AddCatalogue();
        builder.AddRuntime();
        builder.AddDelivery();
        builder.AddSchedule(provider);
        builder.AddFeatures();
        builder.AddCaseFlowUi();

        var app = builder.Build();
        app.UseCaseFlowUi();
        app.MapFeatures();
        return app;
    }

    /// <summary>Schema, keys, roles, procedures and, in Development, the demo people and the clock's advance.</summary>
    /// <exception cref="PrerequisiteException">Something is missing; the message says what to do.</exception>
    public static Task PrepareAsync(WebApplication app, CancellationToken ct = default) =>
        Database.PrepareAsync(app.Services, () => FillAsync(app, ct), ct);

    private static async Task FillAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        // While no other host starts: so there is one signing key, and all hosts know it.
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([1]);
        if (services.GetService<ClockMover>() is { } mover)
            await mover.RestoreAsync(ct);
        var demo = services.GetRequiredService<DemoData>();
        await demo.SeedRolesAsync();
        if (app.Environment.IsDevelopment())
            await demo.SeedAsync(ct);
        await TakeInFolderAsync(services, ct);
    }

    /// <summary>Takes the folder in. A broken file is no reason not to start, as long as an earlier version of it is in force.</summary>
    private static async Task TakeInFolderAsync(IServiceProvider services, CancellationToken ct)
    {
        var folder = services.GetRequiredService<PolicyShelf>().Current;
        var problems = await services.GetRequiredService<FolderImport>().ImportAsync(folder, ct);
        var broken = problems.Where(p => p.Severity == ProblemSeverity.Error).ToLookup(p => p.File);
        var db = services.GetRequiredService<CaseFlowDb>();
        foreach (var file in broken)
        {
            var id = Path.GetFileNameWithoutExtension(file.Key);
            if (!await db.Definitions.AnyAsync(d => d.DefinitionId == id, ct))
                throw new PrerequisiteException(
                    $"The policy folder {folder.Path} cannot be used:\n  {string.Join("\n  ", file)}"
                );
        }
    }
}
