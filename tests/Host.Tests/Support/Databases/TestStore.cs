using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseFlow.Host.Tests.Support.Databases;

/// <summary>
/// Where the servers under test keep their data. The schema, the demonstration people and the shipped procedures are written
/// once a run; each server begins on a copy.
/// </summary>
internal static class TestStore
{
    private const string File = "caseflow.db";
    private static readonly ConcurrentDictionary<TestDatabase, Lazy<DirectoryInfo>> Prepared = [];

    /// <summary>The connection string of a SQL Server to test on, if there is one.</summary>
    public static string? SqlServer { get; } = Environment.GetEnvironmentVariable("CASEFLOW_TEST_SQLSERVER");

    /// <summary>The settings that lead a host to the data of that folder.</summary>
    public static async Task<Dictionary<string, string?>> SettingsAsync(TestDatabase database, DirectoryInfo data)
    {
        var settings = new Dictionary<string, string?> { ["CaseFlow:DataDirectory"] = data.FullName };
        if (database == TestDatabase.Sqlite)
            return settings;
        settings["Database:Provider"] = database.ToString();
        settings["ConnectionStrings:CaseFlow"] =
            database == TestDatabase.PostgreSql
                ? (await PostgreSqlCluster.GetAsync()).ConnectionString(data.Name)
                : $"{SqlServer};Initial Catalog={data.Name}";
        return settings;
    }

    /// <summary>Fills an empty folder, or the database that belongs to it, with what has been prepared.</summary>
    public static async Task PrepareAsync(TestDatabase database, DirectoryInfo data)
    {
        if (database == TestDatabase.SqlServer || data.EnumerateFileSystemInfos().Any())
            return;
        await CopyAsync(database, Prepared.GetOrAdd(database, d => new Lazy<DirectoryInfo>(() => Make(d))).Value, data);
    }

    /// <summary>The whole data of one stopped server for another one.</summary>
    public static async Task CopyAsync(TestDatabase database, DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (file.Name == File)
                Copy(file.FullName, target);
            else if (!file.Name.StartsWith(File, StringComparison.Ordinal))
                file.CopyTo(target);
        }
        // Says that there is a database, which has no file of its own.
        if (database == TestDatabase.PostgreSql)
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(to.FullName, "database"), to.Name);
            NpgsqlConnection.ClearAllPools();
            await (await PostgreSqlCluster.GetAsync()).ExecuteAsync(
                $"CREATE DATABASE \"{to.Name}\" TEMPLATE \"{from.Name}\""
            );
        }
    }

    public static async Task DropAsync(TestDatabase database, DirectoryInfo data)
    {
        if (database == TestDatabase.PostgreSql)
            await (await PostgreSqlCluster.GetAsync()).ExecuteAsync(
                $"DROP DATABASE IF EXISTS \"{data.Name}\" WITH (FORCE)"
            );
        data.Delete(recursive: true);
    }

    /// <summary>Lets go of files and servers that belong to these data.</summary>
    public static void Release(TestDatabase database)
    {
        if (database == TestDatabase.Sqlite)
            SqliteConnection.ClearAllPools();
    }

    /// <summary>
    /// By SQLite itself: what stands beside the file (its log and index) comes and goes while the last connection closes.
    /// </summary>
    private static void Copy(string from, string to)
    {
        using var source = Open(from);
        using var target = Open(to);
        source.BackupDatabase(target);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        // The stopped server's last connection may still be closing, and has the file to itself meanwhile.
        using var patience = connection.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout = 30000";
        patience.ExecuteNonQuery();
        return connection;
    }

    private static DirectoryInfo Make(TestDatabase database)
    {
        var data = Directory.CreateTempSubdirectory("caseflow-prepared-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => data.Delete(recursive: true);
        using var server = new CaseFlowServer
        {
            Data = data,
            Database = database,
            KeepData = true,
            IsPrepared = false,
        };
        _ = server.Services;
        return data;
    }
}
