using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Interprets the document level; the tree of activities is <see cref="NodeReader"/>'s.</summary>
internal sealed class DocumentReader(DocumentPlaces places, ProblemList problems)
{
    private readonly Members members = new(places, problems);

    public WorkflowDefinition Read(JsonObject source)
    {
        var declarations = new DeclarationReader(places, problems);
        var nodes = new NodeReader(places, problems);
        var root = nodes.Root(members.Object(source, "root"));
        return new WorkflowDefinition
        {
            Id = members.Text(source, "id") ?? "",
            DefinitionId = members.Text(source, "definitionId") ?? "",
            Name = members.Text(source, "name")?.Trim(),
            Description = members.Text(source, "description")?.Trim(),
            Version = Version(source),
            CreatedAt = CreatedAt(source),
            IsPublished = source.AnyCase("isPublished").AsFlag() ?? false,
            IsLatest = source.AnyCase("isLatest").AsFlag() ?? false,
            IsReadonly = source.AnyCase("isReadonly").AsFlag() ?? false,
            IsSystem = source.AnyCase("isSystem").AsFlag() ?? false,
            Variables = declarations.Variables(members.Array(source, "variables")),
            Inputs = declarations.Inputs(members.Array(source, "inputs")),
            Outputs = declarations.Outputs(members.Array(source, "outputs")),
            Outcomes = [.. members.Array(source, "outcomes").Select(o => o.AsText()).OfType<string>()],
            CustomProperties = members.Object(source, "customProperties") ?? [],
            Options = Options(members.Object(source, "options")),
            Root = root,
            ById = nodes.ById,
            Source = source,
            Warnings = problems.All,
            Places = places,
        };
    }

    private int Version(JsonObject source)
    {
        var written = source.AnyCase("version");
        if (written is null)
        {
            return 1;
        }
        if (written.AsWhole() is >= 0 and <= int.MaxValue and var number)
        {
            return (int)number;
        }
        problems.Error("definition.version-invalid", "The version is no whole number from 0.", places.Of(written));
        return 1;
    }

    private static DateTimeOffset? CreatedAt(JsonObject source) =>
        DateTimeOffset.TryParse(
            source.AnyCase("createdAt").AsText(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment
            : null;

    private static WorkflowOptions Options(JsonObject? options) =>
        options is null
            ? WorkflowOptions.Default
            : new WorkflowOptions(
                options.AnyCase("activationStrategyType").AsText(),
                options.AnyCase("usableAsActivity").AsFlag() ?? false,
                options.AnyCase("autoUpdateConsumingWorkflows").AsFlag() ?? false,
                options.AnyCase("activityCategory").AsText(),
                options.AnyCase("incidentStrategyType").AsText(),
                options.AnyCase("commitStrategyName").AsText()
            );
}
