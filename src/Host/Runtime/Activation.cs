using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>
/// Whether a definition lets a further instance begin. The running instance holds a key that is unique in the database: of two that begin
/// at once, one is refused.
/// </summary>
public sealed class Activation(CaseFlowDb db)
{
    /// <summary>The key that the new instance holds until it ends; null when any number may run.</summary>
    /// <exception cref="RefusalException"><c>procedure.already-running</c></exception>
    public async Task<string?> AdmitAsync(WorkflowDefinition definition, string? correlationId, CancellationToken ct)
    {
        var strategy = ActivationStrategy.Of(definition.Options.ActivationStrategyType);
        var id = definition.DefinitionId;
        var (key, rivals) = strategy switch
        {
            ActivationKind.Singleton => ($"one:{id}", Running().Where(i => i.DefinitionId == id)),
            ActivationKind.CorrelatedSingleton => (
                $"one:{id}:{correlationId}",
                Running().Where(i => i.DefinitionId == id && i.CorrelationId == correlationId)
            ),
            ActivationKind.Correlation when correlationId is not null => (
                $"correlation:{correlationId}",
                Running().Where(i => i.CorrelationId == correlationId)
            ),
            _ => (null, null),
        };
        if (rivals is not null && await rivals.AnyAsync(ct))
            throw RefusalException.Of("procedure.already-running", null, ("definition", id));
        return key;
    }

    private IQueryable<InstanceRow> Running() => db.Instances.Where(i => i.Status == nameof(InstanceStatus.Running));
}
