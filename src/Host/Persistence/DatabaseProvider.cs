using System.Data.Common;
using CaseFlow.Host.Persistence.PostgreSql;
using CaseFlow.Host.Persistence.Sqlite;
using CaseFlow.Host.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CaseFlow.Host.Persistence;

/// <summary>All that differs between the databases. The model, the queries and the unit of work are the same on each.</summary>
public abstract class DatabaseProvider
{
    /// <summary>What <c>Database:Provider</c> says; the embedded file without it.</summary>
    /// <exception cref="PrerequisiteException">No database of that name is known, or its connection string is missing.</exception>
    public static DatabaseProvider Choose(IConfiguration configuration, DataDirectory data)
    {
        var name = configuration["Database:Provider"];
        if (string.IsNullOrWhiteSpace(name) || Is(name, "Sqlite"))
            return new SqliteProvider(
                configuration.GetConnectionString(ConnectionName),
                data,
                DurabilityOf(configuration)
            );
        if (Is(name, "PostgreSql"))
            return new PostgreSqlProvider(Required(configuration, name));
        if (Is(name, "SqlServer"))
            return new SqlServerProvider(Required(configuration, name));
        throw new PrerequisiteException(
            $"Database:Provider is {name}, which CaseFlow does not know: set it to Sqlite, SqlServer or PostgreSql."
        );
    }

    /// <summary>How units of work get their turn to write.</summary>
    public abstract WriteGate OpenGate(TimeProvider clock);

    /// <summary>The statements that bursts write with.</summary>
    public abstract BurstSql Bursts { get; }

    /// <summary>Whether other hosts may work on the same database.</summary>
    public virtual bool IsShared => true;

    /// <summary>Registers the context of this database under the name of the one model.</summary>
    public abstract void AddContext(IServiceCollection services);

    /// <summary>Where the recurring jobs are kept: with several hosts in the database, so that they share the work.</summary>
    public virtual void KeepJobs(IQuartzBuilder quartz) { }

    /// <summary>
    /// Whether another transaction was in the way: it waited for us and we for it, or both wrote the same key. Nothing was
    /// committed, and the same work on what is stored now may well succeed.
    /// </summary>
    public abstract bool IsCollision(DbException failure);

    /// <summary>
    /// Waits until no other transaction works on the instance, on any host, and holds it until the end of this one.
    /// </summary>
    public abstract Task LockInstanceAsync(CaseFlowDb db, string instanceId, CancellationToken ct);

    /// <summary>The same, for the instance that a task belongs to.</summary>
    public abstract Task LockInstanceOfTaskAsync(CaseFlowDb db, string taskId, CancellationToken ct);

    /// <summary>
    /// Holds a signal until the end of the transaction; false, without waiting, when another transaction holds it or it is gone.
    /// </summary>
    public abstract Task<bool> TryHoldSignalAsync(CaseFlowDb db, string signalId, CancellationToken ct);

    /// <summary>
    /// Rows of a table of waiting work that are due at {0}: the earliest {2}, each held until {1} for the host that asks.
    /// Those that another host holds are left out without waiting.
    /// </summary>
    public abstract string ClaimSql(string table);

    /// <summary>
    /// Counts the series {0} of the year {1} on by one and yields the new number as <c>Value</c>. Whoever else wants a number
    /// waits until this transaction ends, so that one that is undone leaves no gap.
    /// </summary>
    public abstract string NextNumberSql { get; }

    /// <summary>Waits until no other host prepares this database, and runs the work.</summary>
    public abstract Task PrepareAloneAsync(CaseFlowDb db, Func<Task> work, CancellationToken ct);

    /// <summary>One sentence that names the database and what to do.</summary>
    public abstract string Explain(Exception failure);

    /// <summary>The database in words that may be shown: never a password.</summary>
    public abstract string Shown { get; }

    private const string ConnectionName = "CaseFlow";

    private static Durability DurabilityOf(IConfiguration configuration) =>
        configuration["Database:Durability"] is not { } wanted ? Durability.Full
        : Enum.TryParse<Durability>(wanted, ignoreCase: true, out var known) ? known
        : throw new PrerequisiteException($"Database:Durability is \"{wanted}\"; it can be Full or Normal.");

    private static bool Is(string name, string known) => string.Equals(name, known, StringComparison.OrdinalIgnoreCase);

    private static string Required(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(ConnectionName) is { } given && !string.IsNullOrWhiteSpace(given)
            ? given
            : throw new PrerequisiteException(
                $"Database:Provider is {name}, but there is no connection string: set ConnectionStrings:CaseFlow "
                    + "(as an environment variable: ConnectionStrings__CaseFlow)."
            );
}
