using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Host.Persistence;

/// <summary>The one model. Each database has a thin context of its own, for its migrations.</summary>
public abstract partial class CaseFlowDb(DbContextOptions options)
    : IdentityDbContext<User, IdentityRole, string>(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<ServiceVersionRow> ServiceVersions => Set<ServiceVersionRow>();
    public DbSet<InstanceRow> Instances => Set<InstanceRow>();
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();
    public DbSet<DefinitionRow> Definitions => Set<DefinitionRow>();

    /// <summary>The definitions that instances follow.</summary>
    public IQueryable<DefinitionRow> Procedures => Definitions.Where(d => d.Kind == DefinitionKind.Procedure);
    public DbSet<DefinitionPinRow> DefinitionPins => Set<DefinitionPinRow>();
    public DbSet<DefinitionFileRow> DefinitionFiles => Set<DefinitionFileRow>();
    public DbSet<PublicationRow> Publications => Set<PublicationRow>();
    public DbSet<TaskRow> Tasks => Set<TaskRow>();
    public DbSet<TaskDraftRow> TaskDrafts => Set<TaskDraftRow>();
    public DbSet<TimerRow> Timers => Set<TimerRow>();
    public DbSet<EventWaitRow> EventWaits => Set<EventWaitRow>();
    public DbSet<SignalRow> Signals => Set<SignalRow>();
    public DbSet<CallRow> Calls => Set<CallRow>();
    public DbSet<LetterRow> Letters => Set<LetterRow>();
    public DbSet<RegisterRow> Registers => Set<RegisterRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<PartyRow> Parties => Set<PartyRow>();
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();
    public DbSet<RequestDraftRow> RequestDrafts => Set<RequestDraftRow>();
    public DbSet<SignCodeRow> SignCodes => Set<SignCodeRow>();
    public DbSet<EvaluationInvitationRow> EvaluationInvitations => Set<EvaluationInvitationRow>();
    public DbSet<EvaluationRow> Evaluations => Set<EvaluationRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CaseFlowDb).Assembly);
        foreach (var index in builder.Model.GetEntityTypes().SelectMany(e => e.GetIndexes()))
            if (index.GetFilter() is { } filter)
                index.SetFilter(Truth().Replace(filter, flag => IsTrue(flag.Groups[1].Value)));
    }

    /// <summary>The columns that hold text, whatever the property is; a compressed text is none.</summary>
    protected static IEnumerable<IMutableProperty> Texts(ModelBuilder builder) =>
        builder
            .Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties())
            .Where(p =>
                (p.GetValueConverter()?.ProviderClrType ?? p.GetProviderClrType() ?? p.ClrType) == typeof(string)
            );

    /// <summary>How this database says that a column of yes and no holds yes; the configurations write <c>"Name" = 1</c>.</summary>
    protected virtual string IsTrue(string column) => $"\"{column}\" = 1";

    [GeneratedRegex("\"(\\w+)\" = 1")]
    private static partial Regex Truth();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Instants as UTC ticks: the same order on every database (SQLite cannot order a DateTimeOffset).</summary>
    private sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
