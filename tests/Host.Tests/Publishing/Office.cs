using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>The policy administrators at their work, on a running host; one for all tests of a class.</summary>
public class Office : IDisposable
{
    public Office() => Server = Open();

    public CaseFlowServer Server { get; }

    public Actor Omar { get; } = Administrator("user-omar", "عمر باوزير");

    public Actor Hind { get; } = Administrator("user-hind", "هند الغامدي");

    public Actor Layan { get; } = Administrator("user-layan", "ليان الشهري");

    public Actor Salma { get; } = new("user-salma", "سلمى", null, new HashSet<string> { Role.Auditor }, null);

    public async Task<T> SendAsync<T>(IRequest<T> command)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
    }

    public async Task<Refusal> RefusedAsync<T>(IRequest<T> command) =>
        (await Assert.ThrowsAsync<RefusalException>(() => SendAsync(command))).Refusal;

    public async Task<DefinitionRow> SaveAsync(string json, DefinitionRow? seen = null, Actor? by = null) =>
        (await SendAsync(new SaveDraft(json, seen?.Mark, by ?? Omar))).Row!;

    public Task<PublishAnswer> PublishAsync(DefinitionRow draft, DateTimeOffset? day = null, string? reason = null) =>
        SendAsync(new PublishDefinition(draft.Id, draft.Mark, reason, day, Omar));

    /// <summary>A draft of a document of the library.</summary>
    public async Task<DefinitionRow> DraftAsync(
        string id,
        Func<PolicyDocument, PolicyDocument> change,
        Actor? by = null
    )
    {
        var latest = (await VersionsAsync(id))[^1];
        return await SendAsync(new SaveDocument(change(PolicyDocument.Read(latest)), latest.Mark, by ?? Omar));
    }

    public Task<PublishAnswer> PublishTogetherAsync(
        IEnumerable<DefinitionRow> drafts,
        DateTimeOffset? day = null,
        string? reason = null
    ) => SendAsync(new PublishDefinition([.. drafts.Select(d => new SeenVersion(d.Id, d.Mark))], reason, day, Omar));

    /// <summary>A new procedure, published.</summary>
    public async Task<DefinitionRow> PublishedAsync(string id, string text = "one")
    {
        var draft = await SaveAsync(Procedure.Saying(id, text));
        return (await PublishAsync(draft)).Version;
    }

    public Task<DefinitionRow> RowAsync(string versionId) =>
        Server.ReadAsync(db => db.Definitions.AsNoTracking().SingleAsync(d => d.Id == versionId));

    public Task<List<DefinitionRow>> VersionsAsync(string id) =>
        Server.ReadAsync(db =>
            db.Definitions.AsNoTracking().Where(d => d.DefinitionId == id).OrderBy(d => d.Version).ToListAsync()
        );

    public async Task<int> SweepAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PublicationSweep>().SweepAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        Server.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual CaseFlowServer Open() => new();

    private static Actor Administrator(string id, string name) =>
        new(id, name, null, new HashSet<string> { Role.PolicyAdministrator }, null);
}

/// <summary>As it is shipped for Production: a reason and a second administrator.</summary>
public sealed class StrictOffice : Office
{
    protected override CaseFlowServer Open() =>
        new() { Settings = { ["Publishing:RequireReason"] = "true", ["Publishing:RequireApprover"] = "true" } };
}
