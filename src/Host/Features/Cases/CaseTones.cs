using CaseFlow.Domain.Cases;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Cases;

/// <summary>The mood of a case's public status.</summary>
public static class CaseTones
{
    public static Tone Of(MemberStatus status) =>
        status switch
        {
            MemberStatus.AwaitingItems or MemberStatus.AwaitingSignature or MemberStatus.Returned => Tone.Warning,
            MemberStatus.InStudy => Tone.Info,
            MemberStatus.Accepted or MemberStatus.Registered or MemberStatus.Delivered => Tone.Success,
            MemberStatus.Served or MemberStatus.Answered => Tone.Success,
            MemberStatus.Rejected => Tone.Danger,
            _ => Tone.Neutral,
        };
}
