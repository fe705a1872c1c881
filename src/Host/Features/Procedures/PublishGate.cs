using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>The gate that a version passes on its way into force, by what it is a version of.</summary>
public sealed class PublishGate(ProcedureGate procedures, LibraryGate library)
{
    public async Task<GateAnswer> CheckAsync(DefinitionRow version, CancellationToken ct)
    {
        if (version.Kind == DefinitionKind.Procedure)
            return await procedures.CheckAsync(DefinitionBook.Read(version), ct);
        var problems = await library.CheckAsync([PolicyDocument.Read(version)], ct);
        return new GateAnswer([.. problems.Select(p => p.ToFinding())], new WorkflowVersions([]));
    }
}
