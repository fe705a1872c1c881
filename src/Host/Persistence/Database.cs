using CaseFlow.Host.Persistence.Sqlite;
using CaseFlow.Host.Runtime;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Persistence;

/// <summary>Wires the database, who can sign in, and the keys; and brings the schema up to date at start.</summary>
public static class Database
{
    public static WebApplicationBuilder AddDatabase(this WebApplicationBuilder builder)
    {
        var data = DataDirectory.Open(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(data);
        services.AddSingleton<WriteGate>();
        services.AddDbContext<CaseFlowDb, SqliteDb>(options => options.UseSqlite(ConnectionString(data)));
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data.Path, "keys")));
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
        return builder;
    }

    /// <summary>Creates or migrates the schema. Refuses a file that it cannot write to or that a newer release has made.</summary>
    /// <exception cref="PrerequisiteException">With what is wrong and what to do.</exception>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var file = Path.Combine(scope.ServiceProvider.GetRequiredService<DataDirectory>().Path, FileName);
        try
        {
            await RefuseNewerAsync(db, file, ct);
            await db.Database.MigrateAsync(ct);
            await ProbeWritingAsync(db, ct);
        }
        catch (SqliteException failure)
        {
            throw new PrerequisiteException(Explain(failure, file));
        }
    }

    private const string FileName = "caseflow.db";
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private static string ConnectionString(DataDirectory data) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(data.Path, FileName),
            DefaultTimeout = 30,
            Pooling = true,
        }.ToString();

    private static async Task RefuseNewerAsync(CaseFlowDb db, string file, CancellationToken ct)
    {
        if (!File.Exists(file))
            return;
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var newer = (await db.Database.GetAppliedMigrationsAsync(ct)).FirstOrDefault(m => !known.Contains(m));
        if (newer is not null)
            throw new PrerequisiteException(
                $"The database {file} was made by a newer release of CaseFlow (it knows {newer}); "
                    + "start that release or restore a backup from before the upgrade. Nothing was changed."
            );
    }

    /// <summary>SQLite opens a read-only file without complaint and fails at the first write: make that write now.</summary>
    private static async Task ProbeWritingAsync(CaseFlowDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Settings.Where(s => s.Key == "").ExecuteDeleteAsync(ct);
        await transaction.RollbackAsync(ct);
    }

    private static string Explain(SqliteException failure, string file) =>
        failure.SqliteErrorCode switch
        {
            ReadOnly => $"The database {file} is read-only: make the file and its folder writable for CaseFlow.",
            CannotOpen =>
                $"The database {file} cannot be opened: check that the path is a file CaseFlow may read and write.",
            NotADatabase => $"The file {file} is not a database: move it away or restore a backup.",
            _ => $"The database {file} cannot be used: {failure.Message}.",
        };
}
