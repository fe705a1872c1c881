using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// A second administrator agrees (P11), with all that was handed in together. The checks run once more: what the versions use may have
/// changed since.
/// </summary>
public sealed record ApprovePublication(string PublicationId, Actor By) : ICommand<PublishAnswer>;

/// <summary>A second administrator says no to all that was handed in together, and why.</summary>
public sealed record RefusePublication(string PublicationId, string? Reason, Actor By)
    : ICommand<IReadOnlyList<HandedIn>>;

/// <summary>Takes back what waits for approval or for its day, with all that was handed in together.</summary>
public sealed record WithdrawPublication(string PublicationId, string? Reason, Actor By)
    : ICommand<IReadOnlyList<HandedIn>>;

public sealed class ApprovePublicationHandler(
    Decisions decisions,
    DefinitionBook book,
    Publishing publishing,
    PublishGate gate,
    UnitOfWork unit
) : IRequestHandler<ApprovePublication, PublishAnswer>
{
    public async Task<PublishAnswer> Handle(ApprovePublication request, CancellationToken ct)
    {
        var set = await decisions.WaitingAsync(request.PublicationId, request.By, ct);
        var check = await gate.CheckAsync([.. set.Select(h => h.Version)], ct);
        if (check.IsOpen)
            foreach (var (publication, version) in set)
            {
                publication.DecidedAt = unit.Now;
                publication.DecidedBy = request.By.UserId;
                publication.DecidedByName = request.By.Name;
                book.Note(request.By, "procedure.approved", version, ("after", version.ContentHash));
                await publishing.ProceedAsync(publication, version, request.By, ct);
            }
        return new PublishAnswer([.. set.Select(h => h.Version)], [.. set.Select(h => h.Publication)], check.Findings);
    }
}

public sealed class RefusePublicationHandler(Decisions decisions, DefinitionBook book, Publishing publishing)
    : IRequestHandler<RefusePublication, IReadOnlyList<HandedIn>>
{
    public async Task<IReadOnlyList<HandedIn>> Handle(RefusePublication request, CancellationToken ct)
    {
        var set = await decisions.WaitingAsync(request.PublicationId, request.By, ct);
        var reason = Reasons.Read(request.Reason, required: true);
        foreach (var (publication, version) in set)
        {
            publishing.Abandon(publication, version, PublicationState.Refused, request.By, reason);
            book.Note(request.By, "procedure.refused", version, ("reason", reason));
        }
        return set;
    }
}

public sealed class WithdrawPublicationHandler(
    Decisions decisions,
    DefinitionBook book,
    Publishing publishing,
    PublishRules rules
) : IRequestHandler<WithdrawPublication, IReadOnlyList<HandedIn>>
{
    public async Task<IReadOnlyList<HandedIn>> Handle(WithdrawPublication request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var set = await decisions.OpenAsync(request.PublicationId, ct);
        var reason = Reasons.Read(request.Reason, rules.RequireReason);
        foreach (var (publication, version) in set)
        {
            publishing.Abandon(publication, version, PublicationState.Withdrawn, request.By, reason);
            book.Note(request.By, "procedure.withdrawn", version, ("reason", reason));
        }
        return set;
    }
}
