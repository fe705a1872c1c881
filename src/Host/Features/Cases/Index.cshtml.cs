using System.Globalization;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Cases;

/// <summary>The cases that a reader may see. Searches and statuses know nothing of a decision before the reply (P59).</summary>
[Authorize(Roles = StaffRoles.Readers)]
public sealed class IndexModel(CaseFlowDb db, CaseAccess access, CaseQueries cases, PolicyLibrary library) : PageModel
{
    private const int PageSize = 25;

    public IReadOnlyList<CaseItem> Cases { get; private set; } = [];

    /// <summary>What is to be done next, by case number: the title of its oldest open task.</summary>
    public IReadOnlyDictionary<string, LocalText> Next { get; private set; } = new Dictionary<string, LocalText>();

    public IReadOnlyList<(string Code, LocalText Name)> Services =>
        [.. library.Services.Values.Select(s => (s.Code, s.Name)).OrderBy(s => s.Code, StringComparer.Ordinal)];

    public string? Search { get; private set; }

    public string? Service { get; private set; }

    public MemberStatus? Status { get; private set; }

    public PagerView Pager { get; private set; } = null!;

    public bool Filtered => Search is not null || Service is not null || Status is not null;

    /// <param name="p">Number of the page; <c>page</c> is a word of the router's own.</param>
    public async Task OnGetAsync(string? q, string? service, MemberStatus? status, int? p, CancellationToken ct)
    {
        Search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Service = string.IsNullOrEmpty(service) ? null : service;
        Status = status;
        var found = Matching(access.VisibleTo(User.ToActor()));
        var total = await found.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var here = Math.Clamp(p ?? 1, 1, pages);
        Pager = new PagerView(here, PageSize, total, Link);
        Cases = await cases.ItemsAsync(
            found
                .OrderByDescending(c => c.SubmittedAt)
                .ThenByDescending(c => c.Number)
                .Skip((here - 1) * PageSize)
                .Take(PageSize),
            ct
        );
        Next = await NextAsync([.. Cases.Select(c => c.Number)], ct);
    }

    private IQueryable<CaseRow> Matching(IQueryable<CaseRow> visible)
    {
        if (Service is { } service)
            visible = visible.Where(c => c.ServiceCode == service);
        if (Status is { } status)
            visible = visible.Where(c => c.PublicStatus == status);
        if (Search is not { } words)
            return visible;
        return visible.Where(c =>
            c.Number.Contains(words)
            || db.Parties.Any(p =>
                p.Id == c.ApplicantPartyId
                && (p.Name.Contains(words) || p.NameEnglish.Contains(words) || p.MembershipNumber == words)
            )
        );
    }

    private async Task<Dictionary<string, LocalText>> NextAsync(IReadOnlyList<string> numbers, CancellationToken ct)
    {
        var open = await db
            .Tasks.Where(t => t.CaseNumber != null && numbers.Contains(t.CaseNumber))
            .Where(t => t.Status == HumanTaskStatus.Open || t.Status == HumanTaskStatus.Claimed)
            .OrderBy(t => t.OpenedAt)
            .Select(t => new
            {
                t.CaseNumber,
                t.TitleAr,
                t.TitleEn,
            })
            .ToListAsync(ct);
        return open.GroupBy(t => t.CaseNumber!)
            .ToDictionary(g => g.Key, g => new LocalText(g.First().TitleAr, g.First().TitleEn));
    }

    private string Link(int p) =>
        QueryHelpers.AddQueryString(
            "/cases",
            new Dictionary<string, string?>
            {
                ["q"] = Search,
                ["service"] = Service,
                ["status"] = Status?.ToString(),
                ["p"] = p.ToString(CultureInfo.InvariantCulture),
            }.Where(part => part.Value is not null)
        );
}
