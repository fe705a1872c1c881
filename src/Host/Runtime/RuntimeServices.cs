using System.Reflection;
using CaseFlow.Host.Letters;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Signals;
using CaseFlow.Host.Tasks;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Execution;
using MediatR;

namespace CaseFlow.Host.Runtime;

/// <summary>Wires what runs procedures: the engine, the unit of work and everything a burst writes.</summary>
public static class RuntimeServices
{
    public static WebApplicationBuilder AddRuntime(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(ActivityCatalogue.All);
        services.AddSingleton<WorkflowEngine>();
        services.AddSingleton<DefinitionCache>();
        services.AddScoped<DefinitionStore>();
        services.AddScoped<FollowUp>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<IncidentLog>();
        services.AddScoped<BurstRunner>();
        services.AddScoped<EffectWriter>();
        services.AddScoped<Activation>();
        services.AddSignals();
        services.AddScoped<CaseStore>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<LetterDesk>();
        services.AddScoped<LetterContent>();
        services.AddScoped<Messages>();
        services.AddScoped<RegisterNumbers>();
        services.AddScoped<Committee>();
        services.AddScoped<TaskBook>();
        services.AddScoped<TaskForms>();
        AddMediator(services);
        return builder;
    }

    /// <summary>This release of MediatR brings no registration of its own.</summary>
    private static void AddMediator(IServiceCollection services)
    {
        services.AddScoped<IMediator>(sp => new Mediator(sp.GetService));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehavior<,>));
        var handlers =
            from type in Assembly.GetExecutingAssembly().GetTypes()
            where type is { IsAbstract: false, IsGenericTypeDefinition: false }
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            select (contract, type);
        foreach (var (contract, type) in handlers)
            services.AddScoped(contract, type);
    }
}
