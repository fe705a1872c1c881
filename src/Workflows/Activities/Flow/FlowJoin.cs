using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary>
/// <c>Elsa.FlowJoin</c>: brings ways together. When it runs, whatever is still open on the ways that lead to it is cancelled.
/// </summary>
public sealed class FlowJoin : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.FlowJoin", "Flow", Describe.Choice("Mode", Enum.GetNames<JoinMode>()));

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Done(new Change.CancelAncestors());

    /// <summary>Reads a mode; nothing written means <see cref="JoinMode.WaitAny"/>.</summary>
    /// <exception cref="FaultException">The text is no mode.</exception>
    internal static JoinMode Parse(object? mode) =>
        mode is null ? JoinMode.WaitAny
        : Enum.TryParse<JoinMode>(mode as string, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
        : throw new FaultException("flow.unknown-join-mode", $"{mode} is no join mode.");
}

/// <summary>When a join runs.</summary>
public enum JoinMode
{
    /// <summary>As soon as one way is followed.</summary>
    WaitAny,

    /// <summary>When every way was passed and all were followed.</summary>
    WaitAll,

    /// <summary>When every way was passed and at least one was followed; what every other activity does as well.</summary>
    WaitAllActive,
}
