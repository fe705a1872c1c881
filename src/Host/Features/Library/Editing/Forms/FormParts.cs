using System.Text.Json.Nodes;

namespace CaseFlow.Host.Features.Library.Editing.Forms;

/// <summary>What a form consists of, in the order of its file.</summary>
internal static class FormParts
{
    private static readonly string[] Chosen = ["choice", "choices"];
    private static readonly string[] Written = ["text", "multiline"];
    private static readonly string[] Bounded = ["number", "money", "choices", "rows"];

    public static IReadOnlyList<Part> All { get; } =
    [
        new("key", PartKind.Fixed),
        new("version", PartKind.Fixed),
        new("title", PartKind.Local) { Required = true },
        new("clause", PartKind.Choice) { Label = "formClause", Source = "clauses" },
        new("fields", PartKind.List)
        {
            Parts = Field("types", [.. More, Columns, new("prefill", PartKind.Flag)]),
            New = () => new JsonObject { ["type"] = "text" },
        },
    ];

    /// <summary>What the fields of a table have too.</summary>
    private static IReadOnlyList<Part> More =>
        [
            new("options", PartKind.List)
            {
                When = "type",
                In = Chosen,
                ItemKey = "value",
                Parts =
                [
                    new("value", PartKind.Code) { Required = true, MaxLength = 60 },
                    new("label", PartKind.Local) { Required = true },
                ],
            },
            new("min", PartKind.Number)
            {
                When = "type",
                In = Bounded,
                Decimals = true,
            },
            new("max", PartKind.Number)
            {
                When = "type",
                In = Bounded,
                Decimals = true,
            },
            new("maxLength", PartKind.Number) { When = "type", In = Written },
            new("pattern", PartKind.Code) { When = "type", In = Written },
            new("visibleWhen", PartKind.Group)
            {
                Parts =
                [
                    new("field", PartKind.Choice) { Label = "when.field", Source = "siblings" },
                    new("equals", PartKind.Choice) { Label = "when.equals", Source = "answers" },
                ],
            },
        ];

    private static Part Columns =>
        new("columns", PartKind.List)
        {
            When = "type",
            In = ["rows"],
            Most = 20,
            Parts = Field("columnTypes", More),
            New = () => new JsonObject { ["type"] = "text" },
        };

    private static IReadOnlyList<Part> Field(string types, IReadOnlyList<Part> more) =>
        [
            new("key", PartKind.Code)
            {
                Label = "field.key",
                Required = true,
                MaxLength = 60,
            },
            new("type", PartKind.Choice) { Required = true, Source = types },
            new("label", PartKind.Local)
            {
                Label = "field.label",
                Required = true,
                MaxLength = 300,
            },
            new("help", PartKind.Local) { Lines = true, MaxLength = 1000 },
            new("required", PartKind.Flag),
            new("clause", PartKind.Code)
            {
                Label = "field.clause",
                MaxLength = 10,
                Suggestions = "clauses",
            },
            .. more,
        ];
}
