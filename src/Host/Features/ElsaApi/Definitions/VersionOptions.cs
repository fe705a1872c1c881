using System.Globalization;
using CaseFlow.Host.Persistence;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>Which versions of a definition are meant, in Elsa's words. Nothing at all means every version.</summary>
internal static class VersionOptions
{
    public static IQueryable<DefinitionRow> In(this IQueryable<DefinitionRow> rows, string? version) =>
        version switch
        {
            null or "" or "AllVersions" => rows,
            "Latest" => rows.Where(d => d.IsLatest),
            "Published" => rows.Where(d => d.IsPublished),
            "LatestOrPublished" => rows.Where(d => d.IsLatest || d.IsPublished),
            "LatestAndPublished" => rows.Where(d => d.IsLatest && d.IsPublished),
            "Draft" => rows.Where(d => d.IsLatest && !d.IsPublished),
            _ when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => rows.Where(
                d => d.Version == number
            ),
            _ => rows.Where(d => false),
        };
}
