using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Policy;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Library.Editing.Policy;

/// <summary>What a change of the values would mean, told by a request that is raised to the committee now.</summary>
/// <param name="Changed">The values that would be others.</param>
/// <param name="InStudy">How many requests are with the committee now; each keeps the greater of both floors.</param>
public sealed record ParameterPreview(
    IReadOnlyList<ParameterChange> Changed,
    DateTimeOffset Now,
    DateTimeOffset EarliestBefore,
    DateTimeOffset EarliestAfter,
    DateTimeOffset? TargetBefore,
    DateTimeOffset? TargetAfter,
    int InStudy
)
{
    public bool ChangesReply => EarliestBefore != EarliestAfter;

    public bool ChangesTarget => TargetBefore != TargetAfter;

    public static ParameterPreview Of(PolicyLibrary before, PolicyLibrary after, DateTimeOffset now, int inStudy)
    {
        var ((earliest, target), (earliestAfter, targetAfter)) = (Reply(before), Reply(after));
        var known = before.ParameterSheet.ToDictionary(p => p.Key, p => p.Value?.ToString());
        var changed = after
            .ParameterSheet.Where(p => known.GetValueOrDefault(p.Key) != p.Value?.ToString())
            .Select(p => new ParameterChange(
                ParameterRule.Find(p.Key)!,
                p,
                before.ParameterSheet.FirstOrDefault(b => b.Key == p.Key)
            ));
        return new([.. changed], now, earliest, earliestAfter, target, targetAfter, inStudy);

        (DateTimeOffset, DateTimeOffset?) Reply(PolicyLibrary policy)
        {
            var study = RaisedNow(policy.Parameters, now);
            return (
                StudyClock.EarliestReply(study, policy.Parameters, now),
                StudyClock.Target(study, policy.Parameters, now)
            );
        }
    }

    private static StudyRecord RaisedNow(PolicyParameters policy, DateTimeOffset now) =>
        new(now, now, now, 1, policy.StudyFloorDays, policy.StudyTargetDays, DateTimeOffset.MinValue, "", []);
}

/// <summary>One value that would be another.</summary>
public sealed record ParameterChange(ParameterRule Rule, PolicyParameter After, PolicyParameter? Before);
