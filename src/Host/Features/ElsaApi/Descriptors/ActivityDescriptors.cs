using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>The tool box: the engine's catalogue in the form and the language in which Studio shows it.</summary>
public sealed class ActivityDescriptors(
    ActivityCatalogue catalogue,
    UsedWorkflows workflows,
    InputEditors editors,
    Choices choices,
    IStringLocalizer<ActivityTexts> texts,
    IStringLocalizer<ElsaTexts> shared,
    IOptions<ToolboxSettings> settings
)
{
    // Studio looks these up by itself; they stand for a whole workflow, and for a type that nobody knows.
    private static readonly string[] OfStudio = ["Elsa.Workflow", "Elsa.NotFoundActivity"];

    /// <summary>The engine's types, procedures that are used as activities, and what Studio needs for itself.</summary>
    public async Task<IReadOnlyList<object>> AllAsync(CancellationToken ct)
    {
        // Studio stops at two of one name and version.
        var taken = catalogue.Descriptors.Select(d => (d.Type, d.Version)).ToHashSet();
        var used = (await workflows.AllAsync(ct)).Select(w => (Used: w, Type: WorkflowUse.Describe(w.Workflow)));
        return
        [
            .. catalogue.Descriptors.Select(Descriptor),
            .. used.Where(u => taken.Add((u.Type.Type, u.Type.Version))).Select(u => Workflow(u.Used, u.Type)),
            .. OfStudio.Where(t => catalogue.Find(t) is null).Select(Hidden),
        ];
    }

    private object Descriptor(ActivityDescriptor type)
    {
        var group = ActivityGroups.Of(type.Type);
        return new
        {
            typeName = type.Type,
            @namespace = type.Type.Split('.')[0],
            name = type.Type.Split('.')[^1],
            version = type.Version,
            category = shared[$"Group.{group}"].Value,
            displayName = texts[type.Type].Value,
            description = texts[$"{type.Type}.Help"].Value,
            inputs = editors.Of(type),
            outputs = type.Outputs.Select((o, order) => Output(type, o, order)),
            kind = type.IsTrigger ? "Trigger" : "Action",
            ports = Ports(type),
            customProperties = new { },
            constructionProperties = DynamicOutcomes.Starting(type),
            isContainer = type.IsContainer,
            isBrowsable = settings.Value.AdvancedActivities || group != ActivityGroups.Advanced,
            isStart = type.Type == "Elsa.Start",
            isTerminal = type.IsTerminal,
        };
    }

    private object Workflow(UsedWorkflow used, ActivityDescriptor type)
    {
        var workflow = used.Workflow;
        var newest = used.Latest ?? used;
        return new
        {
            typeName = type.Type,
            @namespace = "",
            name = string.Concat(type.Type.Where(char.IsLetterOrDigit)),
            version = type.Version,
            category = workflow.Options.ActivityCategory ?? shared[$"Group.{ActivityGroups.EveryStep}"].Value,
            displayName = workflow.Name ?? workflow.DefinitionId,
            description = workflow.Description,
            inputs = editors.Of(type, workflow),
            outputs = type.Outputs.Select((o, order) => Output(type, o, order)),
            kind = "Action",
            ports = type.Outcomes(workflow.Root).Select(name => Port(name, "Flow")),
            // These names begin with a capital.
            customProperties = new Dictionary<string, string>
            {
                ["RootType"] = "WorkflowDefinitionActivity",
                ["WorkflowDefinitionId"] = workflow.DefinitionId,
                ["WorkflowDefinitionVersionId"] = used.VersionId,
            },
            constructionProperties = new
            {
                workflowDefinitionId = workflow.DefinitionId,
                workflowDefinitionVersionId = used.VersionId,
                latestAvailablePublishedVersion = newest.Workflow.Version,
                latestAvailablePublishedVersionId = newest.VersionId,
            },
            isContainer = false,
            isBrowsable = used.InForce,
            isStart = false,
            isTerminal = false,
        };
    }

    private object Output(ActivityDescriptor type, ActivityOutput output, int order) =>
        new
        {
            name = output.Name,
            typeName = output.Type.Text,
            displayName = editors.Label(type, output.Name),
            description = editors.Help(type, output.Name),
            order,
            isBrowsable = true,
            isSynthetic = false,
        };

    private IEnumerable<object> Ports(ActivityDescriptor type) =>
        type
            .Ports.Where(p => p is not ("activities" or "branches" or "cases" or "states" or "transitions"))
            .Select(p => Port(char.ToUpperInvariant(p[0]) + p[1..], "Embedded"))
            .Concat(DynamicOutcomes.OfNew(type).Select(name => Port(name, "Flow")));

    private object Port(string name, string type) =>
        new
        {
            name,
            displayName = choices.Word(name),
            type,
            isBrowsable = true,
        };

    private static object Hidden(string type) =>
        new
        {
            typeName = type,
            @namespace = "Elsa",
            name = type.Split('.')[^1],
            version = 1,
            category = "",
            displayName = type.Split('.')[^1],
            inputs = Array.Empty<object>(),
            outputs = Array.Empty<object>(),
            kind = "Action",
            ports = Array.Empty<object>(),
            customProperties = new { },
            constructionProperties = new { },
            isContainer = false,
            isBrowsable = false,
            isStart = false,
            isTerminal = false,
        };
}
