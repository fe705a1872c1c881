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

/// <summary>One procedure: what waits, its versions, its picture. Auditors read, administrators act.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class DetailsModel(
    ProcedureQueries procedures,
    PublishRules rules,
    PolicyShelf shelf,
    DefinitionStore definitions,
    IMediator mediator,
    Reader reader,
    IStringLocalizer<Texts> texts
) : VersionPage
{
    public PublishRules Rules => rules;

    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public IReadOnlyList<PublicationRow> Publications { get; private set; } = [];

    public PublicationRow? Open => Publications.FirstOrDefault(p => p.IsOpen);

    public string Name => Named(Id, Versions[0].Name);

    /// <summary>What was handed in together with its publications, by their set.</summary>
    public ILookup<string, Companion> Companions { get; private set; } = null!;

    /// <summary>The version that the picture shows: the one in force, else the latest.</summary>
    public VersionLine? Shown { get; private set; }

    public Picture? Picture { get; private set; }

    /// <summary>Whether the version in force can only be started by a case.</summary>
    public bool NeedsCase { get; private set; }

    public Refusal? Refused { get; private set; }

    public IReadOnlyList<GateFinding> Findings { get; private set; } = [];

    /// <summary>A document that has been in force has a name in the reader's language.</summary>
    public string Named(string id, string name) =>
        shelf.Current.Documents.FirstOrDefault(d => d.Id == id)?.Names.In(reader.Preferences.Language) ?? name;

    public string Asker(PublicationRow publication) =>
        publication.RequestedBy == Actor.System.UserId ? texts["ByFolder"].Value : publication.RequestedByName;

    public Task OnGetAsync(CancellationToken ct) => FillAsync(ct);

    public async Task<IActionResult> OnPostApproveAsync(string publication, CancellationToken ct)
    {
        try
        {
            var answer = await mediator.Send(new ApprovePublication(publication, User.ToActor()), ct);
            if (answer.Passed)
                return Back("Approved");
            Findings = answer.Findings;
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (RefusalException no)
        {
            Note(no.Refusal);
        }
        await FillAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostRefuseAsync(string publication, string? reason, CancellationToken ct) =>
        DoAsync(new RefusePublication(publication, reason, User.ToActor()), "WasRefused", ct);

    public Task<IActionResult> OnPostWithdrawAsync(string publication, string? reason, CancellationToken ct) =>
        DoAsync(new WithdrawPublication(publication, reason, User.ToActor()), "WasWithdrawn", ct);

    public Task<IActionResult> OnPostRetractAsync(string? reason, CancellationToken ct) =>
        DoAsync(new RetractDefinition(Id, reason, User.ToActor()), "WasRetracted", ct);

    public Task<IActionResult> OnPostRevertAsync(int version, CancellationToken ct) =>
        DoAsync(new RevertDefinition(Id, version, User.ToActor()), "WasReverted", ct);

    private async Task<IActionResult> DoAsync<T>(IRequest<T> act, string done, CancellationToken ct)
    {
        try
        {
            await mediator.Send(act, ct);
            return Back(done);
        }
        catch (RefusalException no)
        {
            Note(no.Refusal);
            await FillAsync(ct);
            return Page();
        }
    }

    private void Note(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = RefusalStatus.Of(refusal.Code);
    }

    private RedirectResult Back(string done)
    {
        TempData["Flash"] = texts[done].Value;
        return Redirect(Home);
    }

    private async Task FillAsync(CancellationToken ct)
    {
        Versions = await procedures.HistoryAsync(Id, ct);
        Publications = await procedures.PublicationsAsync(Id, ct);
        Companions = await procedures.CompanionsAsync(Id, ct);
        if (IsDocument)
            return;
        NeedsCase =
            Versions.FirstOrDefault(v => v.IsPublished) is { } inForce
            && definitions.NeedsCase(await definitions.GetAsync(inForce.Id, ct));
        Shown = Versions.FirstOrDefault(v => v.IsPublished) ?? Versions[0];
        var definition = await procedures.ReadAsync(Id, Shown.Version, ct);
        var waiting = await procedures.WaitingAsync(Shown.Id, definition, ct);
        Picture = Picture.Of(definition, waiting, reader.IsArabic);
    }
}
