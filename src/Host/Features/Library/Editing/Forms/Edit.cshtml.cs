using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Library.Editing.Forms;

/// <summary>The editor of a form: its fields, and how members and staff will see them.</summary>
public sealed class EditModel(EditorTools tools) : EditorModel(tools)
{
    public override string Folder => "forms";

    public override string? Preview => "/Features/Library/Editing/Forms/_FormPreview.cshtml";

    protected override IReadOnlyList<Part> Parts => FormParts.All;

    protected override IReadOnlyList<ChoiceView>? Choices(string source, JsonObject item, JsonArray? siblings) =>
        source switch
        {
            "clauses" => [new("", Words["None"]), .. Clauses],
            "types" => Types(Enum.GetValues<FieldType>()),
            // A table within a table would have nowhere to stand.
            "columnTypes" => Types(
                Enum.GetValues<FieldType>().Where(t => t is not FieldType.Rows and not FieldType.File)
            ),
            "siblings" =>
            [
                new("", Words["Always"]),
                .. Beside(item, siblings).Select(o => new ChoiceView(Sheet.Text(o["key"]), Sheet.Text(o["key"]))),
            ],
            "answers" => Answers(item, siblings),
            _ => null,
        };

    private List<ChoiceView> Types(IEnumerable<FieldType> types) =>
        [
            .. types
                .Select(t => JsonNamingPolicy.CamelCase.ConvertName($"{t}"))
                .Select(t => new ChoiceView(t, Words[$"Type.{t}"])),
        ];

    /// <summary>The answers that the field of a condition has; null when it may be anything.</summary>
    private List<ChoiceView>? Answers(JsonObject condition, JsonArray? siblings)
    {
        var field = Beside(condition, siblings)
            .FirstOrDefault(o => Sheet.Text(o["key"]) == Sheet.Text(condition["field"]));
        return Sheet.Text(field?["type"]) switch
        {
            "yesNo" => [new("", Words["None"]), new("true", Words["Rule.true"]), new("false", Words["Rule.false"])],
            "choice" or "choices" =>
            [
                new("", Words["None"]),
                .. (field!["options"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .Select(o => new ChoiceView(Sheet.Text(o["value"]), Sheet.Text(o["value"]))),
            ],
            _ => null,
        };
    }

    /// <summary>The fields beside the one that the object is, or is part of.</summary>
    private static IEnumerable<JsonObject> Beside(JsonObject part, JsonArray? siblings) =>
        (siblings ?? [])
            .OfType<JsonObject>()
            .Where(o => o != part && o["visibleWhen"] != part && Sheet.Text(o["key"]).Length > 0);
}
