using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>A document as an editor begins with it: its latest version.</summary>
/// <param name="Mark">What has to be shown again when it is saved.</param>
/// <param name="ChangedBy">Null when the policy folder brought it.</param>
/// <param name="IsDraft">Whether it was never handed in; else saving begins a new draft above it.</param>
public sealed record OpenedDocument(
    PolicyDocument Content,
    string Mark,
    int Version,
    bool IsDraft,
    DateTimeOffset ChangedAt,
    string? ChangedBy
);

/// <summary>What all editors of the policy library do with a document: open it, hold it against the gate, save it.</summary>
public sealed class EditorDesk(
    CaseFlowDb db,
    LibraryGate gate,
    LibraryInForce inForce,
    PolicyShelf shelf,
    IMediator mediator
)
{
    /// <summary>The policy that everybody works by now.</summary>
    public PolicyFolder InForce => shelf.Current;

    /// <exception cref="RefusalException">There is no such document.</exception>
    public async Task<OpenedDocument> OpenAsync(string id, CancellationToken ct)
    {
        var latest =
            await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.DefinitionId == id && d.IsLatest, ct)
            ?? throw RefusalException.Of("library.unknown");
        return new OpenedDocument(
            PolicyDocument.Read(latest),
            latest.Mark,
            latest.Version,
            !latest.IsFrozen,
            latest.UpdatedAt ?? latest.CreatedAt,
            latest.Origin == DefinitionOrigin.File ? null : latest.UpdatedByName ?? latest.CreatedByName
        );
    }

    /// <summary>The same document as it is in force; null when it is not.</summary>
    public PolicyDocument? Published(string id) => shelf.Current.Documents.FirstOrDefault(d => d.Id == id);

    /// <summary>The number inside a document that comes after what is in force; 1 for a new one.</summary>
    public int NumberAfter(string id) => Published(id) is { } published ? NumberIn(published) + 1 : 1;

    /// <summary>
    /// The document with the number inside it that counts what was in force: the same while nothing has changed, else one more.
    /// </summary>
    public PolicyDocument Numbered(string id, Func<int, PolicyDocument> write)
    {
        var number = NumberAfter(id);
        return Published(id) is { } published && write(number - 1) is var same && same.Hash == published.Hash
            ? same
            : write(number);
    }

    /// <summary>All that would keep it out of force.</summary>
    public Task<IReadOnlyList<FolderProblem>> CheckAsync(PolicyDocument document, CancellationToken ct) =>
        gate.CheckAsync([document], ct);

    /// <summary>The policy as it would be with this document in force.</summary>
    public Task<PolicyFolder> WithAsync(PolicyDocument document, CancellationToken ct) =>
        inForce.ReadAsync([document], [], ct);

    /// <exception cref="RefusalException">Somebody else has saved since; it says who and when.</exception>
    public Task<DefinitionRow> SaveAsync(PolicyDocument document, string? seen, Actor by, CancellationToken ct) =>
        mediator.Send(new SaveDocument(document, seen, by), ct);

    private static int NumberIn(PolicyDocument document) =>
        EditorJson.Node(document) is JsonObject root
        && root["version"] is JsonValue version
        && version.TryGetValue(out int number)
            ? number
            : 0;
}
