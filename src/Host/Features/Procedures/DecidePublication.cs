using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>A second administrator agrees (P11). The checks run once more: what the version uses may have changed since.</summary>
public sealed record ApprovePublication(string PublicationId, Actor By) : ICommand<PublishAnswer>;

/// <summary>A second administrator says no, and why.</summary>
public sealed record RefusePublication(string PublicationId, string? Reason, Actor By) : ICommand<PublicationRow>;

/// <summary>Takes back what waits for approval or for its day.</summary>
public sealed record WithdrawPublication(string PublicationId, string? Reason, Actor By) : ICommand<PublicationRow>;

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
        var (publication, version) = await decisions.WaitingAsync(request.PublicationId, request.By, ct);
        var answer = await gate.CheckAsync(version, ct);
        if (!answer.IsOpen)
            return new PublishAnswer(version, publication, answer.Problems);
        publication.DecidedAt = unit.Now;
        publication.DecidedBy = request.By.UserId;
        publication.DecidedByName = request.By.Name;
        book.Note(request.By, "procedure.approved", version, ("after", version.ContentHash));
        await publishing.ProceedAsync(publication, version, request.By, ct);
        return new PublishAnswer(version, publication, answer.Problems);
    }
}

public sealed class RefusePublicationHandler(Decisions decisions, DefinitionBook book, Publishing publishing)
    : IRequestHandler<RefusePublication, PublicationRow>
{
    public async Task<PublicationRow> Handle(RefusePublication request, CancellationToken ct)
    {
        var (publication, version) = await decisions.WaitingAsync(request.PublicationId, request.By, ct);
        var reason = Reasons.Read(request.Reason, required: true);
        publishing.Abandon(publication, version, PublicationState.Refused, request.By, reason);
        book.Note(request.By, "procedure.refused", version, ("reason", reason));
        return publication;
    }
}

public sealed class WithdrawPublicationHandler(
    Decisions decisions,
    DefinitionBook book,
    Publishing publishing,
    PublishRules rules
) : IRequestHandler<WithdrawPublication, PublicationRow>
{
    public async Task<PublicationRow> Handle(WithdrawPublication request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var (publication, version) = await decisions.OpenAsync(request.PublicationId, ct);
        var reason = Reasons.Read(request.Reason, rules.RequireReason);
        publishing.Abandon(publication, version, PublicationState.Withdrawn, request.By, reason);
        book.Note(request.By, "procedure.withdrawn", version, ("reason", reason));
        return publication;
    }
}

/// <summary>Finds publications for whom it is to decide on them.</summary>
public sealed class Decisions(CaseFlowDb db, DefinitionBook book)
{
    /// <exception cref="RefusalException">There is no such publication, or nothing waits any more.</exception>
    public async Task<(PublicationRow, DefinitionRow)> OpenAsync(string id, CancellationToken ct)
    {
        var publication =
            await db.Publications.SingleOrDefaultAsync(p => p.Id == id, ct)
            ?? throw RefusalException.Of("publication.unknown");
        if (!publication.IsOpen)
            throw RefusalException.Of(
                "publication.decided",
                null,
                ("who", publication.DecidedByName),
                ("at", publication.DecidedAt ?? publication.LiveAt)
            );
        return (publication, await book.VersionAsync(publication.VersionId, ct));
    }

    /// <exception cref="RefusalException">As above; or it waits for nobody; or this one may not be the second administrator.</exception>
    public async Task<(PublicationRow, DefinitionRow)> WaitingAsync(string id, Actor by, CancellationToken ct)
    {
        DefinitionBook.Admit(by);
        var (publication, version) = await OpenAsync(id, ct);
        if (publication.State != PublicationState.Waiting)
            throw RefusalException.Of(
                "publication.decided",
                null,
                ("who", publication.DecidedByName),
                ("at", publication.DecidedAt)
            );
        // Four eyes: neither who asks for it nor who wrote it.
        if (by.UserId == publication.RequestedBy || by.UserId == version.UpdatedBy || by.UserId == version.CreatedBy)
            throw RefusalException.Of("publication.own-work-not-yours", "P11");
        return (publication, version);
    }
}
