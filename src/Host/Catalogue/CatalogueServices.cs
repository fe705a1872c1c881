using CaseFlow.Host.Letters;
using CaseFlow.Host.Persistence;

namespace CaseFlow.Host.Catalogue;

public static class CatalogueServices
{
    /// <summary>Reads the policy folder: <c>CaseFlow:Definitions</c>, else the one that lies beside the program.</summary>
    /// <exception cref="PrerequisiteException">The folder is missing or has problems; all of them are named.</exception>
    public static WebApplicationBuilder AddCatalogue(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["CaseFlow:Definitions"] is { Length: > 0 } configured
            ? Path.GetFullPath(configured)
            : Path.Combine(AppContext.BaseDirectory, "workflow-definitions");
        if (!Directory.Exists(folder))
            throw new PrerequisiteException(
                $"CaseFlow finds no policy folder at {folder}; name one with CaseFlow__Definitions."
            );
        var read = PolicyFolder.Read(folder);
        if (read.Problems.Count > 0)
            throw new PrerequisiteException(
                $"The policy folder {folder} cannot be used:\n  {string.Join("\n  ", read.Problems)}"
            );
        var services = builder.Services;
        services.AddSingleton(new PolicyShelf(read));
        services.AddScoped<LibraryInForce>();
        // What is in force may change while we run: ask for it anew, and keep one answer through one piece of work.
        services.AddTransient(sp => sp.GetRequiredService<PolicyShelf>().Current.Library);
        services.AddTransient(sp => sp.GetRequiredService<PolicyShelf>().Current.Letters);
        services.AddTransient(sp => sp.GetRequiredService<PolicyShelf>().Current.References);
        builder.Services.Configure<SocietyContact>(builder.Configuration.GetSection("Society"));
        builder.Services.AddSingleton<ServiceVersionCache>();
        builder.Services.AddScoped<CaseContexts>();
        return builder;
    }
}
