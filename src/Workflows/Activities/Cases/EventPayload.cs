namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>What the latest event of a name told.</summary>
internal static class EventPayload
{
    /// <summary>A text member of the payload; null when there is none or it is blank.</summary>
    public static string? Text(ActivityContext context, string eventName, string member) =>
        context.EventNamed(eventName)?.Payload is IReadOnlyDictionary<string, object?> payload
        && payload.GetValueOrDefault(member) is string text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;
}
