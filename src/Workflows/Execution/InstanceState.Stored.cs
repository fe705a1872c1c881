using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Execution;

public sealed partial record InstanceState
{
    /// <summary>A state whose members are given one by one.</summary>
    public InstanceState() { }

    /// <summary>
    /// Reads what <see cref="StateWriter"/> wrote, in any order; members it does not know are passed over. A constructor, because only
    /// that may set members that never change, one after the other.
    /// </summary>
    [SetsRequiredMembers]
    internal InstanceState(StateReader stored, ref Utf8JsonReader json)
    {
        (InstanceId, DefinitionId, DefinitionVersionId) = (null!, null!, null!);
        Span<char> room = stackalloc char[StateReader.LongestName];
        while (StateReader.NextMember(ref json))
        {
            switch (room[..StateReader.Member(ref json, room)])
            {
                case "instanceId":
                    InstanceId = json.GetString()!;
                    break;
                case "definitionId":
                    DefinitionId = json.GetString()!;
                    break;
                case "definitionVersionId":
                    DefinitionVersionId = json.GetString()!;
                    break;
                case "definitionVersion":
                    DefinitionVersion = json.GetInt32();
                    break;
                case "status":
                    Status = StateReader.Choice<InstanceStatus>(ref json);
                    break;
                case "subStatus":
                    SubStatus = StateReader.Choice<InstanceSubStatus>(ref json);
                    break;
                case "name":
                    Name = json.GetString();
                    break;
                case "correlationId":
                    CorrelationId = json.GetString();
                    break;
                case "counter":
                    Counter = json.GetInt64();
                    break;
                case "journalSequence":
                    JournalSequence = json.GetInt64();
                    break;
                case "input":
                    Input = stored.Map(ref json);
                    break;
                case "output":
                    Output = stored.Map(ref json);
                    break;
                case "outcomes":
                    Outcomes = StateReader.Texts(ref json);
                    break;
                case "variables":
                    Variables = stored.Map(ref json);
                    break;
                case "dynamic":
                    Dynamic = stored.Map(ref json);
                    break;
                case "register":
                    Register = stored.Maps(ref json);
                    break;
                case "lastResult":
                    LastResult = PlainJson.Read(ref json);
                    break;
                case "events":
                    Events =
                        StateReader.Other(ref json, StateJsonContext.Default.IReadOnlyDictionaryStringReceivedEvent)
                        ?? Events;
                    break;
                case "executions":
                    Executions = stored.Executions(ref json);
                    break;
                case "queue":
                    Queue = StateReader.Other(ref json, StateJsonContext.Default.IReadOnlyListWorkItem) ?? Queue;
                    break;
                case "waits":
                    Waits = StateReader.Waits(ref json);
                    break;
                case "ask":
                    Ask = StateReader.Other(ref json, StateJsonContext.Default.PendingAsk);
                    break;
                case "trigger":
                    Trigger = json.GetString();
                    break;
                case "skip":
                    Skip = StateReader.Other(ref json, StateJsonContext.Default.PendingSkip);
                    break;
                case "createdAt":
                    CreatedAt = json.GetDateTimeOffset();
                    break;
                case "updatedAt":
                    UpdatedAt = json.GetDateTimeOffset();
                    break;
                case "finishedAt":
                    FinishedAt = StateReader.Moment(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (InstanceId is null || DefinitionId is null || DefinitionVersionId is null)
        {
            throw new FormatException("The state does not say whose it is.");
        }
    }
}
