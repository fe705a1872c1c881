using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// Where a study stands. It tells who sits and who was heard, never how anybody voted nor what was decided: that is the case's secret
/// until the study gate opens.
/// </summary>
/// <param name="Seats">User ids of the seated members.</param>
/// <param name="Heard">User ids of those whose task is done, whether they voted or stepped back.</param>
/// <param name="Chair">User id of the seated chair; null when there is none or the chair stepped back.</param>
/// <param name="Closing">The outcome to leave by once the case agrees; null while the study goes on.</param>
public sealed record StudyState(
    IReadOnlyList<string> Seats,
    IReadOnlyList<string> Heard,
    string? Chair,
    string? Closing = null
) : ActivityState
{
    /// <summary>Whether nobody is left to be heard in this session.</summary>
    public bool AllHeard => Seats.All(Heard.Contains);
}
