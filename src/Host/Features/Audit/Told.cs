using CaseFlow.Domain.Cases;

namespace CaseFlow.Host.Features.Audit;

/// <summary>Of which cases an overseer may know the committee's part, judged by what is public of them (P59).</summary>
public static class Told
{
    /// <summary>The reply has gone out. One that was withdrawn before never gets any.</summary>
    public static MemberStatus[] Replied { get; } =
    [
        MemberStatus.Accepted,
        MemberStatus.Rejected,
        MemberStatus.Registered,
        MemberStatus.Delivered,
        MemberStatus.Served,
    ];

    /// <summary>Whether naming the step at which a procedure stopped tells nothing: between decision and reply it may.</summary>
    /// <param name="status">Of the case; null when there is none.</param>
    public static bool MayNameStep(MemberStatus? status) =>
        status is not (MemberStatus.InStudy or MemberStatus.Withdrawn);

    /// <summary>The facts of an event, but for the step that must not be named.</summary>
    public static IReadOnlyDictionary<string, object?> Facts(
        MemberStatus? status,
        IReadOnlyDictionary<string, object?> facts
    ) => MayNameStep(status) ? facts : facts.Where(f => f.Key != "activity").ToDictionary(f => f.Key, f => f.Value);
}
