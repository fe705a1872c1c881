using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Hands in several drafts that need one another: two letters that share a subject, a form and the procedure that names its field.</summary>
[Authorize(Roles = Role.PolicyAdministrator)]
public sealed class TogetherModel(
    ProcedureQueries procedures,
    PublishRules rules,
    PolicyShelf shelf,
    IMediator mediator,
    IStringLocalizer<Texts> texts
) : PageModel
{
    private HashSet<string> _ticked = [];

    public IReadOnlyList<ProcedureLine> Drafts { get; private set; } = [];

    public HandoverView Handover { get; private set; } = new(rules, null, null);

    public Refusal? Refused { get; private set; }

    public IReadOnlyList<GateFinding> Findings { get; private set; } = [];

    /// <summary>Whether they were checked, and nothing was found.</summary>
    public bool IsSound { get; private set; }

    /// <param name="with">Ids of procedures and documents to begin with.</param>
    public async Task OnGetAsync(string[] with, CancellationToken ct)
    {
        Drafts = await procedures.DraftsAsync(ct);
        _ticked = [.. Drafts.Where(d => with.Contains(d.DefinitionId)).Select(d => d.Latest.Mark)];
    }

    /// <param name="chosen">Marks of the drafts as they were seen.</param>
    public async Task<IActionResult> OnPostAsync(string[] chosen, string? reason, string? day, CancellationToken ct)
    {
        if (await SendAsync(chosen, reason, day, checksOnly: false, ct) is not { Passed: true } answer)
            return Page();
        var state = answer.Publication?.State ?? PublicationState.Live;
        TempData["Flash"] = texts[$"Together.{state}", answer.Versions.Count].Value;
        return Redirect(VersionPage.HomeOf(answer.Version.DefinitionId));
    }

    public async Task<IActionResult> OnPostCheckAsync(
        string[] chosen,
        string? reason,
        string? day,
        CancellationToken ct
    )
    {
        IsSound = await SendAsync(chosen, reason, day, checksOnly: true, ct) is { Findings.Count: 0 };
        return Page();
    }

    public bool IsTicked(ProcedureLine draft) => _ticked.Contains(draft.Latest.Mark);

    /// <summary>Whether something was found in what is in force, which this draft would replace.</summary>
    public bool MayHelp(ProcedureLine draft) =>
        !IsTicked(draft) && Findings.Any(f => f.In == draft.DefinitionId || f.In == draft.InForce?.Name);

    public string Named(ProcedureLine draft, string language) =>
        shelf.Current.Documents.FirstOrDefault(d => d.Id == draft.DefinitionId)?.Names.In(language) ?? draft.Name;

    /// <summary>Null when it was refused; what the checks found stands on the page.</summary>
    private async Task<PublishAnswer?> SendAsync(
        string[] chosen,
        string? reason,
        string? day,
        bool checksOnly,
        CancellationToken ct
    )
    {
        _ticked = [.. chosen];
        Handover = new HandoverView(rules, reason, day);
        Drafts = await procedures.DraftsAsync(ct);
        try
        {
            var from = EffectiveDay.Read(day, shelf.Current.Library.Parameters.Zone);
            var order = new PublishDefinition([.. chosen.Select(SeenVersion.Of)], reason, from, User.ToActor());
            var answer = await mediator.Send(order with { ChecksOnly = checksOnly }, ct);
            Findings = answer.Findings;
            if (!answer.Passed)
                Response.StatusCode = StatusCodes.Status409Conflict;
            return answer;
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            return null;
        }
    }
}
