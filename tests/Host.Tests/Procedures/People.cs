using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Host.Tests.Procedures;

/// <summary>Who plays in the stories.</summary>
internal static class People
{
    public static readonly Actor Member = new("nora", "نورة", "Nora", new HashSet<string> { Role.Member }, "party-1");
    public static readonly Actor RelationsOfficer = Staff("faisal", Role.RelationsOfficer);
    public static readonly Actor Researcher = Staff("huda", Role.SocialResearchOfficer);
    public static readonly Actor ServiceOfficer = Staff("salem", Role.ServiceOfficer);
    public static readonly Actor Chair = Staff("chair", Role.CommitteeChair, Role.CommitteeMember);
    public static readonly Actor Second = Staff("second", Role.CommitteeMember);
    public static readonly Actor Third = Staff("third", Role.CommitteeMember);

    public static IReadOnlyList<Actor> Committee { get; } = [Chair, Second, Third];

    public static IReadOnlyList<CommitteeSeat> Roster { get; } =
    [.. Committee.Select(m => new CommitteeSeat(m.UserId, m.Name, m.Is(Role.CommitteeChair)))];

    private static Actor Staff(string id, params string[] roles) => new(id, id, id, roles.ToHashSet(), null);
}
