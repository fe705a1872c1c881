using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Who sits on the research committee now.</summary>
public sealed class Committee(CaseFlowDb db)
{
    /// <summary>One seat a person, the chair first, in a stable order.</summary>
    public async Task<IReadOnlyList<CommitteeSeat>> RosterAsync(CancellationToken ct)
    {
        var members = await (
            from link in db.UserRoles
            join role in db.Roles on link.RoleId equals role.Id
            join user in db.Users on link.UserId equals user.Id
            where role.Name == Role.CommitteeMember || role.Name == Role.CommitteeChair
            select new
            {
                user.Id,
                user.DisplayName,
                user.DisplayNameEnglish,
                Role = role.Name,
            }
        ).ToListAsync(ct);
        return
        [
            .. members
                .GroupBy(m => m.Id)
                .Select(m => new CommitteeSeat(
                    m.Key,
                    m.First().DisplayName,
                    m.Any(r => r.Role == Role.CommitteeChair),
                    m.First().DisplayNameEnglish
                ))
                .OrderByDescending(s => s.IsChair)
                .ThenBy(s => s.UserId, StringComparer.Ordinal),
        ];
    }
}
