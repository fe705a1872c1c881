namespace CaseFlow.Host.Features.Portal;

/// <summary>What the members' pages are made with.</summary>
public static class PortalServices
{
    public static void AddPortal(this IServiceCollection services)
    {
        services.AddScoped<MyCases>();
        services.AddScoped<MyDrafts>();
        services.AddScoped<MyTasks>();
        services.AddScoped<OnFile>();
        services.AddScoped<Uploads>();
        services.AddScoped<ReadBacks>();
        services.AddScoped<DocumentFields>();
        services.AddScoped<MyTaskSheets>();
        services.AddScoped<MyTaskView>();
    }
}
