using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Ui;

/// <summary>Turns a form definition and what is known of its answers into fields ready to show.</summary>
public sealed class FormFields(Reader reader, RefusalText refusals, IStringLocalizer<Texts> texts)
{
    private const int BlankRows = 2;

    /// <param name="data">Answers by key: checked ones from a case or a draft, or unchecked ones from <see cref="FormPost"/>.</param>
    /// <param name="problems">What the check found; empty on first sight.</param>
    /// <param name="posted">The posted form, so that a wrong date stands as it was typed.</param>
    /// <param name="onFile">Keys of answers that came from the member's file.</param>
    public IReadOnlyList<FormFieldView> Show(
        FormDefinition form,
        IReadOnlyDictionary<string, object?> data,
        IReadOnlyList<FieldProblem>? problems = null,
        IFormCollection? posted = null,
        IReadOnlySet<string>? onFile = null
    ) => [.. form.Fields.Select(f => Field(f, "", data, new Context(problems ?? [], posted, onFile, form)))];

    private FormFieldView Field(
        FormField field,
        string prefix,
        IReadOnlyDictionary<string, object?> data,
        Context context
    )
    {
        var name = prefix + field.Key;
        var value = data.GetValueOrDefault(field.Key);
        var problem = context.Problems.FirstOrDefault(p => p.Field == name);
        return new FormFieldView(name, field.Type, Say(field.Label))
        {
            Help = field.Help is null ? null : Say(field.Help),
            Required = field.Required,
            WhyClause = field.Clause,
            Error = problem is null ? null : refusals.Sentence(problem.Code, problem.Facts),
            Value = value is IEnumerable<object?> ? null : PlainValue.Text(value),
            Values = value is IEnumerable<object?> several ? [.. several.Select(PlainValue.Text)] : [],
            Date = field.Type == FieldType.Date ? Date(name, value, context.Posted) : null,
            Options = [.. field.Options.Select(o => new ChoiceView(o.Value, Say(o.Label)))],
            Rows = field.Type == FieldType.Rows ? Rows(field, name, value, context) : [],
            MaxLength = field.MaxLength,
            OnFile = context.OnFile?.Contains(field.Key) == true,
            Condition = Condition(field, context.Form),
        };
    }

    private DateFieldInput? Date(string name, object? value, IFormCollection? posted) =>
        posted is not null && DateFieldInput.Read(posted, name) is { IsEmpty: false } typed ? typed
        : value is DateOnly day ? DateFieldInput.Of(day, reader.Preferences.Calendar)
        : new DateFieldInput("", "", "", reader.Preferences.Calendar);

    private List<IReadOnlyList<FormFieldView>> Rows(FormField field, string name, object? value, Context context)
    {
        var filled = (value as IEnumerable<object?> ?? [])
            .OfType<IReadOnlyDictionary<string, object?>>()
            .Where(row => row.Values.Any(v => PlainValue.Text(v).Length > 0));
        var blank = Enumerable.Repeat(new Dictionary<string, object?>(), BlankRows);
        return
        [
            .. filled
                .Concat(blank)
                .Select((row, i) => field.Columns.Select(c => Field(c, $"{name}[{i}].", row, context)).ToList()),
        ];
    }

    private string? Condition(FormField field, FormDefinition form)
    {
        if (field.VisibleWhen is not { } condition || form.Field(condition.Field) is not { } other)
        {
            return null;
        }

        var answer = other.Options.FirstOrDefault(o => o.Value == condition.EqualTo) is { } option
            ? Say(option.Label)
            : condition.EqualTo switch
            {
                "true" => texts["Form.Yes"].Value,
                "false" => texts["Form.No"].Value,
                _ => condition.EqualTo,
            };
        return texts["Form.OnlyIf", Say(other.Label), answer];
    }

    private string Say(LocalText text) => text.In(reader.Preferences.Language);

    private sealed record Context(
        IReadOnlyList<FieldProblem> Problems,
        IFormCollection? Posted,
        IReadOnlySet<string>? OnFile,
        FormDefinition Form
    );
}
