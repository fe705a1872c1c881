using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Starts a procedure that serves no case, with the inputs that it declares.</summary>
[Authorize(Roles = Role.PolicyAdministrator)]
public sealed class StartModel(
    ProcedureQueries procedures,
    DefinitionStore definitions,
    Reader reader,
    IMediator mediator,
    IStringLocalizer<Texts> texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The version in force; null when there is none.</summary>
    public VersionLine? InForce { get; private set; }

    public string Name { get; private set; } = "";

    public bool NeedsCase { get; private set; }

    public IReadOnlyList<DeclaredInput> Inputs { get; private set; } = [];

    /// <summary>Sent along, so that pressing twice starts one.</summary>
    public string Key { get; private set; } = "";

    public string? Correlation { get; private set; }

    public Refusal? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Key = DefinitionBook.NewId();
        await FillAsync(new Dictionary<string, string>(), ct);
    }

    public async Task<IActionResult> OnPostAsync(string? key, string? correlation, CancellationToken ct)
    {
        var typed = DeclaredInputs.Typed(Request.Form);
        (Key, Correlation) = (key ?? "", correlation);
        try
        {
            var definition = await definitions.FindInForceAsync(Id, ct);
            var input = definition is null ? [] : DeclaredInputs.Read(definition, typed);
            await mediator.Send(new StartProcedure(Id, input, correlation, key, User.ToActor()), ct);
            TempData["Flash"] = texts["Started", Id].Value;
            return Redirect("/administration?tab=instances");
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            // What has stopped is there, waiting for an administrator: to start it once more is another one.
            if (no.Refusal.Code == "procedure.stopped")
                Key = DefinitionBook.NewId();
        }
        await FillAsync(typed, ct);
        return Page();
    }

    private async Task FillAsync(Dictionary<string, string> typed, CancellationToken ct)
    {
        var versions = await procedures.OfProcedureAsync(Id, ct);
        InForce = versions.FirstOrDefault(v => v.IsPublished);
        Name = Picture.Half((InForce ?? versions[0]).Name, reader.IsArabic);
        if (InForce is null)
            return;
        var definition = await definitions.GetAsync(InForce.Id, ct);
        NeedsCase = definitions.NeedsCase(definition);
        Inputs = DeclaredInputs.Of(definition, withCase: false, reader, typed);
    }
}
