using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Migration;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Migrations;

/// <summary>
/// Moves running cases to the version in force: which version they are on, what was renamed, what would happen to each, and the run
/// itself. The plan is in the address, so that it can be looked at by a second pair of eyes.
/// </summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class IndexModel(MigrationDesk desk, MigrationRun run, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>What the fields of the mapping are called, followed by the old path or variable id.</summary>
    public const string NodeField = "node.";

    /// <inheritdoc cref="NodeField"/>
    public const string VariableField = "variable.";

    private const int PageSize = 50;

    /// <summary>Versions that cases could be moved away from.</summary>
    public IReadOnlyList<VersionChoice> Old { get; private set; } = [];

    public VersionChoice? From { get; private set; }

    public VersionChoice? To { get; private set; }

    public MappingSheet? Mapping { get; private set; }

    public MigrationPlan Plan { get; private set; } = MigrationPlan.None;

    public IReadOnlyList<Preview> All { get; private set; } = [];

    public IEnumerable<Preview> Shown => All.Skip((Pager.Page - 1) * PageSize).Take(PageSize);

    public PagerView Pager { get; private set; } = new(1, PageSize, 0, _ => "");

    public RunProgress? Progress { get; private set; }

    public Refusal? Refused { get; private set; }

    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    public Task OnGetAsync(string? from, [FromQuery(Name = "p")] int? page, CancellationToken ct)
    {
        Plan = PlanOf(Request.Query.Select(q => (q.Key, q.Value.ToString())));
        return FillAsync(from, page ?? 1, ct);
    }

    public async Task<IActionResult> OnPostRunAsync(string from, string to, string? after, CancellationToken ct)
    {
        var form = await Request.ReadFormAsync(ct);
        Plan = PlanOf(form.Select(f => (f.Key, f.Value.ToString())));
        try
        {
            Progress = await run.RunAsync(from, to, Plan, after, User.ToActor(), ct);
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
        }
        await FillAsync(from, 1, ct);
        return Page();
    }

    /// <summary>A reason or note in words; where naming the step could tell a decision, without it.</summary>
    public string Say(MigrationFinding finding, bool mayName) =>
        mayName ? texts[finding.Code, Isolated(Mapping?.Label(finding.NodeId)), Isolated(finding.Detail)].Value
        : finding.NodeId is null ? texts[finding.Code, "", Isolated(finding.Detail)].Value
        : texts["Finding.Held"].Value;

    /// <summary>The fields that carry the plan from one form to the next.</summary>
    public IEnumerable<(string Name, string Value)> PlanFields =>
        Plan
            .Nodes.Select(n => (NodeField + n.Key, n.Value))
            .Concat(Plan.Variables.Select(v => (VariableField + v.Key, v.Value)));

    private async Task FillAsync(string? from, int page, CancellationToken ct)
    {
        var versions = await desk.VersionsAsync(ct);
        var inForce = versions.Where(v => v.IsPublished).ToDictionary(v => v.DefinitionId, StringComparer.Ordinal);
        Old = [.. versions.Where(v => !v.IsPublished && inForce.ContainsKey(v.DefinitionId))];
        From = Old.FirstOrDefault(v => v.Id == from);
        if (From is null)
            return;
        To = inForce[From.DefinitionId];
        var (before, after) = await desk.VersionsAsync(From.Id, To.Id, ct);
        Mapping = new MappingSheet(before, after);
        All = await desk.PreviewAsync(before, after, Plan, ct);
        var last = Math.Max(1, (All.Count + PageSize - 1) / PageSize);
        Pager = new PagerView(Math.Clamp(page, 1, last), PageSize, All.Count, Address);
    }

    private string Address(int page)
    {
        var query = QueryString
            .Create("from", From!.Id)
            .Add("p", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/migrations" + PlanFields.Aggregate(query, (sum, field) => sum.Add(field.Name, field.Value));
    }

    private static MigrationPlan PlanOf(IEnumerable<(string Key, string Value)> fields)
    {
        var given = fields.Where(f => f.Value.Length > 0).ToList();
        return new MigrationPlan(Named(given, NodeField), Named(given, VariableField));
    }

    private static Dictionary<string, string> Named(List<(string Key, string Value)> fields, string prefix) =>
        fields
            .Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(f => f.Key[prefix.Length..], f => f.Value, StringComparer.Ordinal);

    // A name in Latin letters keeps its own direction within an Arabic sentence.
    private static string Isolated(string? text) => $"\u2068{text}\u2069";
}

/// <summary>What does not map by itself, with the choices there are for it.</summary>
public sealed class MappingSheet(WorkflowDefinition before, WorkflowDefinition after)
{
    private readonly NodeMap map = new(before, after, new Dictionary<string, string>());

    /// <summary>Steps of the old version that the new one does not have at their place.</summary>
    public IReadOnlyList<ActivityNode> Unmapped => map.Unmapped;

    /// <summary>How many steps map by themselves.</summary>
    public int ByThemselves => before.ById.Count - map.Unmapped.Count;

    /// <summary>Variables of the old version that the new one does not have.</summary>
    public IReadOnlyList<VariableDefinition> UnmappedVariables { get; } =
    [.. VariablesOf(before).ExceptBy(VariablesOf(after).Select(v => v.Id), v => v.Id)];

    /// <summary>New variables that an old one could have become.</summary>
    public IReadOnlyList<VariableDefinition> AddedVariables { get; } =
    [.. VariablesOf(after).ExceptBy(VariablesOf(before).Select(v => v.Id), v => v.Id)];

    /// <summary>New steps that this one could have become: only of the same type, for others would be refused.</summary>
    public IEnumerable<ActivityNode> ChoicesFor(ActivityNode node) => map.Added.Where(a => a.Type == node.Type);

    /// <summary>A step as its author calls it.</summary>
    public string Label(ActivityNode node) => string.IsNullOrWhiteSpace(node.Name) ? node.Id : node.Name;

    /// <summary>A step of the old version as its author calls it; its path when there is none.</summary>
    public string? Label(string? nodeId) =>
        nodeId is not null && before.ById.TryGetValue(nodeId, out var node) ? Label(node) : nodeId;

    private static IEnumerable<VariableDefinition> VariablesOf(WorkflowDefinition definition) =>
        definition.Variables.Concat(definition.Activities.SelectMany(a => a.Variables));
}
