using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Starts the version in force of a procedure that serves no case.</summary>
/// <param name="Input">Plain values by name; kept as they are where the procedure declares no such input.</param>
/// <param name="CorrelationId">By which events may be addressed to it; null for none.</param>
/// <param name="Key">Optional: the same key of the same person again answers with the same instance instead of a second one.</param>
public sealed record StartProcedure(
    string DefinitionId,
    IReadOnlyDictionary<string, object?> Input,
    string? CorrelationId,
    string? Key,
    Actor By
) : ICommand<StartedProcedure>;

/// <param name="Instance">Id of the instance.</param>
public sealed record StartedProcedure(string Instance);

public sealed class StartProcedureHandler(
    CaseFlowDb db,
    UnitOfWork unit,
    DefinitionStore definitions,
    ActivityCatalogue catalogue,
    BurstRunner bursts
) : IRequestHandler<StartProcedure, StartedProcedure>
{
    public async Task<StartedProcedure> Handle(StartProcedure request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var instance = request.Key is { Length: > 0 } key
            ? Named($"{request.By.UserId} {request.DefinitionId} {key}")
            : Guid.CreateVersion7(unit.Now).ToString("N");
        if (request.Key is not null && await db.Instances.AnyAsync(i => i.Id == instance, ct))
            return new StartedProcedure(instance);

        if (PolicyDocument.KindOf(request.DefinitionId) is not null)
            throw RefusalException.Of("procedure.unknown");
        var definition = await definitions.PublishedAsync(request.DefinitionId, ct);
        if (catalogue.NeedingCase(definition) is { } needing)
            throw RefusalException.Of("procedure.needs-case", "P48", ("activity", needing.Id));
        db.Audit.Add(
            AuditTrail.Line(
                null,
                unit.Now,
                request.By,
                "procedure.started",
                EventAudience.Staff,
                ("procedure", definition.Name ?? definition.DefinitionId),
                ("version", definition.Version),
                ("instance", instance)
            )
        );
        var started = new Stimulus.Started(instance, request.Input)
        {
            CorrelationId = string.IsNullOrWhiteSpace(request.CorrelationId) ? null : request.CorrelationId.Trim(),
        };
        await bursts.StartAsync(new InstanceStart(request.DefinitionId, started), unit.Now, ct);
        return new StartedProcedure(instance);
    }

    private static string Named(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
