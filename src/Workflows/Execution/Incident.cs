using CaseFlow.Domain;

namespace CaseFlow.Workflows.Execution;

/// <summary>A fault, with what an operator needs to understand and to repeat it.</summary>
/// <param name="ActivityId">The activity that failed; null when the stimulus itself could not be used.</param>
/// <param name="NodeId">Its path in the definition.</param>
/// <param name="ActivityType">Its type name.</param>
/// <param name="Message">For the log, English.</param>
/// <param name="Code">Stable and dotted, e.g. <c>flow.dangling-activity</c>; a refusal's own code when there is one.</param>
/// <param name="Stimulus">What set the failed burst going; null when it must not be kept because it tells a sealed decision.</param>
/// <param name="Refusal">The domain's "no", when that is the cause.</param>
public sealed record Incident(
    string? ActivityId,
    string? NodeId,
    string? ActivityType,
    string Message,
    string Code,
    Stimulus? Stimulus,
    Refusal? Refusal = null
);
