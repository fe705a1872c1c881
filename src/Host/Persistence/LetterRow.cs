using CaseFlow.Domain.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>An issued letter: both languages as they were rendered, for ever. Rows are only ever inserted.</summary>
public sealed class LetterRow
{
    public required string Id { get; init; }
    public required string CaseNumber { get; init; }
    public required string PartyId { get; init; }

    /// <summary>Number in the outgoing register, gapless within its Hijri year.</summary>
    public required string Number { get; init; }
    public required string Template { get; init; }

    /// <summary>Content hash of the template version that wrote it.</summary>
    public required string TemplateVersion { get; init; }
    public required LetterClass Class { get; init; }
    public required string Clause { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required string SubjectAr { get; init; }
    public required string SubjectEn { get; init; }
    public required string HtmlAr { get; init; }
    public required string HtmlEn { get; init; }
    public required string TextAr { get; init; }
    public required string TextEn { get; init; }

    /// <summary>SHA-256 over both renderings, so that a change in the database would show.</summary>
    public required string Hash { get; init; }

    /// <summary>The release permit that let a decision letter out (P59); null for every other class.</summary>
    public string? PermitId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<LetterRow>
    {
        public void Configure(EntityTypeBuilder<LetterRow> row)
        {
            row.ToTable("Letters").HasKey(l => l.Id);
            row.Property(l => l.HtmlAr).HasConversion<CompressedText>();
            row.Property(l => l.HtmlEn).HasConversion<CompressedText>();
            row.Property(l => l.TextAr).HasConversion<CompressedText>();
            row.Property(l => l.TextEn).HasConversion<CompressedText>();
            row.HasIndex(l => l.Number).IsUnique();
            row.HasIndex(l => new { l.CaseNumber, l.IssuedAt });
            row.HasIndex(l => l.PermitId).IsUnique();
        }
    }
}

/// <summary>Counters that leave no gap: taken inside the transaction that uses the number.</summary>
public sealed class RegisterRow
{
    public required string Series { get; init; }
    public required int HijriYear { get; init; }
    public int Last { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RegisterRow>
    {
        public void Configure(EntityTypeBuilder<RegisterRow> row)
        {
            row.ToTable("Registers").HasKey(r => new { r.Series, r.HijriYear });
            row.Property(r => r.Last).IsConcurrencyToken();
        }
    }
}
