namespace CaseFlow.Host.Features.Library.Letters;

public static class LetterEditorServices
{
    public static void AddLetterEditor(this IServiceCollection services)
    {
        services.AddScoped<LetterBench>();
        services.AddScoped<LetterPreviews>();
        services.AddScoped<LetterSheets>();
        services.AddScoped<WritingTools>();
    }
}
