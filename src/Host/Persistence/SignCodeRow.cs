using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>A one-time code for signing a declaration (P56): only its hash, how often it was tried, and until when it counts.</summary>
public sealed class SignCodeRow
{
    /// <summary>The signing task; a new code replaces the one before.</summary>
    public required string TaskId { get; init; }
    public required string Hash { get; set; }
    public required DateTimeOffset SentAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public int Attempts { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SignCodeRow>
    {
        public void Configure(EntityTypeBuilder<SignCodeRow> row) => row.ToTable("SignCodes").HasKey(c => c.TaskId);
    }
}

/// <summary>An invitation to evaluate. Who answered is known here, what was answered is not: the two are never joined (P32).</summary>
public sealed class EvaluationInvitationRow
{
    public required string Id { get; init; }
    public required string PartyId { get; init; }
    public required string CaseNumber { get; init; }
    public required string ServiceCode { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public bool Answered { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<EvaluationInvitationRow>
    {
        public void Configure(EntityTypeBuilder<EvaluationInvitationRow> row)
        {
            row.ToTable("EvaluationInvitations").HasKey(e => e.Id);
            row.HasIndex(e => new { e.PartyId, e.InvitedAt });
        }
    }
}

/// <summary>An evaluation without a name: the service, the month, the marks and the words (P31, P32).</summary>
public sealed class EvaluationRow
{
    public required string Id { get; init; }
    public required string ServiceCode { get; init; }

    /// <summary>Year and month only, so that the moment cannot tell who wrote it.</summary>
    public required string Month { get; init; }
    public required int Ease { get; init; }
    public required int Clarity { get; init; }
    public required int Speed { get; init; }
    public string? Comment { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<EvaluationRow>
    {
        public void Configure(EntityTypeBuilder<EvaluationRow> row)
        {
            row.ToTable("Evaluations").HasKey(e => e.Id);
            row.HasIndex(e => new { e.ServiceCode, e.Month });
        }
    }
}

/// <summary>A setting that must survive a restart, such as how far the development clock has been moved.</summary>
public sealed class SettingRow
{
    public required string Key { get; init; }
    public string Value { get; set; } = "";

    internal sealed class Configuration : IEntityTypeConfiguration<SettingRow>
    {
        public void Configure(EntityTypeBuilder<SettingRow> row) => row.ToTable("Settings").HasKey(s => s.Key);
    }
}
