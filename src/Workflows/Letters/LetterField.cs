namespace CaseFlow.Workflows.Letters;

/// <summary>What a field of a letter holds.</summary>
public enum LetterFieldKind
{
    /// <summary>Text in the letter's language, or a number or code written as text.</summary>
    Text,

    /// <summary>A moment (<see cref="DateTimeOffset"/>), or a day as <c>yyyy-MM-dd</c>.</summary>
    Moment,

    /// <summary>A number.</summary>
    Number,

    /// <summary>HTML made by a template of ours; given by the rendering, never by the caller.</summary>
    Markup,

    /// <summary>An object with fields of its own.</summary>
    Group,

    /// <summary>A list of objects with the same fields.</summary>
    List,
}

/// <summary>A field that letters may mention.</summary>
/// <param name="Name">Camel case, as templates write it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">False: it may be null, and a template has to ask before it prints it.</param>
/// <param name="Fields">The fields of an object, or of each item of a list; empty otherwise.</param>
public sealed record LetterField(string Name, LetterFieldKind Kind, bool Required, IReadOnlyList<LetterField> Fields);
