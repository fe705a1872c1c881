namespace CaseFlow.Workflows.Execution;

/// <summary>A request to another system.</summary>
/// <param name="Method">Upper case, e.g. <c>POST</c>.</param>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Headers">A text or a list of texts by name.</param>
/// <param name="Content">The body; null for none.</param>
/// <param name="ContentType">Media type of the body.</param>
public sealed record HttpCall(
    string Method,
    string Url,
    IReadOnlyDictionary<string, object?> Headers,
    string? Content,
    string? ContentType
);

/// <summary>How a request ended.</summary>
/// <param name="End">Whether there was an answer at all.</param>
/// <param name="Status">Status code; 0 without an answer.</param>
/// <param name="Content">Plain value of a JSON body, else its text; null for none.</param>
/// <param name="Headers">Lists of texts by name.</param>
public sealed record CallAnswer(CallEnd End, long Status, object? Content, IReadOnlyDictionary<string, object?> Headers)
{
    /// <summary>There was no answer.</summary>
    public static CallAnswer None(CallEnd end) => new(end, 0, null, InstanceState.Nothing);
}

/// <summary>Whether a request was answered.</summary>
public enum CallEnd
{
    /// <summary>With any status.</summary>
    Answered,

    /// <summary>The other system could not be reached.</summary>
    Unreachable,

    /// <summary>It did not answer in time.</summary>
    TimedOut,
}
