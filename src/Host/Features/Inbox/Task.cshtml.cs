using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Documents;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>One task: look, claim, give back, keep a draft, complete. A refusal is shown here, and nothing typed is lost.</summary>
[Authorize(Roles = StaffRoles.TaskHolders)]
[RequestSizeLimit(8 * 1024 * 1024)]
public sealed class TaskModel(IMediator mediator, TaskSheets sheets, IStringLocalizer<Texts> texts, Reader reader)
    : PageModel
{
    public TaskSheet Sheet { get; private set; } = null!;

    private Actor Reader => User.ToActor();

    public async Task OnGetAsync(string id, CancellationToken ct) => Sheet = await sheets.OpenAsync(id, Reader, ct);

    public async Task<IActionResult> OnPostClaimAsync(string id, string? back, CancellationToken ct)
    {
        try
        {
            await mediator.Send(new ClaimTask(id, Reader), ct);
            return Back(id, back);
        }
        catch (RefusalException no)
        {
            return await RefusedAsync(id, no.Refusal, ct);
        }
    }

    public async Task<IActionResult> OnPostReleaseAsync(string id, string? back, CancellationToken ct)
    {
        try
        {
            await mediator.Send(new ReleaseTask(id, Reader), ct);
            TempData["Flash"] = texts["Task.Released"].Value;
            return Back(id, back);
        }
        catch (RefusalException no)
        {
            return await RefusedAsync(id, no.Refusal, ct);
        }
    }

    /// <summary>Keeps what is typed so far. A script asks for it while typing, a button without one.</summary>
    public async Task<IActionResult> OnPostDraftAsync(string id, CancellationToken ct)
    {
        var sheet = await sheets.OpenAsync(id, Reader, ct);
        var typed = TaskInput.Read(Request.Form, sheet, sheets.FormOf(sheet));
        await mediator.Send(new SaveTaskDraft(id, typed, Reader), ct);
        if (Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            return new NoContentResult();
        TempData["Flash"] = texts["Task.DraftKept"].Value;
        return Redirect($"/tasks/{id}");
    }

    public async Task<IActionResult> OnPostCompletionAsync(
        string id,
        string outcome,
        long? version,
        IFormFile? proof,
        CancellationToken ct
    )
    {
        var sheet = await sheets.OpenAsync(id, Reader, ct);
        var form = sheets.FormOf(sheet);
        var typed = TaskInput.Read(Request.Form, sheet, form);
        try
        {
            if (proof is { Length: > 0 } && sheet.Case is { } file)
                typed["proof"] = await KeepAsync(file, proof, ct);
            FormInvalidException.ThrowIfAny(TaskInput.Check(sheet.Task.Kind, outcome, form, typed));
            var data = TaskInput.Completion(sheet.Task.Kind, outcome, typed);
            await mediator.Send(new CompleteTask(id, outcome, data, version, Reader), ct);
        }
        catch (FormInvalidException wrong)
        {
            await mediator.Send(new SaveTaskDraft(id, typed, Reader), ct);
            Sheet = sheets.Fill(sheet, typed, Reader, wrong.Problems, Request.Form);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        catch (RefusalException no)
        {
            // The draft outlives the refusal, also when a colleague holds the task now.
            await mediator.Send(new SaveTaskDraft(id, typed, Reader), ct);
            return await RefusedAsync(id, no.Refusal, ct);
        }

        TempData["Flash"] = texts["Task.Completed", sheet.Task.Title.In(reader.Preferences.Language)].Value;
        return Redirect("/inbox");
    }

    // The proof becomes a document of the case before the rules are asked, so that it need not be chosen twice.
    private async Task<string> KeepAsync(CaseOnFile onFile, IFormFile file, CancellationToken ct)
    {
        var content = await UploadReader.ReadAsync(file, ct);
        var upload = new UploadDocument(
            onFile.File.ApplicantPartyId,
            onFile.File.Number,
            file.FileName,
            content,
            Reader
        );
        return (await mediator.Send(upload, ct)).Id;
    }

    private async Task<IActionResult> RefusedAsync(string id, Refusal refusal, CancellationToken ct)
    {
        Sheet = (await sheets.OpenAsync(id, Reader, ct)) with { Refused = refusal };
        Response.StatusCode = RefusalStatus.Of(refusal.Code);
        return Page();
    }

    private LocalRedirectResult Back(string id, string? back) =>
        LocalRedirect(Url.IsLocalUrl(back) ? back : $"/tasks/{id}");
}
