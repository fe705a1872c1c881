using CaseFlow.Domain.Parties;

namespace CaseFlow.Host.Features;

/// <summary>Which roles may open which of the staff's pages, in the form that <c>[Authorize(Roles = …)]</c> takes.</summary>
public static class StaffRoles
{
    /// <summary>Who sits at the committee's table.</summary>
    public const string Committee = Role.CommitteeMember + "," + Role.CommitteeChair;

    /// <summary>Who does tasks.</summary>
    public const string Workers =
        Role.RelationsOfficer
        + ","
        + Role.SocialResearchOfficer
        + ","
        + Role.ServiceOfficer
        + ","
        + Role.BranchDelegate
        + ","
        + Committee;

    /// <summary>Who may have tasks at all; administrators have them in procedures without a case only.</summary>
    public const string TaskHolders = Workers + "," + Role.PolicyAdministrator;

    /// <summary>Who looks after the procedures and after what was done.</summary>
    public const string Overseers = Role.PolicyAdministrator + "," + Role.Auditor;

    /// <summary>Who may look at cases; what exactly is for the case to say.</summary>
    public const string Readers = Workers + "," + Overseers;
}
