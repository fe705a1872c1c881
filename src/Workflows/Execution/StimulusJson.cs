using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Execution;

/// <summary>Stimuli as text, for incidents: what could not be carried out is kept, to be delivered again on retry.</summary>
/// <remarks>Only stimuli from outside are kept; answers of the domain belong to their burst and are asked anew.</remarks>
public static class StimulusJson
{
    /// <summary>The text of a stimulus.</summary>
    /// <exception cref="ArgumentException">An answer or a refusal of the domain.</exception>
    public static string Write(Stimulus stimulus) =>
        PlainJson.Write(
            stimulus switch
            {
                Stimulus.Started s => Map(
                    ("kind", "started"),
                    ("instance", s.InstanceId),
                    ("input", s.Input),
                    ("trigger", s.StartActivityId),
                    ("event", s.Event is null ? null : Of(s.Event)),
                    ("correlation", s.CorrelationId)
                ),
                Stimulus.TaskCompleted s => Map(
                    ("kind", "task"),
                    ("task", s.TaskId),
                    ("outcome", s.Outcome),
                    ("data", s.Data),
                    ("by", Of(s.By))
                ),
                Stimulus.TimerDue s => Map(("kind", "timer"), ("timer", s.TimerId)),
                Stimulus.EventReceived s => Of(s),
                Stimulus.ChildReported s => Map(
                    ("kind", "child"),
                    ("child", s.ChildId),
                    ("status", s.SubStatus.ToString()),
                    ("output", s.Output)
                ),
                Stimulus.CallAnswered s => Map(
                    ("kind", "call"),
                    ("call", s.CallId),
                    ("end", s.Answer.End.ToString()),
                    ("status", s.Answer.Status),
                    ("content", s.Answer.Content),
                    ("headers", s.Answer.Headers)
                ),
                Stimulus.Retried s => Map(("kind", "retry"), ("node", s.NodeId), ("execution", s.ExecutionId)),
                Stimulus.Cancelled s => Map(("kind", "cancel"), ("reason", s.Reason), ("by", Of(s.By))),
                _ => throw new ArgumentException($"{stimulus.GetType().Name} is not kept.", nameof(stimulus)),
            }
        );

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no stimulus.</exception>
    public static Stimulus Read(string json)
    {
        var text =
            PlainJson.Read(json) as IReadOnlyDictionary<string, object?> ?? throw new FormatException("No stimulus.");
        return Text(text, "kind") switch
        {
            "started" => new Stimulus.Started(
                Text(text, "instance"),
                Members(text, "input"),
                text.GetValueOrDefault("trigger") as string
            )
            {
                Event = text.GetValueOrDefault("event") is null ? null : Event(Members(text, "event")),
                CorrelationId = text.GetValueOrDefault("correlation") as string,
            },
            "task" => new Stimulus.TaskCompleted(
                Text(text, "task"),
                Text(text, "outcome"),
                Members(text, "data"),
                Person(Members(text, "by"))
            ),
            "timer" => new Stimulus.TimerDue(Text(text, "timer")),
            "event" => Event(text),
            "child" => new Stimulus.ChildReported(
                Text(text, "child"),
                Enum.Parse<InstanceSubStatus>(Text(text, "status")),
                Members(text, "output")
            ),
            "call" => new Stimulus.CallAnswered(
                Text(text, "call"),
                new CallAnswer(
                    Enum.Parse<CallEnd>(Text(text, "end")),
                    text.GetValueOrDefault("status") as long? ?? 0,
                    text.GetValueOrDefault("content"),
                    Members(text, "headers")
                )
            ),
            "retry" => new Stimulus.Retried(Text(text, "node"), Text(text, "execution")),
            "cancel" => new Stimulus.Cancelled(Text(text, "reason"), Person(Members(text, "by"))),
            var other => throw new FormatException($"There is no stimulus of kind {other}."),
        };
    }

    private static Dictionary<string, object?> Of(Stimulus.EventReceived received) =>
        Map(
            ("kind", "event"),
            ("name", received.Name),
            ("payload", received.Payload),
            ("by", received.By is null ? null : Of(received.By)),
            ("correlation", received.CorrelationId)
        );

    private static Stimulus.EventReceived Event(IReadOnlyDictionary<string, object?> text) =>
        new(
            Text(text, "name"),
            text.GetValueOrDefault("payload"),
            text.GetValueOrDefault("by") is null ? null : Person(Members(text, "by"))
        )
        {
            CorrelationId = text.GetValueOrDefault("correlation") as string,
        };

    private static Dictionary<string, object?> Of(Actor by) =>
        Map(
            ("id", by.UserId),
            ("name", by.Name),
            ("nameEnglish", by.NameEnglish),
            ("roles", by.Roles.Order(StringComparer.Ordinal).ToList<object?>()),
            ("party", by.PartyId)
        );

    private static Actor Person(IReadOnlyDictionary<string, object?> by) =>
        new(
            Text(by, "id"),
            Text(by, "name"),
            by.GetValueOrDefault("nameEnglish") as string,
            ((IReadOnlyList<object?>)by["roles"]!).OfType<string>().ToHashSet(StringComparer.Ordinal),
            by.GetValueOrDefault("party") as string
        );

    private static string Text(IReadOnlyDictionary<string, object?> members, string name) =>
        members.GetValueOrDefault(name) as string ?? throw new FormatException($"The stimulus lacks {name}.");

    private static IReadOnlyDictionary<string, object?> Members(
        IReadOnlyDictionary<string, object?> members,
        string name
    ) =>
        members.GetValueOrDefault(name) as IReadOnlyDictionary<string, object?>
        ?? throw new FormatException($"The stimulus lacks {name}.");

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] members) =>
        members.ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);
}
