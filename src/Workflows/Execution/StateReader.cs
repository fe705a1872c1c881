using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CaseFlow.Workflows.Execution;

/// <summary>Reads what <see cref="StateWriter"/> wrote. Each method begins on the first token of a value and ends on its last.</summary>
/// <param name="text">The whole document in UTF-8. Maps that nobody has looked into yet stay parts of it.</param>
internal readonly struct StateReader(ReadOnlyMemory<byte> text)
{
    /// <summary>Characters of the longest name of a member; what is longer is none of ours.</summary>
    public const int LongestName = 32;

    /// <returns>Null when the text is well-formed but holds no state.</returns>
    /// <exception cref="FormatException">A member that every state has is missing.</exception>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A member is of another kind than was written.</exception>
    public InstanceState? Document()
    {
        var json = new Utf8JsonReader(text.Span, InstanceStateJson.Reading);
        InstanceState? state = null;
        json.Read();
        while (NextMember(ref json))
        {
            var isState = json.ValueTextEquals("state"u8);
            json.Read();
            if (isState && json.TokenType == JsonTokenType.StartObject)
            {
                state = new InstanceState(this, ref json);
            }
            else
            {
                json.Skip();
            }
        }
        json.Read();
        return state;
    }

    /// <summary>From the start of an object or from the end of a value to the next name; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Copies the name the reader stands on, and goes on to its value.</summary>
    /// <returns>Its length; 0 when it is too long to be one of ours.</returns>
    public static int Member(ref Utf8JsonReader json, scoped Span<char> room)
    {
        var length = json.ValueSpan.Length <= room.Length ? json.CopyString(room) : 0;
        json.Read();
        return length;
    }

    /// <summary>A map of plain values, left as text until somebody looks into it.</summary>
    public IReadOnlyDictionary<string, object?> Map(ref Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        Require(json.TokenType, JsonTokenType.StartObject);
        json.Skip();
        var length = (int)json.BytesConsumed - start;
        return length == "{}".Length ? InstanceState.Nothing : new StoredMap(text.Slice(start, length));
    }

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Maps(ref Utf8JsonReader json)
    {
        var maps = new Dictionary<string, IReadOnlyDictionary<string, object?>>(StringComparer.Ordinal);
        Require(json.TokenType, JsonTokenType.StartObject);
        while (NextMember(ref json))
        {
            var key = json.GetString()!;
            json.Read();
            maps[key] = Map(ref json);
        }
        return maps;
    }

    public List<ActivityExecution> Executions(ref Utf8JsonReader json)
    {
        var executions = new List<ActivityExecution>();
        Require(json.TokenType, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            executions.Add(new ActivityExecution(this, ref json));
        }
        return executions;
    }

    public static ActivityState? State(ref Utf8JsonReader json)
    {
        var ahead = json;
        if (
            NextMember(ref ahead)
            && ahead.ValueTextEquals("$type"u8)
            && ahead.Read()
            && ahead.ValueTextEquals("flow"u8)
        )
        {
            json = ahead;
            return Flow(ref json);
        }
        return Other(ref json, StateJsonContext.Default.ActivityState);
    }

    private static FlowScope Flow(ref Utf8JsonReader json)
    {
        string? start = null;
        Dictionary<string, long> visits = [];
        Dictionary<string, long> passed = [];
        List<string> followed = [];
        Span<char> room = stackalloc char[LongestName];
        while (NextMember(ref json))
        {
            switch (room[..Member(ref json, room)])
            {
                case "startId":
                    start = json.GetString();
                    break;
                case "visits":
                    visits = Counts(ref json);
                    break;
                case "passed":
                    passed = Counts(ref json);
                    break;
                case "followed":
                    followed = Texts(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return new FlowScope(
            start ?? throw new FormatException("A flowchart does not say where it began."),
            visits,
            passed,
            followed
        );
    }

    public static List<Wait> Waits(ref Utf8JsonReader json)
    {
        var waits = new List<Wait>();
        Require(json.TokenType, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            waits.Add(Wait(ref json));
        }
        return waits;
    }

    private static Wait Wait(ref Utf8JsonReader json)
    {
        string? type = null;
        string id = "",
            execution = "",
            node = "",
            key = "",
            name = "",
            address = "";
        string? correlation = null;
        List<string> outcomes = [];
        DateTimeOffset due = default;
        TimerKind kind = default;
        Span<char> room = stackalloc char[LongestName];
        while (NextMember(ref json))
        {
            switch (room[..Member(ref json, room)])
            {
                case "$type":
                    type = json.GetString();
                    break;
                case "id":
                    id = json.GetString()!;
                    break;
                case "executionId":
                    execution = json.GetString()!;
                    break;
                case "nodeId":
                    node = json.GetString()!;
                    break;
                case "key":
                    key = json.GetString()!;
                    break;
                case "name":
                    name = json.GetString()!;
                    break;
                case "correlationId":
                    correlation = json.GetString();
                    break;
                case "outcomes":
                    outcomes = Texts(ref json);
                    break;
                case "dueAt":
                    due = json.GetDateTimeOffset();
                    break;
                case "kind":
                    kind = Choice<TimerKind>(ref json);
                    break;
                case "address":
                    address = json.GetString()!;
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        return type switch
        {
            "task" => new Wait.ForTask(id, execution, node, key, outcomes),
            "timer" => new Wait.ForTimer(id, execution, node, key, due, kind),
            "event" => new Wait.ForEvent(id, execution, node, key, name) { CorrelationId = correlation },
            "child" => new Wait.ForChild(id, execution, node, key),
            "call" => new Wait.ForCall(id, execution, node, key, address),
            _ => throw new FormatException($"A wait of the kind {type} is unknown."),
        };
    }

    public static List<string> Texts(ref Utf8JsonReader json)
    {
        var texts = new List<string>();
        Require(json.TokenType, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            texts.Add(json.GetString()!);
        }
        return texts;
    }

    private static Dictionary<string, long> Counts(ref Utf8JsonReader json)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        Require(json.TokenType, JsonTokenType.StartObject);
        while (NextMember(ref json))
        {
            var key = json.GetString()!;
            json.Read();
            counts[key] = json.GetInt64();
        }
        return counts;
    }

    public static T Choice<T>(ref Utf8JsonReader json)
        where T : struct, Enum =>
        Enum.TryParse<T>(json.GetString(), out var choice)
            ? choice
            : throw new FormatException($"{json.GetString()} is no {typeof(T).Name}.");

    public static DateTimeOffset? Moment(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Null ? null : json.GetDateTimeOffset();

    /// <summary>What few states have is read by what the compiler generates; null when there is nothing.</summary>
    public static T? Other<T>(ref Utf8JsonReader json, JsonTypeInfo<T> type)
        where T : class
    {
        var ahead = json;
        if (
            json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            && ahead.Read()
            && ahead.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray
        )
        {
            json = ahead;
            return null;
        }
        return JsonSerializer.Deserialize(ref json, type);
    }

    private static void Require(JsonTokenType found, JsonTokenType wanted)
    {
        if (found != wanted)
        {
            throw new FormatException($"The state has {found} where {wanted} belongs.");
        }
    }
}
