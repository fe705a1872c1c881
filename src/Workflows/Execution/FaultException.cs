namespace CaseFlow.Workflows.Execution;

/// <summary>An activity or the flow around it cannot go on: becomes an <see cref="Incident"/>.</summary>
/// <param name="code">Stable and dotted, e.g. <c>flow.invalid-backward-connection</c>.</param>
/// <param name="message">For the log, English.</param>
public sealed class FaultException(string code, string message) : Exception(message)
{
    /// <summary>Stable and dotted.</summary>
    public string Code { get; } = code;
}
