using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Waiting;

/// <summary><c>Elsa.Timer</c>: waits once for an interval, a minute if none is written; as a trigger it starts the workflow again and again.</summary>
public sealed class Timer : Activity
{
    /// <summary>The interval when none is written.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Timer", "Waiting", Describe.Span("Interval") with { Default = Default }) with
        {
            IsTrigger = true,
        };

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        context.TakeTrigger()
            ? Done()
            : new ActivityResult.Waiting
            {
                Changes =
                [
                    new Change.StartTimer("due", context.In(context.Span("interval") ?? Default), TimerKind.Delay),
                ],
            };

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with) => Done();
}
