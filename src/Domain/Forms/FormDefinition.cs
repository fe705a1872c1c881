namespace CaseFlow.Domain.Forms;

/// <summary>The fields that one task or request asks for. A published version never changes (P47).</summary>
/// <param name="Key">Name of the form, unique among forms.</param>
/// <param name="Version">Counts from 1.</param>
/// <param name="Title">Heading shown above the form.</param>
/// <param name="Clause">The clause that the form serves, e.g. <c>P52</c>.</param>
/// <param name="Fields">In the order in which they are asked.</param>
public sealed record FormDefinition(
    string Key,
    int Version,
    LocalText Title,
    string? Clause = null,
    IReadOnlyList<FormField>? Fields = null
)
{
    /// <summary>In the order in which they are asked; never null.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = Fields ?? [];

    /// <summary>The field with that key, or null.</summary>
    public FormField? Field(string key) => Fields.FirstOrDefault(f => f.Key == key);
}

/// <summary>One question of a form.</summary>
/// <param name="Key">Name of the fact it yields, unique in the form.</param>
/// <param name="Type">What kind of answer is taken.</param>
/// <param name="Label">The question.</param>
/// <param name="Help">Why it is asked or how to answer.</param>
/// <param name="Required">Whether an answer is needed while the field is visible.</param>
/// <param name="Clause">The clause that allows asking.</param>
/// <param name="Options">The answers to choose from, for choice fields.</param>
/// <param name="Min">Smallest number, or fewest choices or rows.</param>
/// <param name="Max">Largest number, or most choices or rows.</param>
/// <param name="MaxLength">Longest text in characters; 500 for a line and 4000 for a text when null.</param>
/// <param name="Pattern">Regular expression that the whole text must match.</param>
/// <param name="VisibleWhen">When given, the field is asked only while it holds; a hidden field has no answer.</param>
/// <param name="Columns">The fields of each row, for <see cref="FieldType.Rows"/>.</param>
/// <param name="Prefill">Whether what is on file is filled in (P20).</param>
public sealed record FormField(
    string Key,
    FieldType Type,
    LocalText Label,
    LocalText? Help = null,
    bool Required = false,
    string? Clause = null,
    IReadOnlyList<FieldOption>? Options = null,
    decimal? Min = null,
    decimal? Max = null,
    int? MaxLength = null,
    string? Pattern = null,
    FieldCondition? VisibleWhen = null,
    IReadOnlyList<FormField>? Columns = null,
    bool Prefill = false
)
{
    /// <summary>The answers to choose from; never null.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = Options ?? [];

    /// <summary>The fields of each row; never null.</summary>
    public IReadOnlyList<FormField> Columns { get; init; } = Columns ?? [];
}

/// <summary>One answer to choose.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What is shown.</param>
public sealed record FieldOption(string Value, LocalText Label);

/// <summary>The kinds of answer and the plain value that each becomes.</summary>
public enum FieldType
{
    /// <summary>One line; a string.</summary>
    Text,

    /// <summary>Several lines; a string.</summary>
    Multiline,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount in riyals with at most two decimals; a decimal number.</summary>
    Money,

    /// <summary>A civil day; a <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>One of the options; a string.</summary>
    Choice,

    /// <summary>Some of the options; a list of strings.</summary>
    Choices,

    /// <summary>A boolean.</summary>
    YesNo,

    /// <summary>The id of an uploaded document; a string.</summary>
    File,

    /// <summary>An e-mail address; a string.</summary>
    Email,

    /// <summary>A Saudi mobile number in the form <c>+9665xxxxxxxx</c>; a string.</summary>
    Phone,

    /// <summary>A Saudi national or resident id of ten digits; a string.</summary>
    NationalId,

    /// <summary>A table; a list of dictionaries by column key.</summary>
    Rows,
}
