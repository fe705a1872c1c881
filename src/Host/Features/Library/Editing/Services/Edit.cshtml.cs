using System.Text.Json.Nodes;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Library.Editing.Services;

/// <summary>The editor of a service: what it is called, which procedure carries it, what it asks for.</summary>
public sealed class EditModel(EditorTools tools, CaseFlowDb db) : EditorModel(tools)
{
    private static readonly string[] Validities = ["none", "validUntil", "issuedWithinDays"];

    private List<ChoiceView> _procedures = [];

    public override string Folder => "services";

    protected override IReadOnlyList<Part> Parts => ServiceParts.All;

    protected override string KeyName => "code";

    private FormDefinition? Form => Desk.InForce.Library.Forms.GetValueOrDefault(Sheet.Text(Typed["form"]));

    protected override async Task PrepareAsync(CancellationToken ct) =>
        _procedures = await db
            .Procedures.AsNoTracking()
            .Where(d => d.IsPublished)
            .OrderBy(d => d.Name)
            .Select(d => new ChoiceView(d.DefinitionId, d.Name, null))
            .ToListAsync(ct);

    protected override IReadOnlyList<ChoiceView>? Choices(string source, JsonObject item, JsonArray? siblings) =>
        source switch
        {
            "procedures" => _procedures,
            "clauses" => Clauses,
            "optionalClauses" => [new("", Words["None"]), .. Clauses],
            "forms" =>
            [
                .. Desk.InForce.Library.Forms.Values.Select(f => new ChoiceView(
                    f.Key,
                    f.Title.In(Reader.Preferences.Language)
                )),
            ],
            "validities" => [.. Validities.Select(v => new ChoiceView(v, Words[$"Validity.{v}"]))],
            "facts" => [.. Facts],
            "conditionFacts" => [new("", Words["Always"]), .. Facts],
            "answers" => Answers(Sheet.Text(item["field"])),
            _ => null,
        };

    private IEnumerable<ChoiceView> Facts =>
        (Form?.Fields ?? []).Select(f => new ChoiceView(f.Key, f.Label.In(Reader.Preferences.Language)));

    private List<ChoiceView>? Answers(string field) =>
        Form?.Field(field) switch
        {
            { Type: FieldType.YesNo } =>
            [
                new("", Words["None"]),
                new("true", Words["Rule.true"]),
                new("false", Words["Rule.false"]),
            ],
            { Options.Count: > 0 } known =>
            [
                new("", Words["None"]),
                .. known.Options.Select(o => new ChoiceView(o.Value, o.Label.In(Reader.Preferences.Language))),
            ],
            _ => null,
        };
}
