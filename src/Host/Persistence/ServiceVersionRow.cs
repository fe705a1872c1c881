using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>A service and its form as they once were, by content: a case stays on the version it was opened under (P47).</summary>
public sealed class ServiceVersionRow
{
    public required string Hash { get; init; }
    public required string Code { get; init; }
    public required string Json { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ServiceVersionRow>
    {
        public void Configure(EntityTypeBuilder<ServiceVersionRow> row) =>
            row.ToTable("ServiceVersions").HasKey(v => v.Hash);
    }
}
