using System.Text.Json.Nodes;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>What one member of a document's JSON is, as far as an editor has to know.</summary>
public enum PartKind
{
    /// <summary>Set by the editor itself: the key, the number of the version.</summary>
    Fixed,

    /// <summary>A text that is not for readers: a key, a pattern.</summary>
    Code,

    /// <summary>A text in both languages.</summary>
    Local,
    Number,

    /// <summary>True, or else absent or false.</summary>
    Flag,

    /// <summary>A text out of a list.</summary>
    Choice,

    /// <summary>A list of texts out of a list.</summary>
    Choices,

    /// <summary>A day, which is typed in either calendar.</summary>
    Day,

    /// <summary>An object with parts of its own.</summary>
    Group,

    /// <summary>A list of objects with parts of their own.</summary>
    List,
}

/// <summary>
/// One member of a document's JSON: how it is typed, shown and written. The parts of a document together are all that an editor knows
/// of its kind; whether what is typed makes sense is for the gate to say.
/// </summary>
/// <param name="Name">Name of the member.</param>
public sealed record Part(string Name, PartKind Kind)
{
    /// <summary>Key of its words among the texts.</summary>
    public string Label { get; init; } = Name;

    public bool Required { get; init; }

    public int MaxLength { get; init; } = 200;

    /// <summary>A text of several lines.</summary>
    public bool Lines { get; init; }

    /// <summary>A number with decimals.</summary>
    public bool Decimals { get; init; }

    /// <summary>Written also when it is false or empty.</summary>
    public bool Always { get; init; }

    /// <summary>Id of the page's list of what is usually typed here.</summary>
    public string? Suggestions { get; init; }

    /// <summary>Which list its values are chosen from.</summary>
    public string Source { get; init; } = "";

    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>How many items a list may have.</summary>
    public int Most { get; init; } = 100;

    /// <summary>Member beside it on whose value it depends whether it is of use.</summary>
    public string? When { get; init; }

    /// <summary>The values of that member with which it is.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>What a new item of the list begins with.</summary>
    public Func<JsonObject> New { get; init; } = () => [];

    /// <summary>The text of an item that it is called by; the first one when null.</summary>
    public string? Title { get; init; }

    /// <summary>The member whose text names an item of the list.</summary>
    public string ItemKey { get; init; } = "key";
}
