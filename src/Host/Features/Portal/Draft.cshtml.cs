using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Portal;

/// <summary>One page of questions. What is right is kept at once, also when something else on the page is not.</summary>
[Authorize(Roles = Role.Member)]
public sealed class DraftModel(IMediator mediator, MyDrafts drafts, FormFields fields, IStringLocalizer<Texts> texts)
    : PageModel
{
    public DraftSheet Sheet { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Part { get; private set; }

    public FormDefinition Questions => Sheet.Pages[Part - 1];

    public IReadOnlyList<FormFieldView> Fields { get; private set; } = [];

    public bool FromReview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, int part, string? back, CancellationToken ct)
    {
        if (await OpenAsync(id, part, back, ct) is { } elsewhere)
            return elsewhere;
        Fields = fields.Show(Questions, Sheet.Draft.Data, onFile: Sheet.OnFile);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, int part, string? back, string? go, CancellationToken ct)
    {
        if (await OpenAsync(id, part, back, ct) is { } elsewhere)
            return elsewhere;
        var typed = FormPost.Read(Questions, Request.Form);
        var problems = FormCheck.Check(Questions, typed, partial: true).Problems;
        var wrong = problems.Select(p => p.Field.Split('[')[0]).ToHashSet(StringComparer.Ordinal);
        var right = typed.Where(t => !wrong.Contains(t.Key)).ToDictionary(t => t.Key, t => t.Value);
        var none = new Dictionary<string, string>();
        await mediator.Send(new SaveRequestDraft(id, Sheet.Service.Code, right, none, User.ToActor()), ct);
        if (go != "later")
            problems = FormCheck.Check(Questions, typed).Problems;
        if (problems.Count > 0)
        {
            Fields = fields.Show(Questions, typed, problems, Request.Form, Sheet.OnFile);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (go == "later")
        {
            TempData["Flash"] = texts["Draft.SavedForLater"].Value;
            return Redirect("/my/requests");
        }

        return Redirect(FromReview ? $"/my/drafts/{id}/review" : NextAddress(id));
    }

    private string NextAddress(string id) =>
        Part < Sheet.Pages.Count ? $"/my/drafts/{id}/{Part + 1}" : $"/my/drafts/{id}/documents";

    private async Task<IActionResult?> OpenAsync(string id, int part, string? back, CancellationToken ct)
    {
        if (await drafts.FindAsync(id, User.ToActor(), ct) is not { } sheet)
            return await this.WhereDraftWentAsync(drafts, id, ct);
        if (part < 1 || part > sheet.Pages.Count)
            return NotFound();
        Sheet = sheet;
        Part = part;
        FromReview = back == "review";
        return null;
    }
}

internal static class GoneDrafts
{
    /// <summary>A draft that is no more: to the case that it has become, else nowhere.</summary>
    public static async Task<IActionResult> WhereDraftWentAsync(
        this PageModel page,
        MyDrafts drafts,
        string id,
        CancellationToken ct
    ) =>
        await drafts.SubmittedAsAsync(id, page.User.ToActor(), ct) is { } number
            ? new RedirectResult($"/my/cases/{number}")
            : new NotFoundResult();
}
