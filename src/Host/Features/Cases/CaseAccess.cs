using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Cases;

/// <summary>Who may see which case. What is not yours does not exist for you.</summary>
public sealed class CaseAccess(CaseFlowDb db)
{
    /// <summary>The cases that the actor may see, for lists and counts.</summary>
    public IQueryable<CaseRow> VisibleTo(Actor actor)
    {
        if (Role.Staff.Any(r => r != Role.BranchDelegate && actor.Is(r)) || actor.Is(Role.Auditor))
            return db.Cases;
        var party = actor.PartyId ?? "";
        // A branch delegate sees what he brought in; a member sees what is his own.
        return actor.Is(Role.BranchDelegate)
            ? db.Cases.Where(c => c.OpenedBy == actor.UserId || c.ApplicantPartyId == party)
            : db.Cases.Where(c => c.ApplicantPartyId == party);
    }

    /// <summary>The case, if there is one of that number for this actor.</summary>
    /// <exception cref="RefusalException"><c>case.unknown</c>, whether it does not exist or is somebody else's.</exception>
    public async Task<CaseRow> RequireAsync(string number, Actor actor, CancellationToken ct) =>
        await VisibleTo(actor).SingleOrDefaultAsync(c => c.Number == number, ct)
        ?? throw RefusalException.Of("case.unknown", null, ("number", number));
}
