using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Portal;

/// <summary>The documents of a request. Each is kept as it arrives; any may come later.</summary>
[Authorize(Roles = Role.Member)]
[RequestSizeLimit(Uploads.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.MostBytes)]
public sealed class DraftDocumentsModel(
    IMediator mediator,
    MyDrafts drafts,
    Uploads uploads,
    DocumentFields documents,
    IStringLocalizer<Texts> texts
) : PageModel
{
    private static readonly Dictionary<string, object?> NoAnswers = [];
    private IReadOnlyDictionary<string, Refusal> refused = new Dictionary<string, Refusal>();

    public DraftSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<DocumentFieldView> Documents =>
        [
            .. Sheet.Documents.Select(d =>
                documents.Show(
                    d,
                    Sheet.Form,
                    Sheet.Files.GetValueOrDefault(d.Key),
                    refused.GetValueOrDefault(d.Key)
                ) with
                {
                    MayRemove = true,
                }
            ),
        ];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) =>
        await OpenAsync(id, ct) ? Page() : await this.WhereDraftWentAsync(drafts, id, ct);

    public async Task<IActionResult> OnPostAsync(string id, string? go, string? remove, CancellationToken ct)
    {
        if (!await OpenAsync(id, ct))
            return await this.WhereDraftWentAsync(drafts, id, ct);
        var me = User.ToActor();
        var taken = await uploads.TakeAsync(Request.Form.Files, Sheet.Documents.Select(d => d.Key), me, ct);
        var changes = new Dictionary<string, string>(taken.Kept);
        if (remove is not null)
            changes[remove] = "";
        if (changes.Count > 0)
            await mediator.Send(new SaveRequestDraft(id, Sheet.Service.Code, NoAnswers, changes, me), ct);
        if (taken.Refused.Count > 0)
        {
            await OpenAsync(id, ct);
            refused = taken.Refused;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (remove is not null || go == "stay")
            return Redirect($"/my/drafts/{id}/documents");
        if (go == "later")
        {
            TempData["Flash"] = texts["Draft.SavedForLater"].Value;
            return Redirect("/my/requests");
        }

        return Redirect($"/my/drafts/{id}/review");
    }

    private async Task<bool> OpenAsync(string id, CancellationToken ct)
    {
        Sheet = (await drafts.FindAsync(id, User.ToActor(), ct))!;
        return Sheet is not null;
    }
}
