using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Waiting;

/// <summary><c>Elsa.PublishEvent</c>: sends an event, to this instance only when it is local. It is delivered after the burst.</summary>
public sealed class PublishEvent : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type(
            "Elsa.PublishEvent",
            "Waiting",
            Describe.Text("EventName").Required(),
            Describe.Text("CorrelationId"),
            Describe.Flag("IsLocalEvent"),
            Describe.Any("Payload")
        );

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        context.Text("eventName") is { } name
            ? Done(
                new Change.Publish(
                    name,
                    context.Input("payload"),
                    context.Flag("isLocalEvent"),
                    context.Text("correlationId")
                )
            )
            : new ActivityResult.Faulting("input.missing", "The event has no name.");
}
