using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Exchange;

/// <summary>
/// All procedures and documents in one zip, laid out as the policy folder is: it can be taken in by another installation, or unpacked and
/// used as its folder.
/// </summary>
public sealed partial class PolicyArchive(CaseFlowDb db)
{
    /// <summary>Of each the version in force; of what has never been, the draft.</summary>
    public async Task<ExportedFile> WriteAsync(CancellationToken ct)
    {
        var rows = await db.Definitions.AsNoTracking().Where(d => d.IsPublished || d.IsLatest).ToListAsync(ct);
        var chosen = rows.GroupBy(d => d.DefinitionId, StringComparer.Ordinal)
            .Select(g => g.FirstOrDefault(d => d.IsPublished) ?? g.First())
            .OrderBy(d => d.DefinitionId, StringComparer.Ordinal);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in chosen.SelectMany(Files))
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return new ExportedFile("caseflow-policy.zip", "application/zip", zip.ToArray());
    }

    private static IEnumerable<(string Name, string Text)> Files(DefinitionRow row) =>
        row.Kind == DefinitionKind.Procedure
            ? [(FileName(row), ExportDefinitions.Text(row))]
            : PolicyDocument.Read(row).Files.Select(f => (f.Key, f.Value));

    // An id that came from elsewhere may be no file name. What a file is called says nothing when it is taken in.
    private static string FileName(DefinitionRow row) =>
        Plain().IsMatch(row.DefinitionId) ? $"{row.DefinitionId}.json" : $"{row.Id}.json";

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,99}\z")]
    private static partial Regex Plain();
}
