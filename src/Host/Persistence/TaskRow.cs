using CaseFlow.Domain;
using CaseFlow.Domain.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>A human task as stored: the columns that an inbox sorts and counts by, and the order it came from.</summary>
public sealed class TaskRow
{
    public required string Id { get; init; }
    public required string InstanceId { get; init; }

    /// <summary>Null when the procedure serves no case.</summary>
    public required string? CaseNumber { get; init; }
    public required string Kind { get; init; }
    public required string TitleAr { get; init; }
    public required string TitleEn { get; init; }
    public int? Step { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The applicant whose task it is; null for staff tasks.</summary>
    public string? ApplicantPartyId { get; init; }

    /// <summary>
    /// The version of its form that was in force when it was opened; null when it has none, and for tasks of releases that kept none.
    /// </summary>
    public string? FormVersion { get; init; }

    /// <summary>The <see cref="HumanTaskState"/> as JSON; the columns repeat of it what lists search by.</summary>
    public string Document { get; set; } = "";
    public HumanTaskStatus Status { get; set; }
    public string? CandidateRole { get; set; }

    /// <summary>A role above, that may take the task too since it was escalated.</summary>
    public string? EscalatedTo { get; set; }
    public string? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public long Version { get; set; }

    /// <summary>The case, for tasks that only a case can have.</summary>
    /// <exception cref="RefusalException"><c>procedure.without-case</c></exception>
    public string OfCase() => CaseNumber ?? throw RefusalException.Of("procedure.without-case");

    internal sealed class Configuration : IEntityTypeConfiguration<TaskRow>
    {
        public void Configure(EntityTypeBuilder<TaskRow> row)
        {
            row.ToTable("Tasks").HasKey(t => t.Id);
            row.Property(t => t.Version).IsConcurrencyToken();
            row.HasIndex(t => new { t.CaseNumber, t.Status });
            row.HasIndex(t => new
            {
                t.Status,
                t.CandidateRole,
                t.DueAt,
            });
            row.HasIndex(t => new
            {
                t.Status,
                t.AssigneeId,
                t.DueAt,
            });
            row.HasIndex(t => new { t.Status, t.ApplicantPartyId });
        }
    }
}
