using CaseFlow.Domain.Forms;

namespace CaseFlow.Host.Ui;

/// <summary>One answer to choose from.</summary>
public sealed record ChoiceView(string Value, string Label, string? Hint = null);

/// <summary>
/// A field of a data-driven form, ready to show; draw with <c>&lt;partial name="_FormField" model="field" /&gt;</c>.
/// </summary>
/// <param name="Name">Name in the posted form. A date posts <c>{name}.day .month .year .calendar</c>.</param>
public sealed record FormFieldView(string Name, FieldType Kind, string Label)
{
    public string? Help { get; init; }

    public bool Required { get; init; }

    /// <summary>Why this is asked, in one sentence.</summary>
    public string? Why { get; init; }

    /// <summary>The clause that asks for it.</summary>
    public string? WhyClause { get; init; }

    /// <summary>Words before that clause, where it is not one that allows asking.</summary>
    public string? ClauseNote { get; init; }

    public string? Error { get; init; }

    public string? Value { get; init; }

    /// <summary>What was chosen where several may be.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What stands in the parts of a date, valid or not.</summary>
    public DateFieldInput? Date { get; init; }

    public IReadOnlyList<ChoiceView> Options { get; init; } = [];

    /// <summary>For tables: the fields of each row, blank rows for more included.</summary>
    public IReadOnlyList<IReadOnlyList<FormFieldView>> Rows { get; init; } = [];

    public int? MaxLength { get; init; }

    /// <summary>The language in which a text is to be written, when it is not the reader's: <c>ar</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>A key, a pattern or the like: it runs from left to right whatever the page does.</summary>
    public bool IsCode { get; init; }

    /// <summary>Id of a <c>datalist</c> on the page with what is usually typed here.</summary>
    public string? Suggestions { get; init; }

    /// <summary>What a number counts, said behind the field.</summary>
    public string? Unit { get; init; }

    /// <summary>For files: the <c>accept</c> list.</summary>
    public string? Accept { get; init; }

    /// <summary>For files: what is there already.</summary>
    public string? FileName { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>Filled in from what is on file; the reader is told so.</summary>
    public bool OnFile { get; init; }

    /// <summary>"Only if …", for a field that is asked under a condition; without a script it is always shown.</summary>
    public string? Condition { get; init; }

    public string Id => IdOf(Name);

    public string? DescribedBy
    {
        get
        {
            string?[] ids = [Help is null ? null : $"{Id}-help", Error is null ? null : $"{Id}-error"];
            var known = string.Join(' ', ids.OfType<string>());
            return known.Length == 0 ? null : known;
        }
    }

    /// <summary>Several controls under one question need a fieldset and legend.</summary>
    public bool IsGroup =>
        Kind is FieldType.Date or FieldType.Choices or FieldType.YesNo or FieldType.Rows
        || (Kind == FieldType.Choice && !IsSelect);

    /// <summary>Choices that take no more room than one line.</summary>
    public bool IsCompact { get; init; }

    /// <summary>Long lists of choices become a drop-down.</summary>
    public bool IsSelect => Kind == FieldType.Choice && (IsCompact || Options.Count > 6);

    /// <summary>The id of the control with that name, where links of an error summary lead.</summary>
    public static string IdOf(string name) =>
        "field-" + name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}

/// <summary>The problems of a form, each leading to its field; draw with <c>&lt;partial name="_ErrorSummary" /&gt;</c>.</summary>
public sealed record ErrorSummaryView(IReadOnlyList<ProblemView> Problems)
{
    public static ErrorSummaryView Of(IEnumerable<FormFieldView> fields) =>
        new([
            .. fields
                .SelectMany(f => f.Rows.SelectMany(row => row).Prepend(f))
                .Where(f => f.Error is not null)
                .Select(f => new ProblemView(f.Id, $"{f.Label}: {f.Error}")),
        ]);
}

/// <param name="FieldId">Id of the control; null for a problem of the whole form.</param>
public sealed record ProblemView(string? FieldId, string Text);
