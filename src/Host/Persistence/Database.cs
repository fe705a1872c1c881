using System.Data.Common;
using CaseFlow.Host.Runtime;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Persistence;

/// <summary>Wires the database, who can sign in, and the keys; and brings the schema up to date at start.</summary>
public static class Database
{
    public static DatabaseProvider AddDatabase(this WebApplicationBuilder builder)
    {
        var data = DataDirectory.Open(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(data);
        var provider = DatabaseProvider.Choose(builder.Configuration, data);
        services.AddSingleton(provider);
        services.AddSingleton(sp => provider.OpenGate(sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider.Bursts);
        services.AddScoped<InstanceStore>();
        provider.AddContext(services);
        AddKeys(services, data, provider);
        services
            .AddIdentityCore<User>(options =>
            {
                options.Password.RequiredLength = 10;
                // Length is what protects; rules of composition only make people write passwords down.
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = 8;
            })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<CaseFlowDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<ActorClaimsFactory>();
        return provider;
    }

    /// <summary>Cookies and tokens that one host has signed are read by all hosts of the same database.</summary>
    private static void AddKeys(IServiceCollection services, DataDirectory data, DatabaseProvider provider)
    {
        var keys = services.AddDataProtection();
        if (!provider.IsShared)
            keys.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data.Path, "keys")));
        else
            keys.SetApplicationName("CaseFlow")
                .Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
                    sp => new ConfigureOptions<KeyManagementOptions>(options =>
                        options.XmlRepository = new SharedKeys(sp.GetRequiredService<IServiceScopeFactory>())
                    )
                );
    }

    /// <summary>
    /// Creates or migrates the schema, then runs <paramref name="fill"/>; hosts that start together do so one after the
    /// other. Refuses what it cannot write to or what a newer release has made.
    /// </summary>
    /// <exception cref="PrerequisiteException">With what is wrong and what to do.</exception>
    public static async Task PrepareAsync(IServiceProvider services, Func<Task> fill, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var provider = scope.ServiceProvider.GetRequiredService<DatabaseProvider>();
        var isReady = false;
        try
        {
            await CreateAsync(db, ct);
            await provider.PrepareAloneAsync(
                db,
                async () =>
                {
                    await RefuseNewerAsync(db, provider, ct);
                    await db.Database.MigrateAsync(ct);
                    await ProbeWritingAsync(db, ct);
                    isReady = true;
                    await fill();
                },
                ct
            );
        }
        catch (Exception failure)
            when (!isReady && failure is DbException or InvalidOperationException { InnerException: DbException })
        {
            throw new PrerequisiteException(provider.Explain(failure as DbException ?? failure.InnerException!));
        }
    }

    private static async Task CreateAsync(CaseFlowDb db, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(ct))
            return;
        try
        {
            await creator.CreateAsync(ct);
        }
        catch (DbException)
        {
            // Another host that starts at the same moment may have been faster.
            if (!await creator.ExistsAsync(ct))
                throw;
        }
    }

    private static async Task RefuseNewerAsync(CaseFlowDb db, DatabaseProvider provider, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var newer = (await db.Database.GetAppliedMigrationsAsync(ct)).FirstOrDefault(m => !known.Contains(m));
        if (newer is not null)
            throw new PrerequisiteException(
                $"The database {provider.Shown} was made by a newer release of CaseFlow (it knows {newer}); "
                    + "start that release or restore a backup from before the upgrade. Nothing was changed."
            );
    }

    /// <summary>A database that may only be read opens without complaint and fails at the first write: make that write now.</summary>
    private static async Task ProbeWritingAsync(CaseFlowDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Settings.Where(s => s.Key == "").ExecuteDeleteAsync(ct);
        await transaction.RollbackAsync(ct);
    }
}
