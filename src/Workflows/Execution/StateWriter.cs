using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// Writes a state member by member. Every burst does, so that what most states are made of is written by hand; the rest by what the
/// compiler generates.
/// </summary>
internal static class StateWriter
{
    private static ReadOnlySpan<byte> Type => "$type"u8;

    public static void Write(Utf8JsonWriter json, InstanceState state)
    {
        json.WriteStartObject();
        json.WriteString("instanceId"u8, state.InstanceId);
        json.WriteString("definitionId"u8, state.DefinitionId);
        json.WriteString("definitionVersionId"u8, state.DefinitionVersionId);
        json.WriteNumber("definitionVersion"u8, state.DefinitionVersion);
        json.WriteString("status"u8, Enum.GetName(state.Status));
        json.WriteString("subStatus"u8, Enum.GetName(state.SubStatus));
        Optional(json, "name"u8, state.Name);
        Optional(json, "correlationId"u8, state.CorrelationId);
        json.WriteNumber("counter"u8, state.Counter);
        json.WriteNumber("journalSequence"u8, state.JournalSequence);
        Map(json, "input"u8, state.Input);
        Map(json, "output"u8, state.Output);
        Texts(json, "outcomes"u8, state.Outcomes);
        Map(json, "variables"u8, state.Variables);
        Map(json, "dynamic"u8, state.Dynamic);
        json.WriteStartObject("register"u8);
        foreach (var (nodeId, outputs) in state.Register)
        {
            json.WritePropertyName(nodeId);
            Map(json, outputs);
        }
        json.WriteEndObject();
        if (state.LastResult is { } result)
        {
            json.WritePropertyName("lastResult"u8);
            PlainJson.Write(json, result);
        }
        if (state.Events.Count == 0)
        {
            json.WriteStartObject("events"u8);
            json.WriteEndObject();
        }
        else
        {
            Optional(json, "events"u8, state.Events, StateJsonContext.Default.IReadOnlyDictionaryStringReceivedEvent);
        }
        json.WriteStartArray("executions"u8);
        foreach (var execution in state.Executions)
        {
            Write(json, execution);
        }
        json.WriteEndArray();
        if (state.Queue.Count == 0)
        {
            json.WriteStartArray("queue"u8);
            json.WriteEndArray();
        }
        else
        {
            Optional(json, "queue"u8, state.Queue, StateJsonContext.Default.IReadOnlyListWorkItem);
        }
        json.WriteStartArray("waits"u8);
        foreach (var wait in state.Waits)
        {
            Write(json, wait);
        }
        json.WriteEndArray();
        Optional(json, "ask"u8, state.Ask, StateJsonContext.Default.PendingAsk);
        Optional(json, "trigger"u8, state.Trigger);
        Optional(json, "skip"u8, state.Skip, StateJsonContext.Default.PendingSkip);
        json.WriteString("createdAt"u8, state.CreatedAt);
        json.WriteString("updatedAt"u8, state.UpdatedAt);
        if (state.FinishedAt is { } finished)
        {
            json.WriteString("finishedAt"u8, finished);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ActivityExecution execution)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, execution.Id);
        json.WriteString("nodeId"u8, execution.NodeId);
        Optional(json, "ownerId"u8, execution.OwnerId);
        json.WriteBoolean("backward"u8, execution.Backward);
        json.WriteBoolean("leftover"u8, execution.Leftover);
        json.WriteBoolean("breaking"u8, execution.Breaking);
        json.WriteBoolean("faulted"u8, execution.Faulted);
        Map(json, "inputs"u8, execution.Inputs);
        Map(json, "variables"u8, execution.Variables);
        Map(json, "dynamic"u8, execution.Dynamic);
        if (execution.State is FlowScope flow)
        {
            json.WritePropertyName("state"u8);
            Write(json, flow);
        }
        else
        {
            Optional(json, "state"u8, execution.State, StateJsonContext.Default.ActivityState);
        }
        json.WriteString("startedAt"u8, execution.StartedAt);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FlowScope flow)
    {
        json.WriteStartObject();
        json.WriteString(Type, "flow"u8);
        json.WriteString("startId"u8, flow.StartId);
        Counts(json, "visits"u8, flow.Visits);
        Counts(json, "passed"u8, flow.Passed);
        Texts(json, "followed"u8, flow.Followed);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Wait wait)
    {
        json.WriteStartObject();
        switch (wait)
        {
            case Wait.ForTask task:
                json.WriteString(Type, "task"u8);
                Texts(json, "outcomes"u8, task.Outcomes);
                break;
            case Wait.ForTimer timer:
                json.WriteString(Type, "timer"u8);
                json.WriteString("dueAt"u8, timer.DueAt);
                json.WriteString("kind"u8, Enum.GetName(timer.Kind));
                break;
            case Wait.ForEvent received:
                json.WriteString(Type, "event"u8);
                json.WriteString("name"u8, received.Name);
                Optional(json, "correlationId"u8, received.CorrelationId);
                break;
            case Wait.ForChild:
                json.WriteString(Type, "child"u8);
                break;
            case Wait.ForCall call:
                json.WriteString(Type, "call"u8);
                json.WriteString("address"u8, call.Address);
                break;
            default:
                throw new ArgumentException($"{wait.GetType().Name} cannot be stored.", nameof(wait));
        }
        json.WriteString("id"u8, wait.Id);
        json.WriteString("executionId"u8, wait.ExecutionId);
        json.WriteString("nodeId"u8, wait.NodeId);
        json.WriteString("key"u8, wait.Key);
        json.WriteEndObject();
    }

    private static void Map(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, object?> map)
    {
        json.WritePropertyName(name);
        Map(json, map);
    }

    private static void Map(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> map)
    {
        if (map is StoredMap stored)
        {
            json.WriteRawValue(stored.Json, skipInputValidation: true);
            return;
        }
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            PlainJson.Write(json, value);
        }
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Optional<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value, JsonTypeInfo<T> type)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, type);
        }
    }
}
