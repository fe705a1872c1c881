using CaseFlow.Host.Features.Administration;
using CaseFlow.Host.Features.Audit;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Features.Letters;
using CaseFlow.Host.Features.Migrations;

namespace CaseFlow.Host.Features;

/// <summary>What the staff's pages are made with.</summary>
public static class StaffPages
{
    public static void AddStaffPages(this IServiceCollection services)
    {
        services.AddScoped<CaseReader>();
        services.AddScoped<FactWriter>();
        services.AddScoped<DossierWriter>();
        services.AddScoped<Matching>();
        services.AddScoped<StudySheets>();
        services.AddScoped<TaskSheets>();
        services.AddScoped<EventSentences>();
        services.AddScoped<CaseFiles>();
        services.AddScoped<LetterReading>();
        services.AddScoped<Attention>();
        services.AddScoped<InForce>();
        services.AddScoped<IncidentBook>();
        services.AddScoped<InstanceBook>();
        services.AddScoped<CallList>();
        services.AddScoped<StimulusReplay>();
        services.AddScoped<StepSkips>();
        services.AddScoped<IncidentCauses>();
        services.AddScoped<AuditQueries>();
        services.AddScoped<MigrationDesk>();
        services.AddScoped<MigrationRun>();
    }
}
