namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>What trial runs are made with.</summary>
public static class TrialServices
{
    public static void AddTrialRuns(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<TrialPeople>();
        services.AddScoped<TrialCases>();
        services.AddScoped<TrialAnswers>();
        services.AddScoped<TrialPlayer>();
        services.AddScoped<TrialStory>();
    }
}
