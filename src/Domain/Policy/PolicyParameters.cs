using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Domain.Calendars;

namespace CaseFlow.Domain.Policy;

/// <summary>The numbers of the policy. One versioned document; changing it is an amendment (P11).</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="StudyFloorDays">Fewest civil days between anchor and reply; never below <see cref="LeastFloorDays"/> (P59).</param>
/// <param name="StudyTargetDays">Days by which the society means to reply; null is an explicit "no target".</param>
/// <param name="Zone">IANA name of the time zone in which civil days are counted, <c>Asia/Riyadh</c>.</param>
/// <param name="QuorumMinimum">Fewest members of the committee who must vote (P58).</param>
/// <param name="MinimumDeliberation">Shortest time from referral to a sealed decision; null when there is none.</param>
/// <param name="EvaluationWindowDays">A member is invited to evaluate at most once in so many days (P25).</param>
/// <param name="ConfirmationDays">Days given to the member to confirm that the service was received (P61).</param>
/// <param name="PublishReason">Whether an amendment needs a reason (P11); null leaves it to the installation.</param>
/// <param name="PublishApprover">Whether an amendment needs a second administrator (P11); null leaves it to the installation.</param>
/// <param name="ReleaseCalendar">
/// Key of the calendar by whose working hours the reply's earliest moment is put off, only ever to a later one; null leaves it as it is.
/// </param>
public sealed record PolicyParameters(
    int Version,
    int StudyFloorDays,
    int? StudyTargetDays,
    string Zone,
    int QuorumMinimum,
    TimeSpan? MinimumDeliberation,
    int EvaluationWindowDays,
    int ConfirmationDays,
    bool? PublishReason = null,
    bool? PublishApprover = null,
    string? ReleaseCalendar = null
)
{
    /// <summary>The calendar that <see cref="ReleaseCalendar"/> names; whoever reads the policy puts it here.</summary>
    [JsonIgnore]
    public WorkingCalendar? ReleaseHours { get; init; }

    /// <summary>The two weeks of P59, which no parameter can undercut: only another policy text could.</summary>
    public const int LeastFloorDays = 14;

    /// <summary>The same as plain values by their names in camel case: what a procedure can read of the policy.</summary>
    public IReadOnlyDictionary<string, object?> ToPlain() =>
        (IReadOnlyDictionary<string, object?>)
            PlainValue.Of(JsonSerializer.SerializeToElement(this, DomainJson.Options))!;
}

/// <summary>What the applicant signs: that the data are right and that he answers for them (P55, P56).</summary>
/// <param name="Version">Version of the text.</param>
/// <param name="Text">The text itself.</param>
public sealed record Declaration(string Version, LocalText Text);

/// <summary>One numbered clause of the policy.</summary>
/// <param name="Id">Number, e.g. <c>P59</c>.</param>
/// <param name="Section">Part of the policy that it stands in.</param>
/// <param name="Text">Its words.</param>
public sealed record Clause(string Id, LocalText Section, LocalText Text);
