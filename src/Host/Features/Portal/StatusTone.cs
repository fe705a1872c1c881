using CaseFlow.Domain.Cases;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Portal;

/// <summary>The mood of a public status. A rejection is told in words, not in red.</summary>
internal static class StatusTone
{
    public static Tone Of(MemberStatus status) =>
        status switch
        {
            MemberStatus.AwaitingItems or MemberStatus.AwaitingSignature or MemberStatus.Returned => Tone.Warning,
            MemberStatus.Accepted
            or MemberStatus.Registered
            or MemberStatus.Delivered
            or MemberStatus.Served
            or MemberStatus.Answered => Tone.Success,
            MemberStatus.Rejected or MemberStatus.Withdrawn or MemberStatus.Cancelled => Tone.Neutral,
            _ => Tone.Info,
        };
}
