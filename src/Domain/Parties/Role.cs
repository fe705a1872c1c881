namespace CaseFlow.Domain.Parties;

/// <summary>The roles that a person acts in. One person may hold several (P2).</summary>
public static class Role
{
    /// <summary>Receives the member, matches data and explains (P49 to P57); موظف علاقات المساهمين.</summary>
    public const string RelationsOfficer = "RelationsOfficer";

    /// <summary>Answers and explains when procedures are unclear (P54); مسئول البحث الاجتماعي.</summary>
    public const string SocialResearchOfficer = "SocialResearchOfficer";

    /// <summary>Studies and votes (P58); عضو لجنة البحث.</summary>
    public const string CommitteeMember = "CommitteeMember";

    /// <summary>Leads the committee; the vote breaks a tie (P58); رئيس اللجنة.</summary>
    public const string CommitteeChair = "CommitteeChair";

    /// <summary>Registers and provides the service (P60, P61); مقدم الخدمة.</summary>
    public const string ServiceOfficer = "ServiceOfficer";

    /// <summary>Acts for the society in a branch office (P44); مندوب المكتب الفرعي.</summary>
    public const string BranchDelegate = "BranchDelegate";

    /// <summary>Edits and publishes procedures (P10 to P12); مسؤول السياسات. Has no part in any case.</summary>
    public const string PolicyAdministrator = "PolicyAdministrator";

    /// <summary>Reads, never acts; مدقق.</summary>
    public const string Auditor = "Auditor";

    /// <summary>A shareholding member of the general assembly; عضو.</summary>
    public const string Member = "Member";

    /// <summary>Every role of the society's own people.</summary>
    public static IReadOnlyList<string> Staff { get; } =
    [
        RelationsOfficer,
        SocialResearchOfficer,
        CommitteeMember,
        CommitteeChair,
        ServiceOfficer,
        BranchDelegate,
        PolicyAdministrator,
        Auditor,
    ];

    /// <summary>Those who look after procedures and have no part in any case.</summary>
    public static IReadOnlyList<string> Overseers { get; } = [PolicyAdministrator, Auditor];

    /// <summary>Every role there is.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Staff, Member];
}
