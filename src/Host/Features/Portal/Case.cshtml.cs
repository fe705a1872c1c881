using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Portal;

/// <summary>
/// One request in public words. Everything about where it stands comes from <see cref="CaseForMember"/>, so that before
/// the reply this page is the same whatever was decided (P59).
/// </summary>
[Authorize(Roles = Role.Member)]
public sealed class CaseModel(
    IMediator mediator,
    MyCases cases,
    MyTasks tasks,
    CaseQueries queries,
    CaseFlowDb db,
    PolicyLibrary library,
    FormFields fields,
    ReadBacks readBacks,
    TimeProvider clock,
    IStringLocalizer<Texts> texts
) : PageModel
{
    private const string QuestionForm = "clarification-request";

    public CaseOnFile OnFile { get; private set; } = null!;

    public CaseForMember View { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<TaskItem> Waiting { get; private set; } = [];

    public IReadOnlyList<LetterItem> Letters { get; private set; } = [];

    public IReadOnlyList<FormFieldView> Question { get; private set; } = [];

    public bool Evaluated { get; private set; }

    public Refusal? Refused { get; private set; }

    public StudyBarView? Study => View.Reply is null && !Has(MemberStatus.Withdrawn) ? StudyBars.Of(OnFile, Now) : null;

    /// <summary>The letter that tells the reply: the first one of that moment.</summary>
    public LetterItem? ReplyLetter =>
        View.Reply is { } reply ? Letters.FirstOrDefault(l => l.IssuedAt >= reply.At) : null;

    /// <summary>The member's questions and what was answered (P54).</summary>
    public IReadOnlyList<ClarificationRecord> Questions => OnFile.File.Clarifications;

    public ReadBackView ReadBack
    {
        get
        {
            var (form, service, file) = (OnFile.Context.Form, OnFile.Context.Service, OnFile.File);
            return new(
                readBacks.Parts(FormPages.Of(form), file.Facts, [], _ => null),
                [
                    .. file
                        .Evidence.Select(e =>
                            (Item: e, Requirement: service.Evidence.FirstOrDefault(r => r.Key == e.Requirement))
                        )
                        .Where(e => e.Requirement is not null)
                        .Select(e => readBacks.Document(e.Requirement!, e.Item.FileName, e.Item.DocumentId)),
                ]
            );
        }
    }

    public bool May(MemberAction action) => View.MayDo.Contains(action);

    public bool Has(MemberStatus status) => View.Status == status;

    public Task OnGetAsync(string number, CancellationToken ct) => OpenAsync(number, ct);

    public async Task<IActionResult> OnPostQuestionAsync(string number, CancellationToken ct)
    {
        await OpenAsync(number, ct);
        var form = library.Forms[QuestionForm];
        var typed = FormPost.Read(form, Request.Form);
        try
        {
            var question = FormCheck.Check(form, typed);
            FormInvalidException.ThrowIfAny(question.Problems);
            await mediator.Send(
                new AskForClarification(number, (string)question.Data["question"]!, User.ToActor()),
                ct
            );
            TempData["Flash"] = texts["Question.Sent"].Value;
            return Redirect($"/my/cases/{number}");
        }
        catch (FormInvalidException wrong)
        {
            Question = fields.Show(form, typed, wrong.Problems, Request.Form);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (RefusalException no)
        {
            Question = fields.Show(form, typed, posted: Request.Form);
            Refuse(no.Refusal);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawalAsync(string number, string? reason, CancellationToken ct)
    {
        await OpenAsync(number, ct);
        try
        {
            await mediator.Send(
                new WithdrawCase(number, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), User.ToActor()),
                ct
            );
            TempData["Flash"] = texts["Withdraw.Done", number].Value;
            return Redirect($"/my/cases/{number}");
        }
        catch (RefusalException no)
        {
            Refuse(no.Refusal);
            return Page();
        }
    }

    private void Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = RefusalStatus.Of(refusal.Code);
    }

    private async Task OpenAsync(string number, CancellationToken ct)
    {
        var me = User.ToActor();
        Now = clock.GetUtcNow();
        OnFile = await cases.GetAsync(number, me, ct);
        View = OnFile.Case.ForMember(Now);
        Waiting = [.. (await tasks.OpenAsync(me, ct)).Where(t => t.CaseNumber == number)];
        Letters = await queries.LettersAsync(number, me, ct);
        Question = fields.Show(library.Forms[QuestionForm], new Dictionary<string, object?>());
        Evaluated = await db.EvaluationInvitations.AnyAsync(e => e.CaseNumber == number && e.Answered, ct);
    }
}
