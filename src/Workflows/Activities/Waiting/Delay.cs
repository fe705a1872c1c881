using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Waiting;

/// <summary><c>Elsa.Delay</c>: waits for a length of elapsed time, a minute if none is written; none or less is done at once.</summary>
public sealed class Delay : Activity
{
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Delay", "Waiting", Describe.Span("TimeSpan") with { Default = Default });

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        new ActivityResult.Waiting
        {
            Changes = [new Change.StartTimer("due", context.In(context.Span("timeSpan") ?? Default), TimerKind.Delay)],
        };

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with) => Done();
}
