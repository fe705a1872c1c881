using System.Security.Claims;
using CaseFlow.Domain.Parties;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Features.Studio;

/// <summary>
/// Tokens that open Elsa's API to the designer of somebody who is signed in, and to nothing else. They are of a kind of their own:
/// what signs a program in at <c>/api</c> does not open the designer, nor the other way round.
/// </summary>
public sealed class StudioTokens(IOptionsMonitor<BearerTokenOptions> options)
{
    public const string Scheme = "Studio";

    /// <summary>The one address where a browser cannot send a header along: that of a WebSocket.</summary>
    public const string HubPath = "/elsa/hubs/workflow-instance";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>When the page asks for the next one.</summary>
    public static TimeSpan Renewal { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the designer is for this person at all: administrators change, auditors read.</summary>
    public static bool AreFor(ClaimsPrincipal user) =>
        user.IsInRole(Role.PolicyAdministrator) || user.IsInRole(Role.Auditor);

    /// <summary>A token for somebody who may open the designer.</summary>
    public string Issue(ClaimsPrincipal user)
    {
        var scheme = options.Get(Scheme);
        var identity = new ClaimsIdentity(user.Claims, Scheme, ClaimTypes.Name, ClaimTypes.Role);
        var properties = new AuthenticationProperties { ExpiresUtc = scheme.TimeProvider!.GetUtcNow() + Life };
        return scheme.BearerTokenProtector.Protect(
            new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme)
        );
    }

    internal static void TakeFromAddressOfHub(MessageReceivedContext context)
    {
        if (context.Request.Path.StartsWithSegments(HubPath))
            context.Token = context.Request.Query["access_token"].FirstOrDefault();
    }
}

internal static class StudioTokensRoute
{
    /// <summary>The page asks for the next token while the session of its reader lasts.</summary>
    public static void MapStudioTokens(this WebApplication app) =>
        app.MapPost(
                "/studio/token",
                async (HttpContext context, StudioTokens tokens, IAntiforgery antiforgery) =>
                {
                    await antiforgery.ValidateRequestAsync(context);
                    context.Response.Headers.CacheControl = "no-store";
                    return Results.Text(tokens.Issue(context.User));
                }
            )
            .RequireAuthorization(p => p.RequireRole(Role.PolicyAdministrator, Role.Auditor))
            .ExcludeFromDescription();
}
