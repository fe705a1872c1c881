using System.Text.Json.Nodes;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Library.Editing.Policy;

/// <summary>The words of the policy, clause by clause.</summary>
public sealed class ClausesModel(EditorTools tools) : EditorModel(tools)
{
    public override string Folder => "policy";

    protected override IReadOnlyList<Part> Parts => ClauseParts.All;

    protected override IReadOnlyList<ChoiceView>? Choices(string source, JsonObject item, JsonArray? siblings) => null;

    // The file is the bare list.
    protected override JsonObject Read(PolicyDocument document) =>
        new() { ["clauses"] = EditorJson.Node(document)?.DeepClone() };

    protected override JsonNode Written(JsonObject document) => document["clauses"]?.DeepClone() ?? new JsonArray();
}

/// <summary>What the policy consists of.</summary>
internal static class ClauseParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("clauses", PartKind.List)
        {
            Most = 200,
            ItemKey = "id",
            Title = "text",
            Parts =
            [
                new("id", PartKind.Code)
                {
                    Label = "clause.id",
                    Required = true,
                    MaxLength = 10,
                },
                new("section", PartKind.Local) { Required = true, MaxLength = 120 },
                new("text", PartKind.Local)
                {
                    Label = "clause.text",
                    Required = true,
                    Lines = true,
                    MaxLength = 2000,
                },
            ],
        },
    ];
}
