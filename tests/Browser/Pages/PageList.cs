namespace CaseFlow.Browser.Pages;

/// <summary>Every page, with who reads it and what stands on it (see <see cref="SeededSite.AddressAsync"/>).</summary>
public static class PageList
{
    public const string Anybody = "anybody";

    public static TheoryData<string, string, int> All
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var (who, addresses) in Pages)
            foreach (var address in addresses)
                data.Add(who, address, 200);
            data.Add(Anybody, "/no-such-page", 404);
            data.Add("noura", "/administration", 403);
            return data;
        }
    }

    private static readonly (string Who, string[] Addresses)[] Pages =
    [
        (Anybody, ["/", "/policy", "/sign-in", "/preferences", "/dev/ui"]),
        ("maryam", ["/my/requests"]),
        (
            "sara",
            [
                "/my/requests",
                "/my/new",
                "/my/new/rent-support",
                "/my/drafts/{draft}/1",
                "/my/drafts/{draft}/2",
                "/my/drafts/{draft}/documents",
                "/my/drafts/{draft}/review",
                "/my/cases/{filed}",
                "/my/cases/{incomplete}",
                "/my/cases/{studied}",
                "/my/cases/{accepted}",
                "/my/cases/{rejected}",
                "/my/tasks/{incomplete:SupplyItems}",
                "/my/tasks/{matched:SignDeclaration}",
                "/my/tasks/{matched:SignDeclaration}?correct=true",
                "/my/tasks/{provided:ConfirmService}",
                "/my/evaluations/{rejected}",
                "/my/evaluations/{studied}",
                "/letters/{letter}",
                "/letters/{letter}/paper",
            ]
        ),
        (
            "noura",
            [
                "/inbox",
                "/inbox?task={filed:Receive}",
                "/inbox?task={received:MatchEvidence}",
                "/inbox?pane=views",
                "/inbox?view=waiting",
                "/inbox?view=mine",
                "/tasks/{filed:Receive}",
                "/tasks/{received:MatchEvidence}",
                "/tasks/{signed:ExplainStudy}",
                "/cases",
                "/cases?q=nothing-like-this",
                "/cases/{studied}",
                "/cases/{studied}?tab=facts",
                "/cases/{rejected}?tab=tasks",
                "/cases/{rejected}?tab=committee",
                "/cases/{rejected}?tab=letters",
                "/cases/{rejected}?tab=timeline",
                "/cases/{rejected}?tab=people",
                "/letters/{letter}",
            ]
        ),
        (
            "abdulrahman",
            [
                "/committee",
                "/tasks/{studied:CommitteeStudy.Vote}",
                "/tasks/{voted:CommitteeStudy.Decide}",
                "/cases/{voted}?tab=committee",
            ]
        ),
        (
            "omar",
            [
                "/administration",
                "/administration?tab=calls",
                "/migrations",
                "/migrations?from={version}",
                "/procedures",
                "/procedures/member-service-request/trial",
                "/procedures/member-service-request",
                "/procedures/member-service-request/publication",
                "/procedures/member-service-request/compare?before=1&after=1",
                "/publications/new?with=letters/registration",
                "/exchange",
                "/library",
                "/library/letters/acceptance",
                "/library/forms/explanation",
                "/library/letters/new",
                "/library/letters/study-notice/edit",
                "/library/policy/parameters/edit",
                "/library/forms/rent-support/edit",
                "/library/calendars/official/edit",
                "/library/policy/declaration/edit",
                "/library/policy/clauses/edit",
                "/library/services/rent-support/edit",
            ]
        ),
        ("salma", ["/audit"]),
        ("turki", ["/inbox", "/tasks/{accepted:CompleteRegistration}", "/tasks/{registered:ProvideService}"]),
    ];
}
