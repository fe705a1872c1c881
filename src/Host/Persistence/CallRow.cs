using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// What is known of a request to another system, for people to look at. The signal of the same id is the request itself, and gone once it has
/// ended. Neither what was sent nor what was answered is kept here: both may tell of a member.
/// </summary>
public sealed class CallRow
{
    public required string Id { get; init; }
    public required string InstanceId { get; init; }
    public string? CaseNumber { get; init; }
    public required string Method { get; init; }

    /// <summary>Without query and user: keys may stand there.</summary>
    public required string Address { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public int Attempts { get; set; }
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>How the last attempt ended: a status code, or why there was none.</summary>
    public string? LastAnswer { get; set; }

    /// <summary>When the next attempt is; tells an attempt that is under way, whose signal is due later, from one that waits.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>When the procedure got its answer, or was told that there is none.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CallRow>
    {
        public void Configure(EntityTypeBuilder<CallRow> row)
        {
            row.ToTable("Calls").HasKey(c => c.Id);
            row.HasIndex(c => c.InstanceId);
            row.HasIndex(c => c.AskedAt);
            row.HasIndex(c => c.EndedAt);
        }
    }
}
