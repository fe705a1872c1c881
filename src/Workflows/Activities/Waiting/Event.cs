using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Waiting;

/// <summary>
/// <c>Elsa.Event</c>: waits for an event by name. The result is its payload, an empty object if there was none; when somebody caused the
/// event, the result is an object that also tells who, as <c>by</c>.
/// </summary>
public sealed class Event : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("Elsa.Event", "Waiting", Describe.Text("EventName").Required())
            .Yielding(Describe.Out("Result")) with
        {
            IsTrigger = true,
        };

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        if (context.Text("eventName") is not { } name)
        {
            return new ActivityResult.Faulting("input.missing", "The event has no name.");
        }
        if (context.TakeTrigger())
        {
            var cause = context.EventNamed(name);
            return Done(new Change.PutOut("result", Result(cause?.Payload, cause?.By)));
        }
        return new ActivityResult.Waiting { Changes = [new Change.WaitForEvent("event", name)] };
    }

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with) =>
        with is Resumption.EventCame came
            ? Done(new Change.PutOut("result", Result(came.Payload, came.By)))
            : throw new NotSupportedException("An event waits for nothing else.");

    private static object Result(object? payload, Actor? by)
    {
        if (by is null)
        {
            return payload ?? new Dictionary<string, object?>();
        }
        var result =
            payload is IReadOnlyDictionary<string, object?> members ? members.ToDictionary()
            : payload is null ? []
            : new Dictionary<string, object?> { ["payload"] = payload };
        result["by"] = new Dictionary<string, object?>
        {
            ["userId"] = by.UserId,
            ["name"] = by.Name,
            ["nameEnglish"] = by.NameEnglish,
            ["partyId"] = by.PartyId,
        };
        return result;
    }
}
