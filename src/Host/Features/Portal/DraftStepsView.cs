using CaseFlow.Domain.Forms;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Portal;

/// <summary>Where in a request the member is; draw with <c>&lt;partial name="_DraftSteps" model="…" /&gt;</c>.</summary>
/// <param name="Here">From 1; documents and reading back are the last two.</param>
public sealed record DraftStepsView(DraftSheet Sheet, int Here)
{
    public string Address(int step) =>
        $"/my/drafts/{Sheet.Draft.Id}/"
        + (
            step <= Sheet.Pages.Count ? $"{step}"
            : step < Sheet.Steps ? "documents"
            : "review"
        );
}

/// <summary>The fields of one page; draw with <c>&lt;partial name="_Questions" model="…" /&gt;</c>.</summary>
public sealed record QuestionsView(FormDefinition Form, IReadOnlyList<FormFieldView> Fields)
{
    /// <summary>What must be answered how, so that this field is asked.</summary>
    public FieldCondition? ConditionOf(FormFieldView field) => Form.Field(field.Name)?.VisibleWhen;

    /// <summary>The names of clauses stand once above each run of fields with the same one.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();
}
