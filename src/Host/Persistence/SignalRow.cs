using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// Something that one instance, or the world, tells others. The row is the telling: it is written in the transaction that
/// decides it and deleted in the one that carries it out, so nothing is lost and nothing is told twice.
/// </summary>
public sealed class SignalRow
{
    public required string Id { get; init; }
    public required SignalKind Kind { get; init; }

    /// <summary>Who is told, or what is to begin; null for an event that anybody may hear.</summary>
    public string? InstanceId { get; init; }

    /// <summary>What begins; its published version counts when it does.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>The case of a child, which is its parent's.</summary>
    public string? CaseNumber { get; init; }
    public string? ParentInstanceId { get; init; }
    public ChildNews News { get; init; }

    /// <summary>Of an event, to find out without reading the stimulus whether somebody has begun to listen.</summary>
    public string? EventName { get; init; }
    public string? CorrelationId { get; init; }

    /// <summary>Nobody listened to this event; it waits until somebody does, or until it is due to be forgotten.</summary>
    public bool Parked { get; set; }

    /// <summary>The stimulus as text.</summary>
    public required string Stimulus { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before; moves on with each failed attempt.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SignalRow>
    {
        public void Configure(EntityTypeBuilder<SignalRow> row)
        {
            row.ToTable("Signals").HasKey(s => s.Id);
            row.HasIndex(s => new { s.DueAt, s.Id });
        }
    }
}

/// <summary>What a signal does.</summary>
public enum SignalKind
{
    /// <summary>An event: finds its hearers and becomes a signal for each.</summary>
    Event,

    /// <summary>A stimulus for one instance.</summary>
    Stimulus,

    /// <summary>A new instance.</summary>
    Start,

    /// <summary>A start by the clock, which comes again.</summary>
    Clock,

    /// <summary>A request to another system, whose text stands where the stimulus is; sent outside of any transaction.</summary>
    Call,
}
