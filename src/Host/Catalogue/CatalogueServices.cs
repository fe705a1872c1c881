using CaseFlow.Host.Letters;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Letters;

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
        var library = PolicyLibrary.Load(folder);
        if (library.Problems.Count > 0)
            throw new PrerequisiteException(
                $"The policy folder {folder} cannot be used:\n  {string.Join("\n  ", library.Problems)}"
            );
        var letters = LetterFolder.Load(Path.Combine(folder, "letters"));
        if (letters.Problems.Count > 0)
            throw new PrerequisiteException(
                $"The letters in {folder} cannot be used:\n  {string.Join("\n  ", letters.Problems)}"
            );
        builder.Services.AddSingleton(library);
        builder.Services.AddSingleton(new LetterLibrary(letters.Templates));
        builder.Services.AddSingleton<IDefinitionReferences>(
            new LibraryReferences(
                library,
                letters.Templates.Keys.ToHashSet(StringComparer.Ordinal),
                library.Definitions.Keys.ToHashSet(StringComparer.Ordinal)
            )
        );
        builder.Services.Configure<SocietyContact>(builder.Configuration.GetSection("Society"));
        builder.Services.AddSingleton<ServiceVersionCache>();
        builder.Services.AddScoped<CaseContexts>();
        return builder;
    }
}
