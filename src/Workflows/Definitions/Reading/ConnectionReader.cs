using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>
/// Reads a flowchart's connections in every shape: nested, flat (<c>source</c>, <c>sourcePort</c>), Pascal case, a single object, or a list
/// inside <c>$values</c>.
/// </summary>
internal sealed class ConnectionReader(DocumentPlaces places, ProblemList problems)
{
    // Telling loops from forward connections is quadratic; nobody draws such a chart, but somebody may send one.
    private const int MostConnections = 10_000;

    public IReadOnlyList<FlowConnection> Read(ActivityNode flowchart, IReadOnlyList<ActivityNode> activities)
    {
        var byId = new Dictionary<string, ActivityNode>(StringComparer.Ordinal);
        foreach (var activity in activities)
        {
            byId.TryAdd(activity.Id, activity);
        }
        var written = Written(flowchart.Raw["connections"]);
        if (written is null)
        {
            Problem("definition.wrong-kind", ProblemSeverity.Error, flowchart, flowchart.Raw["connections"]);
            return [];
        }
        if (written.Count > MostConnections)
        {
            Problem("flowchart.too-large", ProblemSeverity.Error, flowchart, flowchart.Raw["connections"]);
            return [];
        }
        // One that is written twice is one: else its target would run twice.
        return
        [
            .. written
                .Select((item, index) => Connection(flowchart, item, index, byId))
                .OfType<FlowConnection>()
                .DistinctBy(c => (c.Source.Id, c.SourcePort, c.Target.Id, c.TargetPort)),
        ];
    }

    /// <summary>The connections as a list; null when they are of no known shape.</summary>
    public static IReadOnlyList<JsonNode?>? Written(JsonNode? node) =>
        Wrappers.Values(node) switch
        {
            null => [],
            JsonArray list => [.. list],
            JsonObject single => [single],
            _ => null,
        };

    /// <summary>One end of a written connection, whatever its shape.</summary>
    public static (string? Activity, string? Port) End(JsonObject connection, string end) =>
        connection.AnyCase(end) switch
        {
            JsonObject nested => (nested.AnyCase("activity").AsText(), nested.AnyCase("port").AsText()),
            var flat => (flat.AsText(), connection.AnyCase(end + "Port").AsText()),
        };

    private FlowConnection? Connection(
        ActivityNode flowchart,
        JsonNode? item,
        int index,
        Dictionary<string, ActivityNode> byId
    )
    {
        if (item is not JsonObject json)
        {
            // Elsa passes over an entry that is nothing.
            var severity = item is null ? ProblemSeverity.Warning : ProblemSeverity.Error;
            Problem("definition.wrong-kind", severity, flowchart, item);
            return null;
        }
        var (sourceId, sourcePort) = End(json, "source");
        var (targetId, targetPort) = End(json, "target");
        if (
            byId.TryGetValue(sourceId ?? "", out var source)
            && byId.TryGetValue(targetId ?? "", out var target)
            && source.Id.Length > 0
        )
        {
            return new FlowConnection(index, source, sourcePort, target, targetPort);
        }
        Problem(
            "connection.endpoint-unknown",
            ProblemSeverity.Warning,
            flowchart,
            item,
            ("source", sourceId),
            ("target", targetId)
        );
        return null;
    }

    private void Problem(
        string code,
        ProblemSeverity severity,
        ActivityNode flowchart,
        JsonNode? at,
        params (string Name, object? Value)[] facts
    ) => problems.Add(code, severity, flowchart.Id, $"Connections of '{flowchart.Id}': {code}.", places.Of(at), facts);
}
