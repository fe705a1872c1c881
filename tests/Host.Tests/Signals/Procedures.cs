using System.Text.Json.Nodes;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Signals;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Signals;

/// <summary>Small procedures that serve no case, and what tests do with them on a real host.</summary>
public sealed class Procedures(CaseFlowServer server)
{
    private const string Test = "of a test";

    /// <summary>Publishes a sequence of activities, each written as <c>id Type {inputs}</c>.</summary>
    public Task PublishAsync(string definitionId, IEnumerable<string> activities, string more = "{}")
    {
        var document = (JsonObject)JsonNode.Parse(more)!;
        // A version of its own for each test: what was once parsed under an id is kept.
        var id = Guid.NewGuid().ToString("N");
        (document["id"], document["definitionId"], document["name"]) = (id, definitionId, definitionId);
        (document["version"], document["isLatest"], document["isPublished"]) = (1, true, true);
        document["root"] = new JsonObject
        {
            ["id"] = "root",
            ["type"] = "Elsa.Sequence",
            ["version"] = 1,
            ["activities"] = new JsonArray([.. activities.Select(Activity)]),
        };
        Assert.True(DefinitionReader.TryRead(document.ToJsonString(), out var read, out _));
        return server.ReadAsync(db =>
        {
            db.Definitions.Add(
                new DefinitionRow
                {
                    Id = id,
                    DefinitionId = definitionId,
                    Version = 1,
                    Name = definitionId,
                    Description = Test,
                    Json = document.ToJsonString(),
                    ContentHash = ContentHash.Of(read),
                    PublishedAt = server.Now,
                    CreatedAt = server.Now,
                    IsLatest = true,
                    IsPublished = true,
                }
            );
            return db.SaveChangesAsync();
        });
    }

    /// <summary>Forgets what an earlier test on the same server has left.</summary>
    public Task ClearAsync() =>
        server.ReadAsync(async db =>
        {
            await db.Signals.ExecuteDeleteAsync();
            await db.EventWaits.ExecuteDeleteAsync();
            await db.Journal.ExecuteDeleteAsync();
            await db.Incidents.ExecuteDeleteAsync();
            await db.Instances.ExecuteDeleteAsync();
            return await db.Definitions.Where(d => d.Description == Test).ExecuteDeleteAsync();
        });

    public Task StartAsync(string definitionId, string instanceId, string? correlationId = null) =>
        InUnitAsync(
            (services, unit) =>
                services
                    .GetRequiredService<BurstRunner>()
                    .StartAsync(
                        new InstanceStart(
                            definitionId,
                            new Stimulus.Started(instanceId, new Dictionary<string, object?>())
                            {
                                CorrelationId = correlationId,
                            }
                        ),
                        unit.Now,
                        CancellationToken.None
                    )
        );

    public Task FeedAsync(string instanceId, Stimulus stimulus) =>
        InUnitAsync(
            (services, unit) =>
                services
                    .GetRequiredService<BurstRunner>()
                    .DeliverAsync(instanceId, stimulus, unit.Now, CancellationToken.None)
        );

    public Task PublishEventAsync(string name, object? payload = null, string? correlationId = null) =>
        InUnitAsync(
            (services, unit) =>
            {
                services
                    .GetRequiredService<SignalBook>()
                    .Publish(
                        new Stimulus.EventReceived(name, payload, By: null) { CorrelationId = correlationId },
                        onlyFor: null,
                        unit.Now
                    );
                return Task.CompletedTask;
            }
        );

    /// <summary>Lets the signals be carried out, without timers and post.</summary>
    public async Task<int> SweepAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignalSweep>().SweepAsync(CancellationToken.None);
    }

    public Task<string> SubStatusAsync(string instanceId) =>
        server.ReadAsync(db => db.Instances.Where(i => i.Id == instanceId).Select(i => i.SubStatus).SingleAsync());

    public async Task<InstanceState> StateAsync(string instanceId) =>
        InstanceStateJson.Read(
            await server.ReadAsync(db => db.Instances.Where(i => i.Id == instanceId).Select(i => i.State).SingleAsync())
        );

    public Task<List<IncidentRow>> IncidentsAsync() =>
        server.ReadAsync(db => db.Incidents.AsNoTracking().OrderBy(i => i.At).ToListAsync());

    public Task<int> SignalsAsync() => server.ReadAsync(db => db.Signals.CountAsync());

    private async Task InUnitAsync(Func<IServiceProvider, UnitOfWork, Task> work)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await unit.RunAsync(() => work(scope.ServiceProvider, unit), CancellationToken.None);
    }

    private static JsonNode Activity(string written)
    {
        var parts = written.Split(' ', 3);
        var activity = (JsonObject)JsonNode.Parse(parts.Length > 2 ? parts[2] : "{}")!;
        (activity["id"], activity["type"], activity["version"]) = (parts[0], parts[1], 1);
        return activity;
    }
}
