using System.Net;
using System.Net.Http.Json;
using CaseFlow.Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Host.Tests.Startup;

/// <summary>What happens before the first request: a clear sentence where something is missing, and nothing is touched.</summary>
public sealed class StartupTests : IDisposable
{
    private readonly HostRun _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_database_of_a_newer_release_is_refused_by_name_and_left_as_it_is()
    {
        await _host.RunAsync("add-user", "omar", "PolicyAdministrator", "--name", "عمر");
        await ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99')");
        var before = await File.ReadAllBytesAsync(Database);

        var (code, _, errors) = await _host.RunAsync();

        Assert.Equal(2, code);
        Assert.Contains("newer release", errors);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_by_name()
    {
        Directory.CreateDirectory(_host.DataDirectory);
        await File.WriteAllTextAsync(
            Database,
            string.Join('\n', Enumerable.Repeat("This is a letter to my aunt.", 400))
        );

        var (code, _, errors) = await _host.RunAsync();

        Assert.Equal(2, code);
        Assert.Contains("is not a database", errors);
    }

    [Theory]
    [InlineData("Oracle", null, "set it to Sqlite, SqlServer or PostgreSql")]
    [InlineData("PostgreSql", null, "set ConnectionStrings:CaseFlow")]
    [InlineData("SqlServer", null, "set ConnectionStrings:CaseFlow")]
    [InlineData("PostgreSql", "Colour=blue", "cannot be read for PostgreSql")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=caseflow;Timeout=5", "127.0.0.1:1 does not answer")]
    [InlineData("SqlServer", "Server=127.0.0.1,1;Database=CaseFlow;Connect Timeout=5", "127.0.0.1,1 does not answer")]
    public async Task A_database_that_cannot_be_had_is_said_in_one_sentence(
        string provider,
        string? connection,
        string sentence
    )
    {
        _host.Settings["Database__Provider"] = provider;
        if (connection is not null)
            _host.Settings["ConnectionStrings__CaseFlow"] = connection;

        var (code, _, errors) = await _host.RunAsync();

        Assert.Equal(2, code);
        Assert.Contains(sentence, errors);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_letter_that_mentions_an_unknown_field_is_named_with_its_file_and_the_field()
    {
        _host.CopyPolicy();
        var letter = Path.Combine(_host.PolicyFolder, "letters", "acceptance.ar.liquid");
        await File.AppendAllTextAsync(letter, "{{ member.castle }}");

        var (code, _, errors) = await _host.RunAsync();

        Assert.Equal(2, code);
        Assert.Contains("acceptance.ar.liquid", errors);
        Assert.Contains("castle", errors);
    }

    [Fact]
    public async Task A_definition_that_does_not_parse_is_named_with_its_file()
    {
        _host.CopyPolicy();
        var definition = Path.Combine(_host.PolicyFolder, "statement-of-account.json");
        var text = await File.ReadAllTextAsync(definition);
        await File.WriteAllTextAsync(definition, text[..(text.Length / 2)]);

        var (code, _, errors) = await _host.RunAsync();

        Assert.Equal(2, code);
        Assert.Contains("statement-of-account.json", errors);
    }

    [Fact]
    public async Task A_mistyped_command_is_named_and_serves_no_site()
    {
        var (code, _, errors) = await _host.RunAsync("walktrough");

        Assert.Equal(2, code);
        Assert.Contains("walktrough", errors);
    }

    [Fact]
    public async Task An_address_that_another_program_listens_at_is_named_in_one_sentence()
    {
        using var other = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var (code, _, errors) = await _host.RunAsync("--urls", taken);

        Assert.Equal(2, code);
        Assert.Contains(taken, errors);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("acceptance")]
    [InlineData("rejection", "--reject")]
    public async Task The_walkthrough_ends_as_it_is_asked_to_and_writes_its_letters(
        string ending,
        params string[] options
    )
    {
        var letters = Path.Combine(_host.DataDirectory, "letters");
        var (code, output, errors) = await _host.RunAsync(["walkthrough", "--out", letters, .. options]);

        Assert.True(code == 0, output + errors);
        Assert.Contains(Directory.EnumerateFiles(letters), f => f.Contains(ending, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_knows_no_development_route()
    {
        await using var server = new CaseFlowServer { EnvironmentName = "Production" };
        var http = server.CreateClient();

        var clock = await http.PostAsJsonAsync("/dev/clock", new { advance = "14.00:00:00" });
        Assert.Equal(HttpStatusCode.NotFound, clock.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/dev/ui")).StatusCode);
    }

    private string Database => Path.Combine(_host.DataDirectory, "caseflow.db");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
