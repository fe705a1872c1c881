using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>A timer of a case. The row is the timer: it is written and deleted in the transaction of a burst.</summary>
public sealed class TimerRow
{
    public required string Id { get; init; }
    public required string InstanceId { get; init; }
    public required string ActivityId { get; set; }
    public required TimerKind Kind { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Until when a sweep holds it; a lapsed lease is free again, so a killed host loses nothing.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>Failed deliveries so far; each delays the next attempt.</summary>
    public int Attempts { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<TimerRow>
    {
        public void Configure(EntityTypeBuilder<TimerRow> row)
        {
            row.ToTable("Timers").HasKey(t => t.Id);
            row.HasIndex(t => new { t.DueAt, t.LeaseUntil });
            row.HasIndex(t => t.InstanceId);
        }
    }
}

/// <summary>A wait of an instance for an event from outside, found by the event's name.</summary>
public sealed class EventWaitRow
{
    public required string Id { get; init; }
    public required string InstanceId { get; init; }
    public required string Name { get; init; }

    /// <summary>The instance's correlation id when the wait began: events may be addressed to it.</summary>
    public string? CorrelationId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<EventWaitRow>
    {
        public void Configure(EntityTypeBuilder<EventWaitRow> row)
        {
            row.ToTable("EventWaits").HasKey(w => w.Id);
            row.HasIndex(w => new { w.InstanceId, w.Name });
            row.HasIndex(w => new { w.Name, w.CorrelationId });
        }
    }
}
