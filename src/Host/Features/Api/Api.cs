using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace CaseFlow.Host.Features.Api;

/// <summary>The JSON API beside the pages: bearer tokens, one description, refusals as problem details.</summary>
public static class ApiEndpoints
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(60);

    public static void AddApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication().AddBearerToken(o => o.BearerTokenExpiration = TokenLife);
        // Being signed in is a matter of real time: moving the business clock by two weeks signs nobody out.
        services.ConfigureAll<BearerTokenOptions>(o => o.TimeProvider = TimeProvider.System);
        services.ConfigureAll<CookieAuthenticationOptions>(o => o.TimeProvider = TimeProvider.System);
        services.AddAuthorization();
        services.AddOpenApi("v1", o => o.AddDocumentTransformer<ApiDescription>());
        services.ConfigureHttpJsonOptions(o => ApiJson.Configure(o.SerializerOptions));
    }

    /// <summary>Says in the description with which statuses an endpoint may refuse.</summary>
    public static TBuilder Refusing<TBuilder>(this TBuilder endpoint, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            endpoint.WithMetadata(
                new ProducesResponseTypeMetadata(status, typeof(ApiProblem), ["application/problem+json"])
            );
        return endpoint;
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var bearer = new AuthorizationPolicyBuilder(BearerTokenDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .Build();
        var api = app.MapGroup("/api").RequireAuthorization(bearer);
        api.Refusing(StatusCodes.Status401Unauthorized);
        api.MapGroup("").WithTags("Sign-in").MapAuth();
        api.MapGroup("").WithTags("Cases").MapCases();
        api.MapGroup("").WithTags("Tasks").MapTasks();
        api.MapGroup("").WithTags("Events").MapEvents();
        api.MapGroup("").WithTags("Procedures").MapProcedures();
        api.MapGroup("").WithTags("Procedures").MapPolicy();
    }
}
