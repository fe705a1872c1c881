using CaseFlow.Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Host.Tests.Crash;

/// <summary>
/// The process is killed at any moment of a running load and started again: every case continues, no letter twice, none
/// lost. The suite kills a few times at drawn moments; CASEFLOW_CORPUS=full kills a hundred times.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("CASEFLOW_CORPUS") == "full";
    private static readonly int Kills = Full ? 100 : 5;
    private static readonly string[] Services =
    [
        "rent-support",
        "statement-of-account",
        "rent-support",
        "statement-of-account",
    ];
    private readonly HostProcess _host = new();

    public Task InitializeAsync() => _host.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Killed_at_any_moment_every_case_comes_to_its_end_with_each_letter_once()
    {
        var moments = new Random(1448);
        var kills = 0;
        var cases = Full ? 40 : Services.Length;
        while (true)
        {
            var work = WorkToTheEndAsync(cases);
            if (kills >= Kills)
            {
                await work;
                break;
            }
            await Task.WhenAny(work, Task.Delay(moments.Next(200, 2500)));
            await _host.KillAsync();
            kills++;
            await IgnoreBrokenLineAsync(work);
            await _host.StartAsync();
        }

        await ExpectEachLetterOnceAsync(cases);
    }

    /// <summary>Files what is not filed, works off all inboxes, lets two weeks pass, until every case is closed.</summary>
    private async Task WorkToTheEndAsync(int cases)
    {
        var society = new Society(_host);
        for (var i = 0; i < cases; i++)
            await society.FileOnceAsync(Services[i % Services.Length], "sara", $"request-{i}");
        var everybody = new Workforce(society);
        while (await OpenCasesAsync() > 0)
            if (await everybody.WorkAsync() == 0)
                await _host.AdvanceAsync(TimeSpan.FromDays(14));
    }

    private static async Task IgnoreBrokenLineAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
        {
            // The line broke because the host was killed: that is what this test does.
        }
    }

    private async Task<long> OpenCasesAsync() =>
        (long)(await ScalarAsync("SELECT COUNT(*) FROM Cases WHERE Status <> 'Closed'"))!;

    private async Task ExpectEachLetterOnceAsync(int cases)
    {
        Assert.Equal((long)cases, await ScalarAsync("SELECT COUNT(*) FROM Cases"));
        Assert.Equal(
            0L,
            await ScalarAsync(
                "SELECT COUNT(*) FROM (SELECT 1 FROM Letters GROUP BY CaseNumber, Template HAVING COUNT(*) > 1)"
            )
        );
        var studied = (cases + 1) / 2;
        foreach (var letter in new[] { "study-notice", "acceptance", "registration" })
            Assert.Equal((long)studied, await ScalarAsync($"SELECT COUNT(*) FROM Letters WHERE Template = '{letter}'"));
        Assert.Equal(
            await ScalarAsync("SELECT COUNT(*) FROM Letters"),
            await ScalarAsync("SELECT CAST(MAX(SUBSTR(Number, 8)) AS INTEGER) FROM Letters")
        );
        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM Incidents"));
        Assert.Equal(0L, await ScalarAsync("SELECT COUNT(*) FROM Timers"));
        Assert.Equal("ok", await ScalarAsync("PRAGMA integrity_check"));
        await ExpectOneMailALetterAsync();
    }

    /// <summary>The clock's route sweeps and sends before it answers, so after it all mail is out.</summary>
    private async Task ExpectOneMailALetterAsync()
    {
        await _host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var letters = (long)(await ScalarAsync("SELECT COUNT(*) FROM Letters"))!;
        Assert.Equal(letters, Directory.EnumerateFiles(_host.MailFolder, "letter-*.eml").LongCount());
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_host.DataDirectory, "caseflow.db")};Pooling=false;Default Timeout=30"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
