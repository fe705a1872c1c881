using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Host.Tests.Releases;

/// <summary>A database as a release left it, packed with the numbers of its cases.</summary>
internal sealed class StoredRelease(string file)
{
    private const string Database = "caseflow.db";
    private const string Cases = "cases.txt";

    /// <summary>Every one that was ever kept.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Folder, "*.zip").Select(f => Path.GetFileNameWithoutExtension(f)!);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Releases");

    public static StoredRelease Named(string name) => new(Path.Combine(Folder, $"{name}.zip"));

    /// <summary>Packs what a stopped server has left.</summary>
    public static async Task PackAsync(DirectoryInfo data, IReadOnlyDictionary<string, string> cases, string file)
    {
        var database = Path.Combine(data.FullName, Database);
        await using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); VACUUM";
            await vacuum.ExecuteNonQueryAsync();
        }
        File.Delete(file);
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create);
        await zip.CreateEntryFromFileAsync(database, Database, CompressionLevel.SmallestSize);
        await using var list = await zip.CreateEntry(Cases).OpenAsync();
        await using var writer = new StreamWriter(list);
        foreach (var (name, number) in cases)
            await writer.WriteAsync($"{number} {name}\n");
    }

    /// <summary>Lays the database out in a folder of its own, with the moment at which the release was left.</summary>
    public async Task<(
        DirectoryInfo Data,
        DateTimeOffset Left,
        IReadOnlyDictionary<string, string> Cases
    )> UnpackAsync()
    {
        var data = Directory.CreateTempSubdirectory("caseflow-test-");
        await ZipFile.ExtractToDirectoryAsync(file, data.FullName);
        var cases = (await File.ReadAllLinesAsync(Path.Combine(data.FullName, Cases)))
            .Select(line => line.Split(' ', 2))
            .ToDictionary(line => line[1], line => line[0]);
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(data.FullName, Database)};Pooling=False"
        );
        await connection.OpenAsync();
        await using var last = connection.CreateCommand();
        last.CommandText = "SELECT MAX(At) FROM AuditTrail";
        var ticks = Convert.ToInt64(await last.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        return (data, new DateTimeOffset(ticks, TimeSpan.Zero), cases);
    }
}
