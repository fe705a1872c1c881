using System.Globalization;
using System.IO.Compression;
using System.Text;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>A file that leaves the house.</summary>
public sealed record ExportedFile(string Name, string ContentType, byte[] Content);

/// <summary>Writes versions as the files that Elsa exchanges.</summary>
public static class ExportDefinitions
{
    /// <summary>One version as a document; several as a zip of documents.</summary>
    public static ExportedFile Write(IReadOnlyList<DefinitionRow> versions)
    {
        if (versions is [var only])
            return new ExportedFile(FileName(only), "application/json", Encoding.UTF8.GetBytes(Text(only)));
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var version in versions)
            {
                using var entry = archive.CreateEntry(FileName(version)).Open();
                entry.Write(Encoding.UTF8.GetBytes(Text(version)));
            }
        }
        return new ExportedFile("workflow-definitions.zip", "application/zip", zip.ToArray());
    }

    /// <summary>The document as it stands: the row knows best which version it is and whether it is in force.</summary>
    public static DefinitionStamp Stamp(DefinitionRow row) =>
        new(row.Id, row.DefinitionId, row.Version, row.CreatedAt, row.IsLatest, row.IsPublished);

    /// <summary>A procedure's document as Elsa exchanges it.</summary>
    public static string Text(DefinitionRow row) => DefinitionWriter.WriteExport(DefinitionBook.Read(row), Stamp(row));

    // Not by its name: Studio reads the plain form of a file's name, where Arabic letters become a row of dashes.
    private static string FileName(DefinitionRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{Slug(row.DefinitionId)}-v{row.Version}.json");

    /// <summary>Letters and digits of any language, the rest as dashes: a file name may hold no path and no direction marks.</summary>
    private static string Slug(string name)
    {
        var slug = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        while (slug.Contains("--", StringComparison.Ordinal))
            slug = slug.Replace("--", "-", StringComparison.Ordinal);
        return slug.Length == 0 ? "workflow" : slug[..Math.Min(slug.Length, 60)];
    }
}
