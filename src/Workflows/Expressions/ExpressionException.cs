namespace CaseFlow.Workflows.Expressions;

/// <summary>An expression failed while it ran: an error of its author, a limit reached, or a value that does not fit.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Creates the error at a place in the text, lines and columns counted from 1; 0 when no place is known.</summary>
    public ExpressionException(string message, int line = 0, int column = 0)
        : base(message)
    {
        Line = line;
        Column = column;
    }

    /// <summary>Line from 1; 0 when unknown.</summary>
    public int Line { get; }

    /// <summary>Column from 1; 0 when unknown.</summary>
    public int Column { get; }

    /// <summary>One word for the kind of failure, e.g. <c>no-value</c>, for pages that say it in the reader's language; null when none was given.</summary>
    public string? Reason { get; init; }
}
