using System.Security.Claims;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Runtime;

/// <summary>From a signed-in principal to the person that the rules know.</summary>
public static class ActorClaims
{
    internal const string Party = "caseflow.party";
    internal const string Name = "caseflow.name";
    internal const string NameEnglish = "caseflow.name-en";

    /// <summary>Who is asking. Only for principals that are signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal) =>
        new(
            principal.FindFirstValue(ClaimTypes.NameIdentifier)
                ?? throw new InvalidOperationException("The request has no signed-in user."),
            principal.FindFirstValue(Name) ?? "",
            principal.FindFirstValue(NameEnglish),
            principal.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
            principal.FindFirstValue(Party)
        );
}

/// <summary>Puts party and both names into the sign-in, so that no page has to look them up.</summary>
public sealed class ActorClaimsFactory(
    UserManager<User> users,
    RoleManager<IdentityRole> roles,
    IOptions<IdentityOptions> options
) : UserClaimsPrincipalFactory<User, IdentityRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.PartyId is not null)
            identity.AddClaim(new Claim(ActorClaims.Party, user.PartyId));
        identity.AddClaim(new Claim(ActorClaims.Name, user.DisplayName));
        identity.AddClaim(new Claim(ActorClaims.NameEnglish, user.DisplayNameEnglish));
        return identity;
    }
}
