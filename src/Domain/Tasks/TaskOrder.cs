namespace CaseFlow.Domain.Tasks;

/// <summary>What the procedure asks of a person. Becomes a human task when it is opened.</summary>
/// <param name="TaskId">Unique; the same order opened twice is the same task.</param>
/// <param name="InstanceId">The workflow instance that waits for it.</param>
/// <param name="ActivityId">The step in that instance.</param>
/// <param name="Kind">Activity type, or its part, e.g. <c>CaseFlow.CommitteeStudy.Vote</c>.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="CandidateRole">Whoever holds this role may claim it; null when it is for one person.</param>
/// <param name="Assignee">User id of the one person; null when it is for a group or for the applicant.</param>
/// <param name="ForApplicant">Whether the applicant of the case is to do it.</param>
/// <param name="Form">Key of the form to fill in.</param>
/// <param name="Outcomes">The ends it may have; never empty.</param>
/// <param name="Clause">The clause it serves.</param>
/// <param name="Step">Which of the seven steps, 1 to 7.</param>
/// <param name="DueAt">When it should be done.</param>
/// <param name="Data">What the page needs beside the case, plain values.</param>
public sealed record TaskOrder(
    string TaskId,
    string InstanceId,
    string ActivityId,
    string Kind,
    LocalText Title,
    string? CandidateRole,
    string? Assignee,
    bool ForApplicant,
    string? Form,
    IReadOnlyList<string> Outcomes,
    string? Clause,
    int? Step,
    DateTimeOffset? DueAt,
    IReadOnlyDictionary<string, object?> Data
);
