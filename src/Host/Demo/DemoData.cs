using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Demo;

/// <summary>The people of the demonstration society. Made in Development and for the walkthrough, never in Production.</summary>
public sealed class DemoData(CaseFlowDb db, UserManager<User> users, RoleManager<IdentityRole> roles)
{
    /// <summary>Of every demo account.</summary>
    public const string Password = "caseflow-demo-1448";

    public static readonly IReadOnlyList<DemoAccount> Accounts =
    [
        new("sara", "سارة بنت محمد العتيبي", "Sarah Al-Otaibi", [Role.Member], "1012345672"),
        new("khalid", "خالد بن عبدالله الحربي", "Khalid Al-Harbi", [Role.Member], "1023456781"),
        new("maryam", "مريم بنت سعد القحطاني", "Maryam Al-Qahtani", [Role.Member], "1034567899"),
        new("noura", "نورة الشهري", "Noura Al-Shehri", [Role.RelationsOfficer]),
        new("faisal", "فيصل الدوسري", "Faisal Al-Dosari", [Role.RelationsOfficer]),
        new("huda", "هدى الغامدي", "Huda Al-Ghamdi", [Role.SocialResearchOfficer]),
        new("abdulrahman", "عبدالرحمن السبيعي", "Abdulrahman Al-Subaie", [Role.CommitteeChair]),
        new("latifa", "لطيفة الزهراني", "Latifa Al-Zahrani", [Role.CommitteeMember]),
        new("majed", "ماجد الشمري", "Majed Al-Shammari", [Role.CommitteeMember]),
        new("turki", "تركي المطيري", "Turki Al-Mutairi", [Role.ServiceOfficer]),
        new("reem", "ريم العنزي", "Reem Al-Anazi", [Role.BranchDelegate]),
        new("omar", "عمر باوزير", "Omar Bawazir", [Role.PolicyAdministrator]),
        new("hind", "هند الغامدي", "Hind Al-Ghamdi", [Role.PolicyAdministrator]),
        new("salma", "سلمى الفهد", "Salma Al-Fahd", [Role.Auditor]),
    ];

    /// <summary>Adds what is missing; running it again changes nothing.</summary>
    public async Task SeedAsync(CancellationToken ct)
    {
        await SeedRolesAsync();
        foreach (var account in Accounts)
            if (await users.FindByNameAsync(account.UserName) is null)
                await AddAsync(account, ct);
    }

    /// <summary>Roles exist everywhere, also in Production.</summary>
    public async Task SeedRolesAsync()
    {
        foreach (var role in Role.All)
            if (!await roles.RoleExistsAsync(role))
                Expect(await roles.CreateAsync(new IdentityRole(role)));
    }

    private async Task AddAsync(DemoAccount account, CancellationToken ct)
    {
        string? partyId = null;
        if (account.NationalId is not null)
        {
            var number = await db.Parties.CountAsync(ct) + 1;
            partyId = $"party-{account.UserName}";
            db.Parties.Add(
                new PartyRow
                {
                    Id = partyId,
                    Name = account.Name,
                    NameEnglish = account.NameEnglish,
                    MembershipNumber = FormattableString.Invariant($"M-{1000 + number}"),
                    NationalId = account.NationalId,
                    Email = $"{account.UserName}@members.example",
                    Mobile = FormattableString.Invariant($"+96650000{1000 + number}"),
                }
            );
            await db.SaveChangesAsync(ct);
        }
        var user = new User
        {
            Id = $"user-{account.UserName}",
            UserName = account.UserName,
            Email = $"{account.UserName}@{(partyId is null ? "society" : "members")}.example",
            DisplayName = account.Name,
            DisplayNameEnglish = account.NameEnglish,
            PartyId = partyId,
        };
        Expect(await users.CreateAsync(user, Password));
        Expect(await users.AddToRolesAsync(user, account.Roles));
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
    }
}

/// <summary>An account of the demonstration society; members carry a national id.</summary>
public sealed record DemoAccount(
    string UserName,
    string Name,
    string NameEnglish,
    IReadOnlyList<string> Roles,
    string? NationalId = null
);
