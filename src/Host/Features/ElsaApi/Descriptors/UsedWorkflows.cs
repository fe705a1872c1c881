using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>A version of a procedure that others may use as one activity.</summary>
/// <param name="InForce">The one that the tool box offers; earlier ones are only known to drawings that hold them.</param>
/// <param name="Latest">The version in force of the same procedure, else this one.</param>
public sealed record UsedWorkflow(WorkflowDefinition Workflow, string VersionId, bool InForce, UsedWorkflow? Latest);

/// <summary>Finds the procedures that are marked as usable in others. Only what is or was in force can be used.</summary>
public sealed class UsedWorkflows(CaseFlowDb db, DefinitionStore definitions)
{
    // As the writer of documents spells it, so that only these are read.
    private const string Marked = "\"usableAsActivity\": true";

    public async Task<IReadOnlyList<UsedWorkflow>> AllAsync(CancellationToken ct)
    {
        var rows = await db
            .Procedures.Where(d => d.PublishedAt != null && d.Json.Contains(Marked))
            .OrderBy(d => d.DefinitionId)
            .ThenByDescending(d => d.IsPublished)
            .ThenByDescending(d => d.Version)
            .Select(d => new { d.Id, d.IsPublished })
            .ToListAsync(ct);
        var found = new List<UsedWorkflow>();
        foreach (var row in rows)
        {
            var workflow = await definitions.GetAsync(row.Id, ct);
            var latest = found.Find(f => f.InForce && f.Workflow.DefinitionId == workflow.DefinitionId);
            if (workflow.Options.UsableAsActivity)
                found.Add(new UsedWorkflow(workflow, row.Id, row.IsPublished, latest));
        }
        return found;
    }
}
