using System.Text.Json.Serialization;
using CaseFlow.Workflows.Activities.Cases;
using CaseFlow.Workflows.Activities.Children;
using CaseFlow.Workflows.Activities.Structure;

namespace CaseFlow.Workflows.Execution;

/// <summary>What a waiting activity remembers; a closed set, one record per kind of memory.</summary>
[JsonDerivedType(typeof(FlowScope), "flow")]
[JsonDerivedType(typeof(SequenceState), "sequence")]
[JsonDerivedType(typeof(OpenChildren), "children")]
[JsonDerivedType(typeof(ForState), "for")]
[JsonDerivedType(typeof(ForEachState), "forEach")]
[JsonDerivedType(typeof(BulkState), "bulk")]
[JsonDerivedType(typeof(TaskState), "task")]
[JsonDerivedType(typeof(StudyState), "study")]
[JsonDerivedType(typeof(MachineMemory), "machine")]
public abstract record ActivityState;

/// <summary>How often the parts of one running flowchart were passed.</summary>
/// <param name="StartId">The child it began with; forward and backward are meant as seen from there.</param>
/// <param name="Visits">Completed or skipped passes by activity id.</param>
/// <param name="Passed">Visits, followed or not, by connection key.</param>
/// <param name="Followed">Keys of the connections that were followed at their latest visit.</param>
public sealed record FlowScope(
    string StartId,
    IReadOnlyDictionary<string, long> Visits,
    IReadOnlyDictionary<string, long> Passed,
    IReadOnlyList<string> Followed
) : ActivityState;
