using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CaseFlow.Workflows.Execution;

public sealed partial record ActivityExecution
{
    /// <summary>An execution whose members are given one by one.</summary>
    public ActivityExecution() { }

    /// <summary>Reads what <see cref="StateWriter"/> wrote, in any order; members it does not know are passed over.</summary>
    [SetsRequiredMembers]
    internal ActivityExecution(StateReader stored, ref Utf8JsonReader json)
    {
        (Id, NodeId) = (null!, null!);
        Span<char> room = stackalloc char[StateReader.LongestName];
        while (StateReader.NextMember(ref json))
        {
            switch (room[..StateReader.Member(ref json, room)])
            {
                case "id":
                    Id = json.GetString()!;
                    break;
                case "nodeId":
                    NodeId = json.GetString()!;
                    break;
                case "ownerId":
                    OwnerId = json.GetString();
                    break;
                case "backward":
                    Backward = json.GetBoolean();
                    break;
                case "leftover":
                    Leftover = json.GetBoolean();
                    break;
                case "breaking":
                    Breaking = json.GetBoolean();
                    break;
                case "faulted":
                    Faulted = json.GetBoolean();
                    break;
                case "inputs":
                    Inputs = stored.Map(ref json);
                    break;
                case "variables":
                    Variables = stored.Map(ref json);
                    break;
                case "dynamic":
                    Dynamic = stored.Map(ref json);
                    break;
                case "state":
                    State = StateReader.State(ref json);
                    break;
                case "startedAt":
                    StartedAt = json.GetDateTimeOffset();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (Id is null || NodeId is null)
        {
            throw new FormatException("An execution does not say what it runs.");
        }
    }
}
