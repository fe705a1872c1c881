using System.IO.Compression;
using System.Text;
using CaseFlow.Domain;

namespace CaseFlow.Host.Features.Exchange;

/// <summary>A file that was brought in.</summary>
/// <param name="Name">In a zip with its folders.</param>
public sealed record ImportedFile(string Name, string Text);

/// <summary>Opens files that are brought in, within bounds: a zip may hold far more than it weighs.</summary>
internal static class ImportedFiles
{
    private const int MostFiles = 500;
    private const int LongestFile = 5 * 1024 * 1024;
    private const long LongestInAll = 50L * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The texts of all files, zips opened.</summary>
    /// <exception cref="RefusalException">Too many, too long, no zip although it says so, or not UTF-8.</exception>
    public static async Task<IReadOnlyList<ImportedFile>> ReadAsync(IEnumerable<IFormFile> files, CancellationToken ct)
    {
        var texts = new List<ImportedFile>();
        var total = 0L;
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            if (file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                await UnzipAsync(stream, Add, ct);
            else
                await Add(Path.GetFileName(file.FileName), stream);
        }
        return texts;

        async Task Add(string name, Stream stream)
        {
            var content = await TakeAsync(stream, ct);
            total += content.Length;
            if (texts.Count == MostFiles || total > LongestInAll)
                throw TooLong();
            texts.Add(new ImportedFile(name, Text(content)));
        }
    }

    private static async Task UnzipAsync(Stream stream, Func<string, Stream, Task> add, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(
                stream,
                ZipArchiveMode.Read,
                leaveOpen: true,
                Encoding.UTF8,
                ct
            );
            if (zip.Entries.Count > MostFiles)
                throw TooLong();
            // A folder is an entry, too, with nothing in it.
            foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0))
            {
                await using var content = await entry.OpenAsync(ct);
                await add(entry.FullName.Replace('\\', '/'), content);
            }
        }
        // Too short to be a zip at all, it fails in other ways than a broken one.
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            throw RefusalException.Of("document.not-readable");
        }
    }

    // What a zip says of the length of its files is not believed: reading stops at the bound.
    private static async Task<byte[]> TakeAsync(Stream stream, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0; )
        {
            if (content.Length + read > LongestFile)
                throw TooLong();
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    private static string Text(byte[] content)
    {
        try
        {
            return Utf8.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw RefusalException.Of("document.not-readable");
        }
    }

    private static RefusalException TooLong() =>
        RefusalException.Of("document.too-long", null, ("max", LongestFile / 1024 / 1024));
}
