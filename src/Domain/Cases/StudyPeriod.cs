using CaseFlow.Domain.Policy;

namespace CaseFlow.Domain.Cases;

/// <summary>The study period as a bar: what is needed to draw it, and nothing of the decision (P57, P59).</summary>
/// <param name="ReferredAt">Where the clock starts.</param>
/// <param name="ExplainedAt">When the study was explained.</param>
/// <param name="AnchorAt">The later of both.</param>
/// <param name="FloorDays">The floor that binds this case.</param>
/// <param name="EarliestReplyAt">The reply cannot leave before; slides on while the clock pauses.</param>
/// <param name="TargetAt">When the society means to reply; null when it set no target.</param>
/// <param name="Pauses">Returns for items since the clock started.</param>
/// <param name="IsPaused">Whether the committee does not have the case now.</param>
/// <param name="Now">Today's mark.</param>
/// <param name="Progress">From 0 at the anchor to 1 at the earliest reply; pauses stand still.</param>
/// <param name="IsOverdue">Past the target without a reply.</param>
/// <param name="RepliedAt">When the reply left; null before.</param>
public sealed record StudyPeriod(
    DateTimeOffset ReferredAt,
    DateTimeOffset ExplainedAt,
    DateTimeOffset AnchorAt,
    int FloorDays,
    DateTimeOffset EarliestReplyAt,
    DateTimeOffset? TargetAt,
    IReadOnlyList<StudyPause> Pauses,
    bool IsPaused,
    DateTimeOffset Now,
    double Progress,
    bool IsOverdue,
    DateTimeOffset? RepliedAt
)
{
    /// <summary>Reads the bar off a case; null while it was never raised to the committee.</summary>
    public static StudyPeriod? Of(CaseFile file, PolicyParameters policy, DateTimeOffset now)
    {
        if (file.Study is not { } study)
        {
            return null;
        }

        var seen = file.Reply?.At ?? file.Withdrawal?.By.At ?? now;
        var anchor = StudyClock.Later(study.ReferredAt, study.ExplainedAt);
        var earliest = StudyClock.EarliestReply(study, policy, seen);
        var target = StudyClock.Target(study, policy, seen);
        return new StudyPeriod(
            study.ReferredAt,
            study.ExplainedAt,
            anchor,
            Math.Max(PolicyParameters.LeastFloorDays, Math.Max(study.FloorDays, policy.StudyFloorDays)),
            earliest,
            target,
            study.Pauses,
            study.Pauses.Any(p => p.Until is null) && file.Withdrawal is null,
            now,
            Math.Clamp((seen - anchor) / (earliest - anchor), 0, 1),
            file.Reply is null && file.Withdrawal is null && now > target,
            file.Reply?.At
        );
    }
}
