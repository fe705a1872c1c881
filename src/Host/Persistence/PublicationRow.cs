using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// One attempt to bring a version of a procedure into force: who asked and why, who approved, from when it counts (P11).
/// </summary>
public sealed class PublicationRow
{
    public required string Id { get; init; }
    public required string DefinitionId { get; init; }
    public required string VersionId { get; init; }

    /// <summary>
    /// Shared by those that were handed in together: they come into force in one moment or not at all, and one decision decides them
    /// all. Null when it was handed in alone.
    /// </summary>
    public string? SetId { get; init; }
    public required int Version { get; init; }

    /// <summary>The content that was checked and, where that is required, approved.</summary>
    public required string ContentHash { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public required string RequestedBy { get; init; }
    public required string RequestedByName { get; init; }
    public string? Reason { get; init; }

    /// <summary>The minute from which it counts; null means as soon as nothing else stands in the way.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }

    /// <summary>Whether another administrator has to agree.</summary>
    public required bool NeedsApproval { get; init; }
    public required PublicationState State { get; set; }

    /// <summary>Whether it still waits for somebody or for its day.</summary>
    public required bool IsOpen { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
    public string? DecidedByName { get; set; }

    /// <summary>Why it was refused, withdrawn or could not come into force.</summary>
    public string? Note { get; set; }

    /// <summary>When new cases began to follow it.</summary>
    public DateTimeOffset? LiveAt { get; set; }

    /// <summary>When it was replaced or retracted.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public long Revision { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<PublicationRow>
    {
        public void Configure(EntityTypeBuilder<PublicationRow> row)
        {
            row.ToTable("Publications").HasKey(p => p.Id);
            row.Property(p => p.Revision).IsConcurrencyToken();
            row.HasIndex(p => new { p.DefinitionId, p.RequestedAt });
            row.HasIndex(p => p.VersionId);
            row.HasIndex(p => p.SetId);
            // One change of a procedure waits at a time.
            row.HasIndex(p => p.DefinitionId, "IX_Publications_Open").IsUnique().HasFilter("\"IsOpen\" = 1");
        }
    }
}

/// <summary>How far a publication has come.</summary>
public enum PublicationState
{
    /// <summary>For another administrator's approval.</summary>
    Waiting,

    /// <summary>For its day; nobody has to do anything more.</summary>
    Scheduled,

    /// <summary>It came into force; whether it still is, its end says.</summary>
    Live,

    /// <summary>The second administrator said no.</summary>
    Refused,

    /// <summary>Taken back before it came into force.</summary>
    Withdrawn,

    /// <summary>On its day it no longer passed the checks.</summary>
    Failed,
}
