using CaseFlow.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>One line of the audit trail. Those of a case are its timeline; the sentence is made from code and facts.</summary>
public sealed class AuditRow
{
    public long Id { get; init; }
    public string? CaseNumber { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ActorId { get; init; }
    public string? ActorName { get; init; }
    public required string Code { get; init; }
    public required EventAudience Audience { get; init; }
    public required string Facts { get; init; }
    public string? Clause { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditRow>
    {
        public void Configure(EntityTypeBuilder<AuditRow> row)
        {
            row.ToTable("AuditTrail").HasKey(a => a.Id);
            row.HasIndex(a => new { a.CaseNumber, a.Id });
        }
    }
}
