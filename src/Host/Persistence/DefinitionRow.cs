using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// One version of a procedure, or of a document of the policy library: a letter, a form, a service. A draft may change; from the
/// moment it is handed in for publishing its content stays for ever, and cases stay on the version they began with.
/// </summary>
public sealed class DefinitionRow
{
    /// <summary>Identity of this version.</summary>
    public required string Id { get; init; }

    /// <summary>Of a document its kind's folder and its key, e.g. <c>letters/acceptance</c>.</summary>
    public required string DefinitionId { get; init; }
    public DefinitionKind Kind { get; init; }
    public required int Version { get; init; }

    /// <summary>What people call it, in Arabic where it has names in both languages.</summary>
    public required string Name { get; set; }
    public string? Description { get; set; }

    /// <summary>
    /// The canonical document; its own flags say how it stood when it was written, the columns say how it stands. Of a document of the
    /// library: an object of its files, text by path.
    /// </summary>
    public required string Json { get; set; }

    /// <summary>What <c>ContentHash.Of</c> says of the document: the same content has the same hash, whatever its version.</summary>
    public required string ContentHash { get; set; }
    public DefinitionOrigin Origin { get; init; }

    /// <summary>The version whose content this one began with; null when it began with new content.</summary>
    public int? BasedOn { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string? CreatedBy { get; init; }
    public string? CreatedByName { get; init; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public string? UpdatedBy { get; set; }
    public string? UpdatedByName { get; set; }

    /// <summary>Whether no higher version exists.</summary>
    public bool IsLatest { get; set; }

    /// <summary>Whether new cases follow it.</summary>
    public bool IsPublished { get; set; }

    /// <summary>Whether its content may change no more: it waits for approval or its day, or has been in force.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>When it first came into force; null when it never did.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The mark before the last change of the content: saves of one editor may overlap.</summary>
    public string? MarkBefore { get; set; }

    /// <summary>Counts the changes of the row, so that two of them at once cannot both win.</summary>
    public long Revision { get; set; }

    /// <summary>
    /// What an editor has seen: sent back with a change, so that nobody's newer work is overwritten. It changes with the content alone.
    /// </summary>
    public string Mark => $"{Id}.{ContentHash}";

    internal sealed class Configuration : IEntityTypeConfiguration<DefinitionRow>
    {
        public void Configure(EntityTypeBuilder<DefinitionRow> row)
        {
            // Triggers keep what was published; the migrations make them, and SQL Server has to be told of them.
            row.ToTable("Definitions", t => t.HasTrigger("Definitions_Kept")).HasKey(d => d.Id);
            row.Ignore(d => d.Mark);
            row.Property(d => d.Origin).HasDefaultValue(DefinitionOrigin.File);
            row.Property(d => d.Kind).HasDefaultValue(DefinitionKind.Procedure);
            row.Property(d => d.Revision).IsConcurrencyToken();
            row.HasIndex(d => new { d.DefinitionId, d.Version }).IsUnique();
            // The database itself holds: one latest and at most one published version of a definition.
            row.HasIndex(d => d.DefinitionId, "IX_Definitions_Latest").IsUnique().HasFilter("\"IsLatest\" = 1");
            row.HasIndex(d => d.DefinitionId, "IX_Definitions_Published").IsUnique().HasFilter("\"IsPublished\" = 1");
        }
    }
}

/// <summary>What a version is a version of.</summary>
public enum DefinitionKind
{
    Procedure,

    /// <summary>A letter with its wordings, or the page around all letters.</summary>
    Letter,
    Form,
    Service,

    /// <summary>Working days and holidays.</summary>
    Calendar,

    /// <summary>The policy's own words and numbers: clauses, declaration, parameters.</summary>
    Policy,
}

/// <summary>Where the content of a version came from.</summary>
public enum DefinitionOrigin
{
    /// <summary>The folder beside the program.</summary>
    File,

    /// <summary>An administrator: the designer, an import, a roll-back.</summary>
    Administrator,
}

/// <summary>The version of another procedure that a version uses, fixed when it was handed in for publishing.</summary>
public sealed class DefinitionPinRow
{
    /// <summary>The version that uses the other.</summary>
    public required string VersionId { get; init; }
    public required string PinnedVersionId { get; init; }
    public required string PinnedDefinitionId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<DefinitionPinRow>
    {
        public void Configure(EntityTypeBuilder<DefinitionPinRow> row)
        {
            row.ToTable("DefinitionPins").HasKey(p => new { p.VersionId, p.PinnedVersionId });
            row.HasOne<DefinitionRow>().WithMany().HasForeignKey(p => p.VersionId).OnDelete(DeleteBehavior.Cascade);
            // A version that another one uses cannot be deleted.
            row.HasOne<DefinitionRow>()
                .WithMany()
                .HasForeignKey(p => p.PinnedVersionId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The file of a procedure as it was last taken in: only a file that has changed since says anything new.</summary>
public sealed class DefinitionFileRow
{
    public required string DefinitionId { get; init; }
    public required string ContentHash { get; set; }
    public required DateTimeOffset TakenAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DefinitionFileRow>
    {
        public void Configure(EntityTypeBuilder<DefinitionFileRow> row) =>
            row.ToTable("DefinitionFiles").HasKey(f => f.DefinitionId);
    }
}
