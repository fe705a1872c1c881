using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>A message that must leave the house once its transaction is committed. The id is the idempotency key.</summary>
public sealed class OutboxRow
{
    public required string Id { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Html { get; set; }
    public required string Text { get; set; }

    /// <summary>Holds a secret (a one-time code): the text is wiped once the message has left.</summary>
    public bool Confidential { get; init; }
    public string? CaseNumber { get; init; }
    public string? LetterId { get; init; }

    /// <summary>Third lock of the study floor (P59): a message with a permit is checked again before it is handed over.</summary>
    public string? PermitId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NextAttemptAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When delivery was given up; such messages are listed for a person to look at.</summary>
    public DateTimeOffset? DeadAt { get; set; }
    public string? LastError { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxRow>
    {
        public void Configure(EntityTypeBuilder<OutboxRow> row)
        {
            row.ToTable("Outbox").HasKey(o => o.Id);
            row.HasIndex(o => new
            {
                o.SentAt,
                o.DeadAt,
                o.NextAttemptAt,
            });
            row.HasIndex(o => o.CaseNumber);
        }
    }
}
