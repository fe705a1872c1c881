using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Host.Features.Api;

/// <summary>Tokens for programs: short-lived, opaque, protected by the host's own keys.</summary>
public static class AuthApi
{
    /// <summary>The one address that needs no token.</summary>
    public const string Path = "/api/auth/token";

    public static void MapAuth(this RouteGroupBuilder api) =>
        api.MapPost("/auth/token", TokenAsync)
            .AllowAnonymous()
            .Produces<AccessTokenResponse>()
            .Refusing(400, 429)
            .WithSummary("Signs in with a name and a password and answers with a bearer token.");

    private static async Task<SignInHttpResult> TokenAsync(
        TokenRequest request,
        SignInManager<User> signIn,
        UserManager<User> users
    )
    {
        var user = await users.FindByNameAsync(request.UserName);
        if (user is null)
            throw RefusalException.Of("sign-in.failed");
        var result = await signIn.CheckPasswordSignInAsync(user, request.Password, lockoutOnFailure: true);
        if (result.IsLockedOut)
            throw RefusalException.Of("sign-in.locked-out");
        if (!result.Succeeded)
            throw RefusalException.Of("sign-in.failed");
        var principal = await signIn.CreateUserPrincipalAsync(user);
        return TypedResults.SignIn(principal, new AuthenticationProperties(), BearerTokenDefaults.AuthenticationScheme);
    }
}
