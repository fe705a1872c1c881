namespace CaseFlow.Domain.Letters;

/// <summary>What a letter does. The embargo of P59 keys on the class, never on the text.</summary>
public enum LetterClass
{
    /// <summary>We have your request, or your withdrawal.</summary>
    Acknowledgement,

    /// <summary>Something is missing.</summary>
    InformationRequest,

    /// <summary>How the procedure goes on (P54, P57).</summary>
    Explanation,

    /// <summary>Your request is being studied; earliest reply date.</summary>
    StudyNotice,

    /// <summary>The reply: accepted. Embargoed.</summary>
    DecisionAccept,

    /// <summary>The reply: rejected. Embargoed.</summary>
    DecisionReject,

    /// <summary>Registration is complete; follows from an acceptance.</summary>
    Registration,

    /// <summary>About providing the service; follows from an acceptance unless the service is direct.</summary>
    Service,

    /// <summary>Invitation to evaluate.</summary>
    Survey,

    /// <summary>To many, about the policy (P12).</summary>
    Circular,

    /// <summary>About a dispute (P7).</summary>
    Dispute,

    /// <summary>One-time codes and reminders, which speak of no case's substance.</summary>
    Notice,
}

/// <summary>What follows from a letter's class.</summary>
public static class LetterClasses
{
    /// <summary>Whether the letter is itself the reply of P59.</summary>
    public static bool IsDecision(this LetterClass letter) =>
        letter is LetterClass.DecisionAccept or LetterClass.DecisionReject;

    /// <summary>Whether the mere existence of the letter tells how a study ended.</summary>
    public static bool IsDerivedFromDecision(this LetterClass letter) =>
        letter is LetterClass.Registration or LetterClass.Service or LetterClass.Survey;
}
