namespace CaseFlow.Host.Ui;

public enum FieldKind
{
    Text,
    Multiline,
    Number,
    Money,

    /// <summary>Day, month, year and calendar; read with <see cref="DateFieldInput"/>.</summary>
    Date,
    Choice,
    MultiChoice,
    YesNo,
    File,
    Email,
    Phone,
    NationalId,
}

public sealed record FieldOption(string Value, string Label, string? Hint = null);

/// <summary>
/// A field of a data-driven form, ready to show; draw with <c>&lt;partial name="_FormField" model="field" /&gt;</c>.
/// </summary>
/// <param name="Name">Name in the posted form. A date posts <c>{name}.day .month .year .calendar</c>.</param>
public sealed record FormFieldView(string Name, FieldKind Kind, string Label)
{
    public string? Help { get; init; }

    public bool Required { get; init; }

    /// <summary>Why this is asked, in one sentence.</summary>
    public string? Why { get; init; }

    /// <summary>The clause that asks for it.</summary>
    public string? WhyClause { get; init; }

    public string? Error { get; init; }

    public string? Value { get; init; }

    /// <summary>What was chosen in a multiple choice.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What stands in the parts of a date, valid or not.</summary>
    public DateFieldInput? Date { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    public int? MaxLength { get; init; }

    /// <summary>For files: the <c>accept</c> list.</summary>
    public string? Accept { get; init; }

    /// <summary>For files: what is there already.</summary>
    public string? FileName { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>Filled in from what is on file; the reader is told so.</summary>
    public bool OnFile { get; init; }

    public string Id => "field-" + Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    public string? DescribedBy =>
        string.Join(
            ' ',
            new[] { Help is null ? null : $"{Id}-help", Error is null ? null : $"{Id}-error" }.OfType<string>()
        )
            is { Length: > 0 } ids
            ? ids
            : null;

    /// <summary>Several controls under one question need a fieldset and legend.</summary>
    public bool IsGroup =>
        Kind is FieldKind.Date or FieldKind.Choice or FieldKind.MultiChoice or FieldKind.YesNo && !IsSelect;

    /// <summary>Long lists of choices become a drop-down.</summary>
    public bool IsSelect => Kind == FieldKind.Choice && Options.Count > 6;
}

/// <summary>The problems of a form, each leading to its field; draw with <c>&lt;partial name="_ErrorSummary" /&gt;</c>.</summary>
public sealed record ErrorSummaryView(IReadOnlyList<FieldProblem> Problems)
{
    public static ErrorSummaryView Of(IEnumerable<FormFieldView> fields) =>
        new([.. fields.Where(f => f.Error is not null).Select(f => new FieldProblem(f.Id, f.Error!))]);
}

/// <param name="FieldId">Id of the control; null for a problem of the whole form.</param>
public sealed record FieldProblem(string? FieldId, string Text);
