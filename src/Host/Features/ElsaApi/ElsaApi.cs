using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.ElsaApi.Definitions;
using CaseFlow.Host.Features.ElsaApi.Descriptors;
using CaseFlow.Host.Features.ElsaApi.Instances;
using CaseFlow.Host.Features.Studio;

namespace CaseFlow.Host.Features.ElsaApi;

/// <summary>
/// The part of Elsa's HTTP API that Elsa Studio calls, over our own procedures and cases. Administrators change, auditors read,
/// nobody else comes in; the only tokens it takes are those that our designer page gives out.
/// </summary>
public static class ElsaApiEndpoints
{
    public const string Reading = "elsa.read";
    public const string Editing = "elsa.edit";

    public static void AddElsaApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddAuthorizationBuilder()
            .AddPolicy(
                Reading,
                p => p.AddAuthenticationSchemes(StudioTokens.Scheme).RequireRole(Role.PolicyAdministrator, Role.Auditor)
            )
            .AddPolicy(
                Editing,
                p => p.AddAuthenticationSchemes(StudioTokens.Scheme).RequireRole(Role.PolicyAdministrator)
            );
        services.Configure<ToolboxSettings>(builder.Configuration.GetSection("Studio"));
        services.AddScoped<ActivityDescriptors>();
        services.AddScoped<UsedWorkflows>();
        services.AddScoped<InputEditors>();
        services.AddScoped<Choices>();
        services.AddScoped<DefinitionForms>();
        services.AddScoped<ProblemText>();
        services.AddScoped<StudioProblems>();
        services.AddScoped<StudioPublishing>();
        services.AddScoped<Said>();
        services.AddScoped<ExecutionBook>();
        services.AddScoped<IncidentForms>();
        services.AddSingleton<InstanceWatch>();
        services.AddHostedService(sp => sp.GetRequiredService<InstanceWatch>());
        services.AddSignalR();
    }

    public static void MapElsaApi(this WebApplication app)
    {
        var api = app.MapGroup("/elsa/api").RequireAuthorization(Reading).ExcludeFromDescription();
        api.MapDescriptors();
        api.MapDefinitions();
        api.MapInstances();
        api.MapExecutions();
        api.MapUnsupported();
        // What is not there is an answer of the API too, not a page.
        api.Map("{**rest}", () => Results.Problem(statusCode: StatusCodes.Status404NotFound));
        app.MapHub<InstanceHub>(StudioTokens.HubPath).RequireAuthorization(Reading);
    }
}
