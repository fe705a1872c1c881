using CaseFlow.Host.Features.Development;

namespace CaseFlow.Host.Timers;

/// <summary>Which clock this process lives by: the machine's in Production, one that can be advanced in Development.</summary>
public static class Clock
{
    public static WebApplicationBuilder AddClock(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        if (services.Any(s => s.ServiceType == typeof(TimeProvider)))
            return builder;
        if (!builder.Environment.IsDevelopment())
        {
            services.AddSingleton(TimeProvider.System);
            return builder;
        }
        services.AddSingleton(new DevelopmentClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(sp => sp.GetRequiredService<DevelopmentClock>());
        services.AddScoped<ClockMover>();
        return builder;
    }
}
