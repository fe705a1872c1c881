namespace CaseFlow.Host.Signals;

/// <summary>Wires what instances tell each other.</summary>
public static class SignalServices
{
    public static void AddSignals(this IServiceCollection services)
    {
        services.AddScoped<SignalBook>();
        services.AddScoped<SignalDelivery>();
        services.AddScoped<SignalSweep>();
        services.AddScoped<EventHearers>();
        services.AddScoped<ClockStarts>();
        services.AddScoped<ChildReports>();
    }
}
