using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>One running or finished workflow instance, pinned to one version of its definition.</summary>
public sealed class InstanceRow
{
    public required string Id { get; init; }
    public required string DefinitionId { get; init; }

    /// <summary>Changes only when an administrator moves the instance to another version.</summary>
    public required string DefinitionVersionId { get; set; }
    public string? CaseNumber { get; init; }

    /// <summary>The instance that started this one as its child.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>What the parent still wants to hear.</summary>
    public ChildNews News { get; set; }
    public string? CorrelationId { get; set; }

    /// <summary>Held while it runs, and unique: what keeps a second instance from beginning beside it; null for most.</summary>
    public string? ActivationKey { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string Status { get; set; } = "";
    public string SubStatus { get; set; } = "";
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The engine's state between bursts as JSON.</summary>
    public string State { get; set; } = "";
    public long Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<InstanceRow>
    {
        public void Configure(EntityTypeBuilder<InstanceRow> row)
        {
            row.ToTable("Instances").HasKey(i => i.Id);
            row.Property(i => i.Version).IsConcurrencyToken();
            row.HasIndex(i => i.DefinitionVersionId);
            row.HasIndex(i => i.ParentInstanceId);
            row.HasIndex(i => i.CorrelationId);
            row.HasIndex(i => i.ActivationKey).IsUnique();
        }
    }
}

/// <summary>One line of an instance's journal: what the engine did, in order.</summary>
public sealed class JournalRow
{
    public required string InstanceId { get; init; }
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? ActivityId { get; init; }
    public string? ActivityType { get; init; }
    public required JournalEvent Event { get; init; }
    public string? Detail { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<JournalRow>
    {
        public void Configure(EntityTypeBuilder<JournalRow> row) =>
            row.ToTable("Journal").HasKey(j => new { j.InstanceId, j.Sequence });
    }
}

/// <summary>What went wrong in a burst that could not be committed, or that went on with it: its cause, its place, and the stimulus to deliver on retry.</summary>
public sealed class IncidentRow
{
    public required string Id { get; init; }
    public required string InstanceId { get; init; }
    public string? CaseNumber { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? ActivityId { get; set; }
    public required string Code { get; init; }
    public required string Message { get; init; }
    public string? Stimulus { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public string? Resolution { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<IncidentRow>
    {
        public void Configure(EntityTypeBuilder<IncidentRow> row)
        {
            row.ToTable("Incidents").HasKey(i => i.Id);
            row.HasIndex(i => new { i.InstanceId, i.ResolvedAt });
        }
    }
}
