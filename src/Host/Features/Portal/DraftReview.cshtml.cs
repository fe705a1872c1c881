using CaseFlow.Domain;
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

/// <summary>The whole request read back, and the button that submits it. Pressed twice it opens one case.</summary>
[Authorize(Roles = Role.Member)]
public sealed class DraftReviewModel(
    IMediator mediator,
    MyDrafts drafts,
    ReadBacks readBacks,
    RefusalText refusals,
    IStringLocalizer<Texts> texts
) : PageModel
{
    public DraftSheet Sheet { get; private set; } = null!;

    public Refusal? Refused { get; private set; }

    public ReadBackView ReadBack =>
        new(
            readBacks.Parts(Sheet.Pages, Sheet.Answers, Sheet.Problems, part => Address(part)),
            [
                .. Sheet
                    .Documents.Where(d => d.Required || Sheet.Files.ContainsKey(d.Key))
                    .Select(d => (d, Sheet.Files.GetValueOrDefault(d.Key)))
                    .Select(d => readBacks.Document(d.d, d.Item2?.FileName, d.Item2?.Id)),
            ]
        )
        {
            EditDocuments = $"/my/drafts/{Sheet.Draft.Id}/documents",
        };

    /// <summary>What to answer before it can be submitted, each leading to its page.</summary>
    public IReadOnlyList<(string Text, string Address)> ToAnswer =>
        [
            .. Sheet.Problems.Select(p =>
                (
                    $"{Label(p.Field)}: {refusals.Sentence(p.Code, p.Facts)}",
                    Address(FormPages.PageOf(Sheet.Pages, p.Field)) + "#" + FormFieldView.IdOf(p.Field)
                )
            ),
        ];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) =>
        await OpenAsync(id, ct) ? Page() : await this.WhereDraftWentAsync(drafts, id, ct);

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await OpenAsync(id, ct))
            return await this.WhereDraftWentAsync(drafts, id, ct);
        var request = new SubmitRequest(
            Sheet.Service.Code,
            Sheet.Answers,
            Sheet.Evidence,
            "website",
            null,
            id,
            User.ToActor()
        );
        try
        {
            var submitted = await mediator.Send(request, ct);
            TempData["Flash"] = texts["Review.Submitted", submitted.CaseNumber].Value;
            return Redirect($"/my/cases/{submitted.CaseNumber}");
        }
        catch (FormInvalidException)
        {
            // Everything that is missing stands on the page, each with a link to its question.
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            return Page();
        }
    }

    private string Label(string field) =>
        Sheet.Form.Field(field.Split('[')[0]) is { } known ? readBacks.Say(known.Label) : field;

    private string Address(int part) => $"/my/drafts/{Sheet.Draft.Id}/{part}?back=review";

    private async Task<bool> OpenAsync(string id, CancellationToken ct)
    {
        Sheet = (await drafts.FindAsync(id, User.ToActor(), ct))!;
        return Sheet is not null;
    }
}
