namespace CaseFlow.Domain.Cases;

/// <summary>Something that has happened, by code.</summary>
public sealed record Milestone(string Code, DateTimeOffset At);

/// <summary>What the reply said.</summary>
public sealed record MemberReply(
    DateTimeOffset At,
    DecisionOutcome Outcome,
    IReadOnlyList<DecisionReason> Reasons,
    string? Conditions
);

/// <summary>Where a request stands, in the member's words.</summary>
public enum MemberStatus
{
    /// <summary>Has arrived.</summary>
    Received,

    /// <summary>Is being completed and checked.</summary>
    InPreparation,

    /// <summary>Waits for what was asked of the member.</summary>
    AwaitingItems,

    /// <summary>Waits for the member's signature.</summary>
    AwaitingSignature,

    /// <summary>Is with the committee; also when it has decided and the period still runs.</summary>
    InStudy,

    /// <summary>Came back from the committee to be completed.</summary>
    Returned,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Registration is complete.</summary>
    Registered,

    /// <summary>The service was provided.</summary>
    Delivered,

    /// <summary>Provided and confirmed.</summary>
    Served,

    /// <summary>Answered without a study.</summary>
    Answered,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Called off by the society before any study, with a reason.</summary>
    Cancelled,
}

/// <summary>What a member can do.</summary>
public enum MemberAction
{
    /// <summary>Hand in what is missing.</summary>
    SupplyItems,

    /// <summary>Read back and sign.</summary>
    Sign,

    /// <summary>Say whether the service was received.</summary>
    ConfirmService,

    /// <summary>Ask what is unclear (P54).</summary>
    AskClarification,

    /// <summary>Take the request back.</summary>
    Withdraw,

    /// <summary>Object to a rejection (P3).</summary>
    FileObjection,

    /// <summary>Evaluate the service (P31).</summary>
    Evaluate,
}
