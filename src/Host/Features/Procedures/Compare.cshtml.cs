using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Versions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Two versions side by side, one sentence a change.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class CompareModel(ProcedureQueries procedures, Reader reader) : VersionPage
{
    private WorkflowDefinition _before = null!;
    private WorkflowDefinition _after = null!;

    [BindProperty(SupportsGet = true)]
    public int Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public string Name => _after.Name ?? Id;

    public IReadOnlyList<DefinitionChange> Changes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        _before = await procedures.ReadAsync(Id, Before, ct);
        _after = await procedures.ReadAsync(Id, After, ct);
        Changes = DefinitionComparison.Of(_before, _after);
    }

    /// <summary>What the activity of a change is called, in its own direction.</summary>
    public string Called(DefinitionChange change) =>
        change.ActivityId is { } id && (_after.Activity(id) ?? _before.Activity(id)) is { } node
            ? $"\u2068{Picture.Label(node, reader.IsArabic)}\u2069"
            : "";
}
