using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace CaseFlow.Host.Tests.Support.Databases;

/// <summary>
/// A PostgreSQL server of this test run alone: its own folder, reached by a socket in it, ended with the run. It does without
/// syncing to the disk, for no test pulls its plug.
/// </summary>
public sealed class PostgreSqlCluster
{
    private const string Prefix = "caseflow-postgres-";
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<PostgreSqlCluster>> Running = new(StartAsync);

    private readonly DirectoryInfo _folder;
    private readonly Process _server;

    private PostgreSqlCluster(DirectoryInfo folder, Process server) => (_folder, _server) = (folder, server);

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? Missing =>
        Binaries is null
            ? "No PostgreSQL server is installed (initdb is neither on the path nor in /usr/lib/postgresql)."
        : OperatingSystem.IsWindows() ? "The tests start PostgreSQL on Unix only."
        : null;

    public static Task<PostgreSqlCluster> GetAsync() => Running.Value;

    public string ConnectionString(string database) =>
        $"Host={_folder.FullName};Username=caseflow;Database={database};Maximum Pool Size=60;Include Error Detail=true";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgreSqlCluster> StartAsync()
    {
        EndThoseLeftBehind();
        var folder = Directory.CreateDirectory(
            Path.Combine(
                Path.GetTempPath(),
                string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}")
            )
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        var data = Path.Combine(folder.FullName, "data");
        using var make = Start("initdb", "-D", data, "-U", "caseflow", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        await make.WaitForExitAsync();
        if (make.ExitCode != 0)
            throw new InvalidOperationException($"initdb ended with {make.ExitCode}.");
        string[] settings =
        [
            "listen_addresses=",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=300",
            "autovacuum=off",
        ];
        string[] place = ["-D", data, "-k", folder.FullName, "-p", "5432"];
        var cluster = new PostgreSqlCluster(
            folder,
            Start("postgres", [.. place, .. settings.SelectMany(s => new[] { "-c", s })])
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.End();
        await cluster.AnswersAsync();
        return cluster;
    }

    /// <summary>PostgreSQL does not run as root, so root runs it as nobody.</summary>
    private static Process Start(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        string[] asNobody = ["--reuid=65534", "--regid=65534", "--clear-groups", path];
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", [.. asNobody, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = "/";
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task AnswersAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!patience.IsCancellationRequested && !_server.HasExited)
            {
                await Task.Delay(20);
            }
    }

    private void End()
    {
        _server.Kill();
        _server.WaitForExit(5000);
        TryDelete(_folder);
    }

    /// <summary>A run that was killed could not end its server: the next one does, by the id that the server has left.</summary>
    private static void EndThoseLeftBehind()
    {
        foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Prefix + "*"))
        {
            if (!int.TryParse(folder.Name[Prefix.Length..], CultureInfo.InvariantCulture, out var run) || IsAlive(run))
                continue;
            var note = Path.Combine(folder.FullName, "data", "postmaster.pid");
            if (File.Exists(note) && int.TryParse(File.ReadLines(note).First(), out var server) && IsAlive(server))
                Process.GetProcessById(server).Kill();
            TryDelete(folder);
        }
    }

    private static bool IsAlive(int process) => Directory.Exists($"/proc/{process}");

    private static void TryDelete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // A folder left in the temporary directory hurts nobody; the next run tries again.
        }
    }

    private static string? FindBinaries()
    {
        var packaged = new DirectoryInfo("/usr/lib/postgresql");
        var installed = packaged.Exists
            ? packaged
                .EnumerateDirectories()
                .OrderByDescending(d => d.Name, StringComparer.Ordinal)
                .Select(d => $"{d}/bin")
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return installed
            .Concat(onPath)
            .FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres")));
    }
}
