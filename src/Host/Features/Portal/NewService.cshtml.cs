using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Portal;

/// <summary>One service before it is asked for: what to expect, what is asked and why.</summary>
[Authorize(Roles = Role.Member)]
public sealed class NewServiceModel(
    IMediator mediator,
    ServiceQueries services,
    OnFile onFile,
    DocumentFields documents
) : PageModel
{
    public ServiceEntry Entry { get; private set; } = null!;

    public IReadOnlyList<DocumentFieldView> Documents =>
        [.. Entry.Service.Evidence.Select(e => documents.Show(e, Entry.Form, null))];

    public IActionResult OnGet(string service) => Find(service) ? Page() : NotFound();

    /// <summary>Begins a draft with what the society knows already.</summary>
    public async Task<IActionResult> OnPostAsync(string service, CancellationToken ct)
    {
        if (!Find(service))
            return NotFound();
        var me = User.ToActor();
        var known = await onFile.AnswersAsync(Entry.Form, me.PartyId!, ct);
        var draft = await mediator.Send(
            new SaveRequestDraft(null, service, known, new Dictionary<string, string>(), me),
            ct
        );
        return Redirect($"/my/drafts/{draft.Id}/1");
    }

    private bool Find(string service)
    {
        Entry = services.Find(service)!;
        return Entry is not null;
    }
}
