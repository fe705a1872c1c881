using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Host.Tests.Crash;

/// <summary>
/// Counts the moments at which a process may die while it writes: before and after each statement that writes, before and
/// after each commit. At the chosen one it dies: from then on the database answers nothing, as to a process that is gone.
/// </summary>
internal sealed class CrashPoints : DbCommandInterceptor
{
    private static readonly string[] Writing = ["INSERT", "UPDATE", "DELETE", "MERGE"];
    private int _at;
    private int _seen;

    /// <summary>How many points were passed since it was armed.</summary>
    public int Seen => _seen;

    public bool IsDead { get; private set; }

    /// <summary>From now on counts, and dies at the given point; 0 never dies.</summary>
    public void Arm(int at) => (_at, _seen) = (at, 0);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<int> result,
        CancellationToken ct = default
    ) => Pass(command, result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData data,
        int result,
        CancellationToken ct = default
    ) => Pass(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result,
        CancellationToken ct = default
    ) => Pass(command, result);

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData data,
        DbDataReader result,
        CancellationToken ct = default
    )
    {
        try
        {
            return await Pass(command, result);
        }
        catch (KilledException)
        {
            await result.DisposeAsync();
            throw;
        }
    }

    private ValueTask<T> Pass<T>(DbCommand command, T result)
    {
        if (IsDead)
            throw new KilledException();
        if (Writing.Any(w => command.CommandText.Contains(w, StringComparison.Ordinal)))
            Reach();
        return new(result);
    }

    /// <summary>Passes a point, or dies at it.</summary>
    public void Reach()
    {
        if (IsDead || Interlocked.Increment(ref _seen) == _at)
        {
            IsDead = true;
            throw new KilledException();
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"point {_at}");
}

/// <summary>The process is no more.</summary>
internal sealed class KilledException : Exception;
