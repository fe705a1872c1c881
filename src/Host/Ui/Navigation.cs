using System.Security.Claims;

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
    private static readonly string[] Staff =
    [
        "RelationsOfficer",
        "SocialResearchOfficer",
        "ServiceOfficer",
        "BranchDelegate",
        "CommitteeMember",
        "CommitteeChair",
    ];

    private static readonly NavItem[] Items =
    [
        new("Nav.MyRequests", "/my/requests", "folder2-open", "Member"),
        new("Nav.NewRequest", "/my/new", "plus-circle", "Member"),
        new("Nav.Inbox", "/inbox", "inbox", Staff),
        new("Nav.Cases", "/cases", "files", [.. Staff, "Auditor", "PolicyAdministrator"]),
        new("Nav.Committee", "/committee", "people", "CommitteeMember", "CommitteeChair"),
        new("Nav.Administration", "/administration", "diagram-3", "PolicyAdministrator"),
        new("Nav.Audit", "/audit", "journal-check", "Auditor"),
    ];

    public static IReadOnlyList<NavItem> For(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true ? [.. Items.Where(i => i.Roles.Any(user.IsInRole))] : [];
}
