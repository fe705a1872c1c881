using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Library.Editing;
using CaseFlow.Host.Features.Library.Letters;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>What the life of procedures is made with.</summary>
public static class ProcedureServices
{
    public static void AddProcedures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PublishRulebook>();
        services.AddTransient(sp => sp.GetRequiredService<PublishRulebook>().Now);
        services.AddScoped<DefinitionBook>();
        services.AddScoped<ProcedureGate>();
        services.AddScoped<LibraryGate>();
        services.AddLetterEditor();
        services.AddEditors();
        services.AddScoped<PublishGate>();
        services.AddScoped<Publishing>();
        services.AddScoped<Decisions>();
        services.AddScoped<Removal>();
        services.AddScoped<FolderNews>();
        services.AddScoped<FolderImport>();
        services.AddScoped<PublicationSweep>();
        services.AddScoped<FindingText>();
        services.AddScoped<Exchange.PolicyArchive>();
        services.AddScoped<ProcedureQueries>();
        services.AddSingleton<FolderWatch>();
        // Off for tools that move through time by themselves, unless they ask for it.
        var schedule = builder.Configuration["CaseFlow:Schedule"] != "false";
        if (builder.Configuration.GetValue("CaseFlow:WatchFolder", schedule))
            services.AddHostedService(sp => sp.GetRequiredService<FolderWatch>());
        if (schedule)
            services.AddHostedService<LibraryWatch>();
    }
}
