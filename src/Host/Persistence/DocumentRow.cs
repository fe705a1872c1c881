using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>An uploaded file, kept in the database so that it is committed, backed up and deleted with its case.</summary>
public sealed class DocumentRow
{
    public required string Id { get; init; }

    /// <summary>Whose file it is; only that party and the staff of its case may open it.</summary>
    public required string PartyId { get; init; }
    public string? CaseNumber { get; set; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }
    public required string UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
    public required byte[] Content { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<DocumentRow>
    {
        public void Configure(EntityTypeBuilder<DocumentRow> row)
        {
            row.ToTable("Documents").HasKey(d => d.Id);
            row.HasIndex(d => d.CaseNumber);
            row.HasIndex(d => d.PartyId);
        }
    }
}

/// <summary>A request that a member has begun and not yet submitted: save and resume (P52).</summary>
public sealed class RequestDraftRow
{
    public required string Id { get; init; }
    public required string PartyId { get; init; }
    public required string ServiceCode { get; init; }

    /// <summary>Field values by key, as plain JSON; nothing is checked before submission but the form's shape.</summary>
    public string Data { get; set; } = "{}";

    /// <summary>Document id by evidence requirement.</summary>
    public string Evidence { get; set; } = "{}";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public long Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RequestDraftRow>
    {
        public void Configure(EntityTypeBuilder<RequestDraftRow> row)
        {
            row.ToTable("RequestDrafts").HasKey(d => d.Id);
            row.Property(d => d.Version).IsConcurrencyToken();
            row.HasIndex(d => d.PartyId);
        }
    }
}

/// <summary>What someone has typed into a task's form so far.</summary>
public sealed class TaskDraftRow
{
    public required string TaskId { get; init; }
    public required string UserId { get; init; }
    public string Data { get; set; } = "{}";
    public DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<TaskDraftRow>
    {
        public void Configure(EntityTypeBuilder<TaskDraftRow> row) =>
            row.ToTable("TaskDrafts").HasKey(d => new { d.TaskId, d.UserId });
    }
}
