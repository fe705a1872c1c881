using CaseFlow.Host.Delivery;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Persistence.PostgreSql;
using CaseFlow.Host.Persistence.Sqlite;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CaseFlow.Host.Tests.Crash;

/// <summary>
/// A case is lived through step by step. For every step the process dies at each point where it writes or commits, and a new
/// one starts on what is stored: there either nothing of a burst is stored or all of it, and once the step is done again
/// everything stands exactly as if nothing had happened. The suite tries a drawn sample of the points;
/// CASEFLOW_CORPUS=full tries every one.
/// </summary>
public abstract class CrashPointTests(ITestOutputHelper output) : DatabaseTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("CASEFLOW_CORPUS") == "full";
    private const int Sample = 8;

    [DatabaseFact]
    public async Task Wherever_a_process_dies_each_effect_happens_exactly_once()
    {
        var steps = await LiveThroughAsync();
        var points = steps.SelectMany(s => Enumerable.Range(1, s.Points).Select(p => (Step: s, Point: p))).ToList();
        var chosen = Full ? points : [.. points.OrderBy(_ => _draw.Next()).Take(Sample)];
        output.WriteLine($"{chosen.Count} of {points.Count} points in {steps.Count} steps");
        foreach (var (step, point) in chosen)
            await DieAsync(step, point);
        foreach (var step in steps)
            await TestStore.DropAsync(Database, step.Before);
    }

    private readonly Random _draw = new(1448);

    /// <summary>The case without any accident: for each step what was before it, what is after it, and how many points it has.</summary>
    private async Task<List<Step>> LiveThroughAsync()
    {
        var steps = new List<Step>();
        var data = Directory.CreateTempSubdirectory("caseflow-crash-");
        var now = (DateTimeOffset?)null;
        await TestStore.PrepareAsync(Database, data);
        foreach (var (name, isOneBurst, act) in Script)
        {
            var copy = Directory.CreateTempSubdirectory("caseflow-crash-");
            var points = new CrashPoints();
            await TestStore.CopyAsync(Database, data, copy);
            await using (var server = Open(data, points, now))
            {
                var society = new Society(server);
                var (before, begun) = (await Standing.OfAsync(server), server.Now);
                points.Arm(0);
                await act(server, society);
                steps.Add(
                    new Step(name, isOneBurst, act, copy, begun, before, await Standing.OfAsync(server), points.Seen)
                );
                now = server.Now;
            }
        }
        await TestStore.DropAsync(Database, data);
        return steps;
    }

    private async Task DieAsync(Step step, int point)
    {
        var data = Directory.CreateTempSubdirectory("caseflow-crash-");
        await TestStore.CopyAsync(Database, step.Before, data);
        var points = new CrashPoints();
        await using (var dying = Open(data, points, step.Begun))
        {
            var society = new Society(dying);
            points.Arm(point);
            await IgnoreDeathAsync(() => step.Act(dying, society), points);
        }
        Assert.True(points.IsDead, $"{step.Name} has no {points}.");

        await using (var next = Open(data, new CrashPoints(), step.Begun))
        {
            var left = await Standing.OfAsync(next);
            Assert.True(
                !step.IsOneBurst || left == step.Left || left == step.After,
                $"{step.Name}, {points}, left half of it:\n{Standing.Difference(step.After, left)}"
            );
            if (left != step.After)
                await step.Act(next, new Society(next));
            var stands = await Standing.OfAsync(next);
            Assert.True(stands == step.After, $"{step.Name}, {points}:\n{Standing.Difference(step.After, stands)}");
        }
        await TestStore.DropAsync(Database, data);
    }

    private static async Task IgnoreDeathAsync(Func<Task> act, CrashPoints points)
    {
        try
        {
            await act();
        }
        catch (Exception) when (points.IsDead)
        {
            // However the death shows to whoever waits for an answer.
        }
    }

    private CaseFlowServer Open(DirectoryInfo data, CrashPoints points, DateTimeOffset? now)
    {
        var server = new CaseFlowServer
        {
            Database = Database,
            Data = data,
            KeepData = true,
            Adjust = services => AddPoints(services, points),
        };
        if (now is { } moment)
            server.Time.MoveTo(moment);
        return server;
    }

    private void AddPoints(IServiceCollection services, CrashPoints points)
    {
        if (Database == TestDatabase.PostgreSql)
            services.ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(points));
        else
            services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(points));
        var gate = services.Last(s => s.ServiceType == typeof(WriteGate)).ImplementationFactory!;
        services.AddSingleton<WriteGate>(sp => new CrashGate((WriteGate)gate(sp), points));
    }

    private static readonly (string Name, bool IsOneBurst, Func<CaseFlowServer, Society, Task> Act)[] Script =
    [
        ("file", false, (_, s) => s.FileOnceAsync("rent-support", "sara", "the-only-one")),
        ("receive", true, async (c, s) => await s.ReceiveAsync(await NumberAsync(c))),
        ("match", true, async (c, s) => await s.MatchAsync(await NumberAsync(c))),
        ("sign", false, async (c, s) => await s.SignAsync(await NumberAsync(c))),
        ("explain", true, async (c, s) => await s.ExplainAsync(await NumberAsync(c))),
        ("votes", false, VoteAsync),
        ("seal", true, async (c, s) => await s.SealAsync(await NumberAsync(c), "accept")),
        ("floor", false, (c, _) => PassFloorAsync(c)),
        ("register", true, async (c, s) => await s.RegisterAsync(await NumberAsync(c))),
        ("provide", false, async (c, s) => await s.ProvideAsync(await NumberAsync(c))),
        ("confirm", true, async (c, s) => await s.ConfirmAsync(await NumberAsync(c))),
    ];

    private static Task<string> NumberAsync(CaseFlowServer server) =>
        server.ReadAsync(db => db.Cases.Select(c => c.Number).SingleAsync());

    private static async Task VoteAsync(CaseFlowServer server, Society society)
    {
        var number = await NumberAsync(server);
        foreach (var voter in new[] { "abdulrahman", "latifa", "majed" })
        {
            var inbox = (await (await society.AsAsync(voter)).GetAsync($"/api/tasks?case={number}")).AsArray();
            if (inbox.Any(t => $"{t!["kind"]}" == "CaseFlow.CommitteeStudy.Vote"))
                await society.VoteAsync(number, voter, "accept");
        }
    }

    private static async Task PassFloorAsync(CaseFlowServer server)
    {
        server.Time.MoveTo(Floor);
        await server.SweepAsync();
        // What a dead host had taken to send is free again.
        await server.PassAsync(Outbox.Lease);
    }

    // Two weeks and a day after the case began.
    private static readonly DateTimeOffset Floor = new(2026, 12, 7, 6, 0, 0, TimeSpan.Zero);

    private sealed record Step(
        string Name,
        bool IsOneBurst,
        Func<CaseFlowServer, Society, Task> Act,
        DirectoryInfo Before,
        DateTimeOffset Begun,
        string Left,
        string After,
        int Points
    );

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite(ITestOutputHelper output) : CrashPointTests(output);

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql(ITestOutputHelper output) : CrashPointTests(output);
}
