using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Workflows.Simulation;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Trial;

/// <summary>How a run is told: for people, or as one JSON object.</summary>
internal static class RunReport
{
    // For a shell, not for a page: Arabic and quotes stay readable.
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Json(TrialResult result) =>
        new JsonObject
        {
            ["lines"] = new JsonArray([.. result.Lines.Select(l => JsonValue.Create(l))]),
            ["status"] = result.Status.ToString(),
            ["subStatus"] = result.SubStatus.ToString(),
            ["outputs"] = Plain(result.Outputs),
            ["waits"] = new JsonArray([.. result.Waits.Select(Json)]),
            ["incidents"] = new JsonArray([.. result.Incidents.Select(Json)]),
        }.ToJsonString(Readable);

    private static JsonObject Json(TrialWait wait) =>
        new()
        {
            ["kind"] = wait.Kind,
            ["name"] = wait.Name,
            ["activityId"] = wait.ActivityId,
            ["activityName"] = wait.ActivityName,
            ["activityType"] = wait.ActivityType,
            ["dueAt"] = Plain(wait.DueAt),
            ["outcomes"] = Plain(wait.Outcomes),
            ["definitionId"] = wait.DefinitionId,
            ["instanceId"] = wait.InstanceId,
        };

    private static JsonObject Json(TrialIncident incident) =>
        new()
        {
            ["code"] = incident.Code,
            ["message"] = incident.Message,
            ["activityId"] = incident.ActivityId,
            ["activityName"] = incident.ActivityName,
            ["activityType"] = incident.ActivityType,
            ["definitionId"] = incident.DefinitionId,
            ["instanceId"] = incident.InstanceId,
            ["at"] = Plain(incident.At),
        };

    private static JsonNode? Plain(object? value) => JsonNode.Parse(PlainJson.ToJson(value));

    public static string Text(TrialResult result) =>
        string.Join(
            '\n',
            [
                .. result.Lines,
                $"Status: {result.Status}",
                $"Sub-status: {result.SubStatus}",
                .. result.Outputs.Select(o => $"Output {o.Key}: {PlainJson.ToJson(o.Value)}"),
                .. result.Waits.Select(w => $"Waits: {Sentence(w)}"),
                .. result.Incidents.Select(i => $"Incident: {Sentence(i)}"),
            ]
        );

    public static string Unused(TrialNews news) =>
        news switch
        {
            TrialNews.Event e => $"Nothing waited for the event {e.Name}.",
            TrialNews.TaskDone task => $"No open task is named {task.Task}.",
            _ => news.ToString(),
        };

    private static string Sentence(TrialWait wait)
    {
        var due = wait.DueAt is { } at ? $"due {at:u}" : null;
        var what = string.Join(' ', new[] { wait.Kind, wait.Name, due }.Where(t => t is not null));
        var ends = wait.Outcomes.Count > 1 ? $", outcomes {string.Join(", ", wait.Outcomes)}" : "";
        return $"{what} ({wait.ActivityType} {wait.ActivityId}{ends})";
    }

    private static string Sentence(TrialIncident incident) =>
        incident.ActivityId is null
            ? $"{incident.Message} ({incident.Code})"
            : $"{incident.Message} ({incident.Code}, {incident.ActivityType} {incident.ActivityId})";
}
