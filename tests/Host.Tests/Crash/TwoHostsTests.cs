using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Npgsql;
using Xunit.Abstractions;

namespace CaseFlow.Host.Tests.Crash;

/// <summary>
/// Two hosts, as processes, share a sweep of many timers that are due at once; one is killed in the middle of it. The suite
/// lets a sample fall due, CASEFLOW_CORPUS=full ten thousand.
/// </summary>
public abstract class TwoHostsTests(ITestOutputHelper output) : DatabaseTests
{
    private static readonly int Due = Environment.GetEnvironmentVariable("CASEFLOW_CORPUS") == "full" ? 10_000 : 200;
    private const string Reminder = "missing-items-reminder";
    private static readonly (string Table, string Key)[] Tables =
    [
        ("Cases", "Number"),
        ("Instances", "Id"),
        ("Tasks", "CaseNumber"),
        ("EventWaits", "InstanceId"),
        ("Timers", "InstanceId"),
    ];
    private string _connection = "";

    [DatabaseFact]
    public async Task Of_two_hosts_one_is_killed_while_both_sweep_and_each_timer_fires_once()
    {
        var original = await WaitForDocumentsAsync();
        await MultiplyAsync(original);

        await using var killed = new HostProcess { Settings = Settings() };
        await using var left = new HostProcess { Settings = Settings() };
        await Task.WhenAll(killed.StartAsync(), left.StartAsync());
        await UntilFiredAsync(Due / 4);
        await killed.KillAsync();
        var atTheKill = await FiredAsync();
        await UntilFiredAsync(Due);
        var health = await HealthAsync(left);
        output.WriteLine(
            $"{atTheKill} of {Due} had fired when one host was killed; the other says {health.ToJsonString()}"
        );

        Assert.InRange(atTheKill, Due / 4, Due - 1);
        Assert.Equal(Due, await CountAsync($"SELECT count(*) FROM \"Letters\" WHERE \"Template\" = '{Reminder}'"));
        Assert.Equal(
            Due,
            await CountAsync(
                $"SELECT count(DISTINCT \"CaseNumber\") FROM \"Letters\" WHERE \"Template\" = '{Reminder}'"
            )
        );
        // The register has no gap and no number twice, whoever gave it out.
        Assert.Equal(
            await CountAsync("SELECT count(*) FROM \"Letters\""),
            await CountAsync("SELECT sum(\"Last\") FROM \"Registers\" WHERE \"Series\" = 'L-'")
        );
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM \"Incidents\""));
        Assert.True(health["timers"]!["secondsLateLongest"]!.GetValue<double>() > 0);
    }

    /// <summary>One case that waits for documents, and whose member is reminded of them after five days.</summary>
    private async Task<string> WaitForDocumentsAsync()
    {
        var society = new Society(Server);
        var number = await society.FileAsync("rent-support", "sara", "income-proof");
        await society.ReceiveAsync(number);
        _connection = (await TestStore.SettingsAsync(Database, Server.Data))["ConnectionStrings:CaseFlow"]!;
        return number;
    }

    /// <summary>Many cases like it, whose reminder is due; the original's is not.</summary>
    private async Task MultiplyAsync(string original)
    {
        foreach (var (table, key) in Tables)
        {
            var columns = await ColumnsAsync(table);
            var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
            var values = string.Join(", ", columns.Select(c => Value(table, c.Name, c.IsText)));
            await ExecuteAsync(
                $"INSERT INTO \"{table}\" ({names}) SELECT {values} FROM \"{table}\", generate_series(1, {Due}) AS n(i) "
                    + $"WHERE \"{key}\" = '{original}'"
            );
        }

        string Value(string table, string column, bool isText) =>
            (table, column) switch
            {
                (_, "RequestKey") => "NULL",
                ("Timers", "DueAt") => Ago(TimeSpan.FromMinutes(1)),
                _ when isText => $"replace(\"{column}\", '{original}', '1448-' || (50000 + i))",
                _ => $"\"{column}\"",
            };
    }

    private static string Ago(TimeSpan time) =>
        (TimeProvider.System.GetUtcNow() - time).UtcTicks.ToString(CultureInfo.InvariantCulture);

    private Dictionary<string, string> Settings() =>
        new() { ["Database__Provider"] = "PostgreSql", ["ConnectionStrings__CaseFlow"] = _connection };

    private async Task UntilFiredAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        // The hosts work in their own time.
        while (await FiredAsync() < count)
            await Task.Delay(20, patience.Token);
    }

    private Task<int> FiredAsync() => CountAsync($"SELECT count(*) FROM \"Letters\" WHERE \"Template\" = '{Reminder}'");

    private static async Task<JsonNode> HealthAsync(HostProcess host)
    {
        using var http = host.CreateClient();
        return JsonNode.Parse(await http.GetStringAsync("/health/ready"))!;
    }

    private async Task<List<(string Name, bool IsText)>> ColumnsAsync(string table)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(
            $"SELECT column_name, data_type = 'text' FROM information_schema.columns WHERE table_name = '{table}'",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, bool)>();
        while (await reader.ReadAsync())
            columns.Add((reader.GetString(0), reader.GetBoolean(1)));
        return columns;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<int> CountAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql(ITestOutputHelper output) : TwoHostsTests(output);
}
