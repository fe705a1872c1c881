namespace CaseFlow.Domain.Cases;

/// <summary>Where a case stands. Which verb leads where is written once, in one table.</summary>
public enum CaseStatus
{
    /// <summary>Steps 1 to 4: received, completed, matched, explained, signed; also after a return by the committee.</summary>
    Preparing,

    /// <summary>The member has been asked for what is missing (P52).</summary>
    AwaitingItems,

    /// <summary>Raised to the committee; stays so until the reply, whatever was decided (P59).</summary>
    InStudy,

    /// <summary>The reply was an acceptance.</summary>
    Accepted,

    /// <summary>The reply was a rejection.</summary>
    Rejected,

    /// <summary>Registration is complete (P60).</summary>
    Registered,

    /// <summary>The service was provided, with proof (P61).</summary>
    Delivered,

    /// <summary>The member took the request back.</summary>
    Withdrawn,

    /// <summary>Nothing more happens.</summary>
    Closed,
}

/// <summary>Why a case is closed.</summary>
public enum CloseReason
{
    /// <summary>Provided, proven and confirmed (P61).</summary>
    Served,

    /// <summary>The reply was a rejection.</summary>
    Rejected,

    /// <summary>Taken back by the member.</summary>
    Withdrawn,

    /// <summary>An inquiry of a direct service that needed an answer only (P50).</summary>
    Answered,

    /// <summary>Called off by the society before any study, with a reason, e.g. filed twice; the member may file anew.</summary>
    Cancelled,
}
