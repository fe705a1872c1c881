using CaseFlow.Host.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// A page about the versions of one thing: a procedure under <c>/procedures/{id}</c>, a document of the policy library under
/// <c>/library/{folder}/{key}</c>. Both live the same life, so both have the same pages.
/// </summary>
public abstract class VersionPage : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string? ProcedureId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Folder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public string Id => Folder is null ? ProcedureId ?? "" : $"{Folder}/{Key}";

    public bool IsDocument => Folder is not null;

    /// <summary>The page with all versions.</summary>
    public string Home => HomeOf(Id);

    /// <summary>The list that it is in.</summary>
    public string List => IsDocument ? "/library" : "/procedures";

    public static string HomeOf(string id) =>
        PolicyDocument.KindOf(id) is null ? $"/procedures/{Uri.EscapeDataString(id)}" : $"/library/{id}";
}
