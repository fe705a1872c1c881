using System.Security.Claims;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Host.Ui;

/// <summary>An entry of the header: one table says who sees what.</summary>
/// <param name="TextKey">Key in the shared texts.</param>
public sealed record NavItem(string TextKey, string Href, string Icon, params string[] Roles)
{
    /// <summary>Is the page at this path behind this entry?</summary>
    public bool Matches(PathString path) => Href == "/" ? path == "/" : path.StartsWithSegments(Href);
}

public static class Navigation
{
    // Those who have tasks in cases; administrators and auditors take no part in one.
    private static readonly string[] Workers =
    [
        Role.RelationsOfficer,
        Role.SocialResearchOfficer,
        Role.ServiceOfficer,
        Role.BranchDelegate,
        Role.CommitteeMember,
        Role.CommitteeChair,
    ];

    private static readonly NavItem[] Items =
    [
        new("Nav.MyRequests", "/my/requests", "folder2-open", Role.Member),
        new("Nav.NewRequest", "/my/new", "plus-circle", Role.Member),
        new("Nav.Inbox", "/inbox", "inbox", [.. Workers, Role.PolicyAdministrator]),
        new("Nav.Cases", "/cases", "files", [.. Workers, Role.Auditor, Role.PolicyAdministrator]),
        new("Nav.Committee", "/committee", "people", Role.CommitteeMember, Role.CommitteeChair),
        new("Nav.Procedures", "/procedures", "bezier2", Role.PolicyAdministrator, Role.Auditor),
        new("Nav.Library", "/library", "collection", Role.PolicyAdministrator, Role.Auditor),
        new("Nav.Administration", "/administration", "diagram-3", Role.PolicyAdministrator, Role.Auditor),
        new("Nav.Audit", "/audit", "journal-check", Role.Auditor, Role.PolicyAdministrator),
    ];

    /// <summary>Every icon in the header, for the test that each of them exists.</summary>
    internal static IEnumerable<string> Icons => Items.Select(i => i.Icon);

    public static IReadOnlyList<NavItem> For(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true ? [.. Items.Where(i => i.Roles.Any(user.IsInRole))] : [];
}
