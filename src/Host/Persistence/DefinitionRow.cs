using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>One version of a procedure. A published version never changes; cases stay on the version they began with.</summary>
public sealed class DefinitionRow
{
    /// <summary>Identity of this version.</summary>
    public required string Id { get; init; }
    public required string DefinitionId { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string Json { get; init; }

    /// <summary>SHA-256 of the canonical document: the same content is never imported twice.</summary>
    public required string ContentHash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public bool IsLatest { get; set; }
    public bool IsPublished { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DefinitionRow>
    {
        public void Configure(EntityTypeBuilder<DefinitionRow> row)
        {
            row.ToTable("Definitions").HasKey(d => d.Id);
            row.HasIndex(d => new { d.DefinitionId, d.Version }).IsUnique();
            // The database itself holds: one latest and at most one published version of a definition.
            row.HasIndex(d => d.DefinitionId, "IX_Definitions_Latest").IsUnique().HasFilter("\"IsLatest\" = 1");
            row.HasIndex(d => d.DefinitionId, "IX_Definitions_Published").IsUnique().HasFilter("\"IsPublished\" = 1");
        }
    }
}
