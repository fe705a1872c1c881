using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Asks what has to be known before a version comes into force: why, from when, and by whose agreement.</summary>
[Authorize(Roles = Role.PolicyAdministrator)]
public sealed class PublicationModel(
    ProcedureQueries procedures,
    PublishRules rules,
    PolicyLibrary library,
    IMediator mediator,
    IStringLocalizer<Texts> texts
) : VersionPage
{
    public PublishRules Rules => rules;

    public VersionLine Version { get; private set; } = null!;

    public string? Reason { get; private set; }

    public string? Day { get; private set; }

    public Refusal? Refused { get; private set; }

    public IReadOnlyList<GateFinding> Findings { get; private set; } = [];

    public HandoverView Handover => new(Rules, Reason, Day);

    /// <summary>Whether it may be handed in with others: a draft, and not an earlier version.</summary>
    public bool MayGoWithOthers => !Version.IsFrozen;

    public string WithOthers => $"/publications/new?with={Uri.EscapeDataString(Id)}";

    public Task OnGetAsync(int? version, CancellationToken ct) => FillAsync(version, ct);

    public async Task<IActionResult> OnPostAsync(
        int? version,
        string? seen,
        string? reason,
        string? day,
        CancellationToken ct
    )
    {
        await FillAsync(version, ct);
        (Reason, Day) = (reason, day);
        try
        {
            var answer = await mediator.Send(
                new PublishDefinition(
                    Version.Id,
                    seen,
                    reason,
                    EffectiveDay.Read(day, library.Parameters.Zone),
                    User.ToActor()
                ),
                ct
            );
            if (answer.Passed)
            {
                TempData["Flash"] = texts[$"Published.{answer.Publication?.State ?? PublicationState.Live}"].Value;
                return Redirect(Home);
            }
            Findings = answer.Findings;
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
        }
        return Page();
    }

    private async Task FillAsync(int? version, CancellationToken ct)
    {
        var versions = await procedures.HistoryAsync(Id, ct);
        Version =
            versions.FirstOrDefault(v => version is null ? v.IsLatest : v.Version == version)
            ?? throw RefusalException.Of("procedure.unknown");
    }
}

/// <summary>The part of a form that asks what has to be known beside the versions themselves.</summary>
public sealed record HandoverView(PublishRules Rules, string? Reason, string? Day);
