using CaseFlow.Host.Demo;
using CaseFlow.Host.Features.Api;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Development;
using CaseFlow.Host.Features.Documents;
using CaseFlow.Host.Features.ElsaApi;
using CaseFlow.Host.Features.Health;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Features.Portal;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Features.Signing;
using CaseFlow.Host.Features.Studio;
using CaseFlow.Host.Features.TrialRuns;

namespace CaseFlow.Host.Features;

/// <summary>What people and programs can do, area by area.</summary>
public static class FeatureServices
{
    public static WebApplicationBuilder AddFeatures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<CaseAccess>();
        services.AddScoped<CaseEvents>();
        services.AddScoped<CaseQueries>();
        services.AddScoped<TaskQueries>();
        services.AddScoped<ServiceQueries>();
        services.AddScoped<TaskData>();
        services.AddScoped<SignCodes>();
        services.AddScoped<EvidenceBook>();
        services.AddScoped<DemoData>();
        builder.AddProcedures();
        builder.AddTrialRuns();
        services.AddStaffPages();
        services.AddPortal();
        builder.AddApi();
        builder.AddElsaApi();
        builder.AddStudio();
        builder.AddHealth();
        return builder;
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapApi();
        app.MapElsaApi();
        app.MapStudio();
        app.MapHealth();
        if (app.Environment.IsDevelopment())
            app.MapClock();
    }
}
