using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Portal;

/// <summary>The service catalogue (دليل الخدمات) as a member chooses from it.</summary>
[Authorize(Roles = Role.Member)]
public sealed class NewModel(ServiceQueries services) : PageModel
{
    public IReadOnlyList<ServiceEntry> Services => services.All();

    internal static string IconOf(string service) =>
        service switch
        {
            "rent-support" => "house-heart",
            "maintenance" => "tools",
            "unit-allocation" => "key",
            "membership-transfer" => "person-up",
            "share-refund" => "cash-coin",
            "statement-of-account" => "file-earmark-text",
            _ => "folder2-open",
        };
}
