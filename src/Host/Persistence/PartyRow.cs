using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Host.Persistence;

/// <summary>A person or body the society deals with (P2): one row whatever roles they hold.</summary>
public sealed class PartyRow
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required string NameEnglish { get; set; }
    public string? MembershipNumber { get; set; }
    public string? NationalId { get; set; }
    public string? Email { get; set; }
    public string? Mobile { get; set; }

    /// <summary><c>ar</c> or <c>en</c>: the language of letters and messages.</summary>
    public string Language { get; set; } = "ar";

    internal sealed class Configuration : IEntityTypeConfiguration<PartyRow>
    {
        public void Configure(EntityTypeBuilder<PartyRow> row)
        {
            row.ToTable("Parties").HasKey(p => p.Id);
            row.HasIndex(p => p.MembershipNumber).IsUnique();
        }
    }
}

/// <summary>Someone who can sign in. Names are kept in both scripts, for screens and letters.</summary>
public sealed class User : IdentityUser
{
    public string? PartyId { get; set; }
    public string DisplayName { get; set; } = "";
    public string DisplayNameEnglish { get; set; } = "";
}
