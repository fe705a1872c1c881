using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Policy;

namespace CaseFlow.Domain.Cases;

/// <summary>The two weeks of P59, read so that every plausible reading is satisfied.</summary>
/// <remarks>
/// The clock starts at the later of referral and explanation. The reply waits until both so many civil days (same wall
/// time, in the policy's zone) and 24 hours for each of them have passed, and as long again as the committee did not have
/// the case. Holidays count: a floor in days only grows longer without them. Nothing is rounded, unless the policy names a
/// calendar by whose working hours replies leave, and then only to a later moment.
/// </remarks>
public static class StudyClock
{
    /// <summary>The earliest instant of a reply.</summary>
    /// <param name="referredAt">When the request was raised.</param>
    /// <param name="explainedAt">When the study was explained.</param>
    /// <param name="floorDays">Days; fewer than <see cref="PolicyParameters.LeastFloorDays"/> count as those.</param>
    /// <param name="paused">Time during which the committee did not have the case.</param>
    /// <param name="zone">IANA name of the zone in which civil days are counted.</param>
    public static DateTimeOffset EarliestReply(
        DateTimeOffset referredAt,
        DateTimeOffset explainedAt,
        int floorDays,
        TimeSpan paused,
        string zone
    )
    {
        var days = Math.Max(floorDays, PolicyParameters.LeastFloorDays);
        var anchor = Later(referredAt, explainedAt);
        return Later(CivilDaysAfter(anchor, days, zone), anchor.AddDays(days)).ToUniversalTime() + paused;
    }

    /// <summary>The earliest instant of a reply in a recorded study; while a pause lasts, as if it ended now.</summary>
    public static DateTimeOffset EarliestReply(StudyRecord study, PolicyParameters policy, DateTimeOffset now)
    {
        var floor = Math.Max(study.FloorDays, policy.StudyFloorDays);
        var computed = EarliestReply(study.ReferredAt, study.ExplainedAt, floor, Paused(study, now), policy.Zone);
        var allowed = Later(computed, study.PromisedAt);
        return policy.ReleaseHours is { } hours
            ? Later(hours.NextWorkingMoment(allowed, Zones.Named(policy.Zone)), allowed)
            : allowed;
    }

    /// <summary>When the society means to reply; never before the reply is allowed. Null when there is no target.</summary>
    public static DateTimeOffset? Target(StudyRecord study, PolicyParameters policy, DateTimeOffset now)
    {
        if (study.TargetDays is not { } days)
        {
            return null;
        }

        var anchor = Later(study.ReferredAt, study.ExplainedAt);
        var target = CivilDaysAfter(anchor, days, policy.Zone).ToUniversalTime() + Paused(study, now);
        return Later(target, EarliestReply(study, policy, now));
    }

    /// <summary>How long the committee did not have the case since the clock started.</summary>
    public static TimeSpan Paused(StudyRecord study, DateTimeOffset now) =>
        study.Pauses.Aggregate(
            TimeSpan.Zero,
            (sum, pause) => sum + (Later(pause.Until ?? now, pause.From) - pause.From)
        );

    internal static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    internal static DateOnly Today(DateTimeOffset now, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zones.Named(zone)).DateTime);

    private static DateTimeOffset CivilDaysAfter(DateTimeOffset anchor, int days, string zoneName)
    {
        var zone = Zones.Named(zoneName);
        var wall = DateTime.SpecifyKind(
            TimeZoneInfo.ConvertTime(anchor, zone).DateTime.AddDays(days),
            DateTimeKind.Unspecified
        );

        // Of two instants with the same wall time the later one is safe. A wall time that is skipped is read with the offset
        // before the change, which the hours then outlast.
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Min() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }
}
