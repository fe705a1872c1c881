using System.Collections.Concurrent;
using CaseFlow.Host.Delivery;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using CaseFlow.Host.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Races;

/// <summary>Several hosts empty one outbox: each message leaves once, and none is lost with the host that had taken it.</summary>
public abstract class DeliveryTests : ManyHostsTests
{
    [DatabaseFact]
    public async Task Hosts_that_send_at_once_send_each_message_once()
    {
        await QueueAsync(20);
        var post = new Post();

        await AtOnceAsync(4, (host, _) => SendAsync(host, post));

        Assert.Equal(20, post.Taken.Count);
        Assert.Equal(20, post.Taken.Distinct().Count());
    }

    [DatabaseFact]
    public async Task What_a_host_had_taken_when_it_died_leaves_after_a_while()
    {
        await QueueAsync(1);
        using var life = new CancellationTokenSource();
        var dying = new Post { Before = life.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(Server, dying, life.Token));
        var next = new Post();

        if (Hosts.Count > 1)
        {
            await SendAsync(Hosts[^1], next);
            Assert.Empty(next.Taken);
            Hosts[^1].Time.Advance(Outbox.Lease);
        }
        await SendAsync(Hosts[^1], next);

        Assert.Single(next.Taken);
    }

    [DatabaseFact]
    public async Task What_a_procedure_tells_others_is_wanted_once_it_is_committed_and_not_before()
    {
        var procedures = new Signals.Procedures(Server);
        var nudge = Server.Services.GetRequiredService<Nudge>();

        await procedures.PublishEventAsync("Paid");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.Equal(Work.Signals, await nudge.NextAsync(patience.Token));

        await using var scope = Server.Services.CreateAsyncScope();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            scope
                .ServiceProvider.GetRequiredService<UnitOfWork>()
                .RunAsync(
                    () =>
                    {
                        scope.ServiceProvider.GetRequiredService<FollowUp>().Want(Work.Signals);
                        throw new InvalidOperationException();
                    },
                    CancellationToken.None
                )
        );
        Assert.False(nudge.NextAsync(patience.Token).IsCompleted);
    }

    private static async Task<int> SendAsync(CaseFlowServer host, IMailer post, CancellationToken ct = default)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<Outbox>(scope.ServiceProvider, post).SendAsync(ct);
    }

    private Task<int> QueueAsync(int count) =>
        Server.ReadAsync(db =>
        {
            for (var i = 0; i < count; i++)
                db.Outbox.Add(
                    new OutboxRow
                    {
                        Id = $"race-{i:D2}",
                        To = "sara@members.example",
                        Subject = "إشعار",
                        Html = "<p>نص</p>",
                        Text = "نص",
                        CreatedAt = Server.Now,
                        NextAttemptAt = Server.Now,
                    }
                );
            return db.SaveChangesAsync();
        });

    /// <summary>The world outside: notes what it is handed.</summary>
    private sealed class Post : IMailer
    {
        public ConcurrentBag<string> Taken { get; } = [];

        public Action? Before { get; init; }

        public async Task SendAsync(OutboxRow message, CancellationToken ct)
        {
            Before?.Invoke();
            ct.ThrowIfCancellationRequested();
            // Others get a chance to look at the same message.
            await Task.Yield();
            Taken.Add(message.Id);
        }
    }

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : DeliveryTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : DeliveryTests;
}
