using System.Globalization;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Cases;
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

/// <summary>The member's evaluation of a past contact: open at any time, asked for once, without a name (P30 to P32).</summary>
[Authorize(Roles = Role.Member)]
public sealed class EvaluateModel(
    IMediator mediator,
    MyCases cases,
    CaseFlowDb db,
    RefusalText refusals,
    TimeProvider clock,
    IStringLocalizer<Texts> texts
) : PageModel
{
    private static readonly string[] Marks = ["ease", "clarity", "speed"];

    public CaseOnFile OnFile { get; private set; } = null!;

    public bool Answered { get; private set; }

    public bool TooEarly { get; private set; }

    public IReadOnlyList<FormFieldView> Fields { get; private set; } = [];

    public Task OnGetAsync(string number, CancellationToken ct) => OpenAsync(number, [], ct);

    public async Task<IActionResult> OnPostAsync(string number, string? comment, CancellationToken ct)
    {
        var (ease, clarity, speed) = (Mark("ease"), Mark("clarity"), Mark("speed"));
        try
        {
            await mediator.Send(new EvaluateService(number, ease, clarity, speed, comment, User.ToActor()), ct);
        }
        catch (FormInvalidException wrong)
        {
            await OpenAsync(number, wrong.Problems, ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        catch (RefusalException no) when (no.Refusal.Code.StartsWith("evaluation.", StringComparison.Ordinal))
        {
            await OpenAsync(number, [], ct);
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            return Page();
        }

        TempData["Flash"] = texts["Evaluate.Received"].Value;
        return Redirect($"/my/cases/{number}");
    }

    private int Mark(string name) =>
        int.TryParse(Request.Form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var mark) ? mark : 0;

    private async Task OpenAsync(string number, IReadOnlyList<FieldProblem> problems, CancellationToken ct)
    {
        OnFile = await cases.GetAsync(number, User.ToActor(), ct);
        TooEarly = !OnFile.Case.ForMember(clock.GetUtcNow()).MayDo.Contains(MemberAction.Evaluate);
        Answered = await db.EvaluationInvitations.AnyAsync(e => e.CaseNumber == number && e.Answered, ct);
        var typed = Request.HasFormContentType ? Request.Form : null;
        Fields =
        [
            .. Marks.Select(name => new FormFieldView(name, FieldType.Choice, texts[$"Evaluate.{name}"])
            {
                Required = true,
                Value = typed?[name],
                Error = Error(name),
                Options =
                [
                    .. Enumerable
                        .Range(1, EvaluateService.Best)
                        .Reverse()
                        .Select(m => new ChoiceView(m.ToString(CultureInfo.InvariantCulture), texts[$"Mark.{m}"])),
                ],
            }),
            new FormFieldView("comment", FieldType.Multiline, texts["Evaluate.Comment"])
            {
                Help = texts["Evaluate.CommentHelp"],
                MaxLength = EvaluateService.LongestComment,
                Value = typed?["comment"],
                Error = Error("comment"),
            },
        ];

        string? Error(string field) =>
            problems.FirstOrDefault(p => p.Field == field) is { } problem
                ? refusals.Sentence(problem.Code, problem.Facts)
                : null;
    }
}
