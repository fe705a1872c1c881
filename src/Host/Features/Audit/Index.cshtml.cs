using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Audit;

/// <summary>The audit trail, newest first.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class IndexModel(AuditQueries trail) : PageModel
{
    private const int PageSize = 40;

    public AuditFilter Filter { get; private set; } = null!;

    public IReadOnlyList<(string Code, string Name)> Kinds { get; private set; } = [];

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public PagerView Pager { get; private set; } = null!;

    public async Task OnGetAsync(
        [FromQuery(Name = "case")] string? number,
        string? person,
        string? code,
        DateOnly? from,
        DateOnly? to,
        [FromQuery(Name = "p")] int? page,
        CancellationToken ct
    )
    {
        var reader = User.ToActor();
        Filter = AuditFilter.Of(number, person, code, from, to);
        var found = trail.Find(Filter, reader);
        var total = await found.CountAsync(ct);
        var here = Math.Clamp(page ?? 1, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await found.OrderByDescending(a => a.Id).Skip((here - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Pager = new PagerView(here, PageSize, total, Filter.Address);
        Lines = await trail.TellAsync(rows, ct);
        Kinds = await trail.KindsAsync(reader, ct);
    }
}
