using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>A part of a document, ready to show.</summary>
public abstract record PartView
{
    /// <summary>Name of the control on whose value it depends whether this is of use.</summary>
    public string? When { get; init; }

    /// <summary>The values with which it is, with blanks between.</summary>
    public string? In { get; init; }

    /// <summary>The same in words, for readers without a script.</summary>
    public string? OnlyFor { get; init; }
}

/// <summary>One control, or two beside each other for the two languages of a text.</summary>
public sealed record FieldsView(IReadOnlyList<FormFieldView> Fields) : PartView;

/// <summary>Something that is so or not.</summary>
public sealed record FlagView(string Name, string Label, string? Help, bool IsSet, bool ReadOnly) : PartView
{
    public string Id => FormFieldView.IdOf(Name);
}

/// <summary>Parts that belong together.</summary>
public sealed record GroupView(string Legend, string? Help, IReadOnlyList<PartView> Parts) : PartView;

/// <summary>A list of things, each with parts of its own.</summary>
/// <param name="Add">Words on the button that adds one; null when no more may be added.</param>
/// <param name="IsTouched">Whether the reader has just emptied it.</param>
public sealed record ListView(
    string Path,
    string Title,
    string? Help,
    string? Error,
    string? Add,
    bool IsTouched,
    bool ReadOnly,
    IReadOnlyList<ItemView> Items
) : PartView
{
    public string Id => FormFieldView.IdOf(Path);
}

/// <param name="Title">What it is called; null for a new one.</param>
/// <param name="Key">What the system calls it.</param>
/// <param name="Kind">A word on what it is.</param>
/// <param name="Problems">How many things are wrong with it.</param>
/// <param name="IsTouched">Whether the reader has just added or moved it.</param>
public sealed record ItemView(
    string Path,
    int Number,
    string? Title,
    string Key,
    string? Kind,
    int Problems,
    bool IsOpen,
    bool IsTouched,
    bool IsLast,
    IReadOnlyList<PartView> Parts
)
{
    public string Id => FormFieldView.IdOf(Path);
}
