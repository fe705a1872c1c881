using CaseFlow.Host.Ui.Assets;

namespace CaseFlow.Host.Features.Studio;

/// <summary>The designer: Elsa Studio as it comes from npm, in a page of ours, with a token for Elsa's API.</summary>
public static class StudioServices
{
    public static void AddStudio(this WebApplicationBuilder builder)
    {
        // It writes whole addresses, and that of the hub holds a token; whatever else an operator asks to see, not this.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddSingleton(new StudioFiles(NpmFolder.Path));
        builder.Services.AddSingleton<StudioTokens>();
        builder
            .Services.AddAuthentication()
            .AddBearerToken(
                StudioTokens.Scheme,
                o =>
                {
                    o.TimeProvider = TimeProvider.System;
                    o.Events.OnMessageReceived = context =>
                    {
                        StudioTokens.TakeFromAddressOfHub(context);
                        return Task.CompletedTask;
                    };
                }
            );
    }

    public static void MapStudio(this WebApplication app)
    {
        app.MapStudioFiles();
        app.MapStudioLinks();
        app.MapStudioTokens();
    }
}
