using CaseFlow.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>A case as stored: what lists search by in columns, the aggregate's whole state as one document.</summary>
public sealed class CaseRow
{
    public required string Number { get; init; }
    public required string InstanceId { get; init; }
    public required string ServiceCode { get; init; }

    /// <summary>Hash of the service and form it was opened under.</summary>
    public required string ServiceVersion { get; init; }
    public required string ApplicantPartyId { get; init; }
    public required string OpenedBy { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The caller's key of the submission, so that a repeated one does not open a second case.</summary>
    public string? RequestKey { get; init; }
    public CaseStatus Status { get; set; }

    /// <summary>The status in public words, for lists; says nothing of a sealed decision.</summary>
    public MemberStatus PublicStatus { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The <see cref="CaseFile"/> as JSON. Holds the sealed decision: hand it to nobody but the aggregate.</summary>
    public string Document { get; set; } = "";
    public long Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CaseRow>
    {
        public void Configure(EntityTypeBuilder<CaseRow> row)
        {
            row.ToTable("Cases").HasKey(c => c.Number);
            row.Property(c => c.Version).IsConcurrencyToken();
            row.HasIndex(c => c.InstanceId).IsUnique();
            row.HasIndex(c => new { c.ApplicantPartyId, c.SubmittedAt });
            row.HasIndex(c => new { c.ApplicantPartyId, c.RequestKey }).IsUnique();
            row.HasIndex(c => new { c.Status, c.SubmittedAt });
        }
    }
}
