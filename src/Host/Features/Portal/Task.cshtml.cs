using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Features.Signing;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Portal;

/// <summary>One thing that waits for the member. A refusal is shown here, and nothing typed or uploaded is lost.</summary>
[Authorize(Roles = Role.Member)]
[RequestSizeLimit(Uploads.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.MostBytes)]
public sealed class TaskModel(
    IMediator mediator,
    MyTaskSheets sheets,
    MyTaskView view,
    Uploads uploads,
    Reader reader,
    IStringLocalizer<Texts> texts
) : PageModel
{
    public MyTaskSheet Sheet { get; private set; } = null!;

    public MyTaskView Parts => view;

    /// <summary>Whether all that is wrong is that something is not there yet; then the rest may be sent without it.</summary>
    public bool MaySendPart { get; private set; }

    private Actor Me => User.ToActor();

    public async Task<IActionResult> OnGetAsync(string id, bool correct, CancellationToken ct) =>
        await OpenAsync(id, correct, ct) ?? Page();

    public async Task<IActionResult> OnPostSupplyAsync(
        string id,
        bool correct,
        string? go,
        long? version,
        CancellationToken ct
    )
    {
        if (await OpenAsync(id, correct, ct) is { } elsewhere)
            return elsewhere;
        var typed = FormPost.Read(Sheet.Questions!, Request.Form);
        var taken = await uploads.TakeAsync(Request.Form.Files, Sheet.Documents.Select(d => d.Key), Me, ct);
        await mediator.Send(new SaveTaskDraft(id, MyTaskInput.Draft(typed, Sheet.Files, taken.Kept), Me), ct);
        await OpenAsync(id, correct, ct);
        if (go == "later" && taken.Refused.Count == 0)
        {
            TempData["Flash"] = texts["Draft.SavedForLater"].Value;
            return Redirect("/my/requests");
        }

        var facts = MyTaskInput.Facts(Sheet, typed);
        var problems = FormCheck.Check(Sheet.Questions!, typed, partial: go == "part").Problems;
        var absent =
            go == "part" || correct
                ? []
                : Sheet.Documents.Where(d => Sheet.IsMissing(d) && !Sheet.Files.ContainsKey(d.Key)).ToList();
        view.Fill(Sheet, typed, problems, Request.Form, taken.Refused, absent);
        MaySendPart =
            problems.All(p => p.Code == "form.required")
            && taken.Refused.Count == 0
            && facts.Count + Sheet.Files.Count > 0;
        if (problems.Count + taken.Refused.Count + absent.Count > 0)
            return Again(StatusCodes.Status400BadRequest);
        if (correct && facts.Count + Sheet.Files.Count == 0)
            return Refuse(Refusal.Of("case.nothing-supplied", "P55"));
        return await CompleteAsync(
            correct ? "Corrected" : "Supplied",
            MyTaskInput.Completion(facts, Sheet.Files),
            version,
            ct
        );
    }

    public async Task<IActionResult> OnPostCodeAsync(string id, CancellationToken ct)
    {
        if (await OpenAsync(id, false, ct) is { } elsewhere)
            return elsewhere;
        try
        {
            await mediator.Send(new SendSignCode(id, Me), ct);
            return Redirect($"/my/tasks/{id}#sign");
        }
        catch (RefusalException no)
        {
            return Refuse(no.Refusal);
        }
    }

    public async Task<IActionResult> OnPostSignAsync(
        string id,
        string? code,
        string? contentHash,
        long? version,
        CancellationToken ct
    )
    {
        if (await OpenAsync(id, false, ct) is { } elsewhere)
            return elsewhere;
        var signature = new Dictionary<string, object?>
        {
            // Six digits in either shape, with or without the space that a mail program adds.
            ["code"] = DigitShape.Latin.Apply(code ?? "").Replace(" ", "", StringComparison.Ordinal),
            ["contentHash"] = contentHash ?? "",
            ["language"] = reader.Preferences.Language,
        };
        return await CompleteAsync("Signed", signature, version, ct);
    }

    /// <summary>Every other task: its form and one of its ends.</summary>
    public async Task<IActionResult> OnPostEndAsync(string id, string outcome, long? version, CancellationToken ct)
    {
        if (await OpenAsync(id, false, ct) is { } elsewhere)
            return elsewhere;
        var typed = Sheet.Questions is { } form ? FormPost.Read(form, Request.Form) : [];
        view.Fill(Sheet, typed, [], Request.Form);
        return await CompleteAsync(outcome, typed, version, ct);
    }

    private async Task<IActionResult> CompleteAsync(
        string outcome,
        IReadOnlyDictionary<string, object?> data,
        long? version,
        CancellationToken ct
    )
    {
        try
        {
            await mediator.Send(new CompleteTask(Sheet.Task.Task.Id, outcome, data, version, Me), ct);
        }
        catch (FormInvalidException wrong)
        {
            view.Fill(Sheet, FormPost.Read(Sheet.Questions!, Request.Form), wrong.Problems, Request.Form);
            return Again(StatusCodes.Status400BadRequest);
        }
        catch (RefusalException no)
        {
            return Refuse(no.Refusal);
        }

        TempData["Flash"] = texts[$"Task.Done.{DoneWord(outcome)}"].Value;
        return Redirect($"/my/cases/{Sheet.Task.Task.CaseNumber}");
    }

    private static string DoneWord(string outcome) =>
        outcome is "Supplied" or "Corrected" or "Signed" or "Confirmed" or "NotReceived" ? outcome : "Other";

    private PageResult Refuse(Refusal refusal)
    {
        view.Refused = refusal;
        return Again(RefusalStatus.Of(refusal.Code));
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    // A task that is done leads to its case: pressed twice, or done at the desk meanwhile.
    private async Task<IActionResult?> OpenAsync(string id, bool correct, CancellationToken ct)
    {
        (Sheet, var open) = await sheets.OpenAsync(id, correct, Me, ct);
        if (!open)
        {
            TempData["Flash"] = texts["Task.AlreadyDone"].Value;
            TempData["FlashTone"] = nameof(Tone.Info);
            return Redirect($"/my/cases/{Sheet.Task.Task.CaseNumber}");
        }

        await view.OpenAsync(Sheet, ct);
        return null;
    }
}
