using CaseFlow.Host.Letters;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support.Databases;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Persistence;

/// <summary>What CaseFlow relies on, the same on every database.</summary>
public abstract class PersistenceTests : DatabaseTests
{
    [DatabaseFact]
    public async Task Text_comes_back_as_it_was_whatever_its_script_and_length()
    {
        var text = string.Concat(Enumerable.Repeat("قرار اللجنة № 12 — “ok” 🏠\n\t", 40_000));
        await SetAsync("long", text);

        Assert.Equal(
            text,
            await Server.ReadAsync(db => db.Settings.Where(s => s.Key == "long").Select(s => s.Value).SingleAsync())
        );
    }

    [DatabaseFact]
    public async Task Keys_differ_by_case_and_by_the_form_of_a_letter()
    {
        string[] keys = ["key", "KEY", "أحمد", "احمد"];
        foreach (var key in keys)
            await SetAsync(key, key);

        foreach (var key in keys)
            Assert.Equal(
                key,
                await Server.ReadAsync(db => db.Settings.Where(s => s.Key == key).Select(s => s.Value).SingleAsync())
            );
    }

    [DatabaseFact]
    public async Task Text_is_ordered_by_its_bytes()
    {
        string[] keys = ["o-ا", "o-B", "o-a", "o-_", "o-1"];
        foreach (var key in keys)
            await SetAsync(key, "");

        var ordered = await Server.ReadAsync(db =>
            db.Settings.Where(s => s.Key.StartsWith("o-")).OrderBy(s => s.Key).Select(s => s.Key).ToListAsync()
        );

        Assert.Equal(keys.Order(StringComparer.Ordinal), ordered);
    }

    [DatabaseFact]
    public async Task A_moment_comes_back_to_the_tick_in_any_order()
    {
        var first = Server.Now;
        await AddTimersAsync(("b", first.AddTicks(1)), ("a", first), ("c", first.AddTicks(2)));

        var found = await Server.ReadAsync(db => db.Timers.OrderBy(t => t.DueAt).Select(t => t.DueAt).ToListAsync());

        Assert.Equal([first, first.AddTicks(1), first.AddTicks(2)], found);
    }

    [DatabaseFact]
    public async Task Whoever_decides_on_what_has_changed_meanwhile_decides_again()
    {
        await SetDraftAsync(
            new RequestDraftRow
            {
                Id = "d",
                PartyId = "p",
                ServiceCode = "s",
                CreatedAt = Server.Now,
            }
        );
        var seen = new List<long>();

        await InUnitAsync(
            async (services, _) =>
            {
                var db = services.GetRequiredService<CaseFlowDb>();
                var draft = await db.RequestDrafts.SingleAsync(d => d.Id == "d");
                seen.Add(draft.Version);
                // Pretends that somebody else was faster, once.
                if (seen.Count == 1)
                    db.Entry(draft).Property(d => d.Version).OriginalValue = 41;
                draft.Version++;
            }
        );

        Assert.Equal([0L, 0L], seen);
        Assert.Equal(1, await Server.ReadAsync(db => db.RequestDrafts.Select(d => d.Version).SingleAsync()));
    }

    [DatabaseFact]
    public async Task Numbers_leave_no_gap_although_some_who_took_one_gave_up()
    {
        var numbers = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(async i =>
                {
                    try
                    {
                        await InUnitAsync(
                            async (services, now) =>
                            {
                                var number = await services
                                    .GetRequiredService<RegisterNumbers>()
                                    .NextAsync("T-", now, CancellationToken.None);
                                if (i % 3 == 0)
                                    throw new OperationCanceledException("gives up");
                                numbers.Add(number);
                            }
                        );
                    }
                    catch (OperationCanceledException)
                    {
                        // That is what every third does.
                    }
                })
        );

        Assert.Equal(
            Enumerable.Range(1, 40).Select(n => FormattableString.Invariant($"T-1448-{n:00000}")),
            numbers.Order(StringComparer.Ordinal)
        );
    }

    [DatabaseFact]
    public async Task A_key_that_two_take_at_once_is_taken_once_and_the_other_sees_it()
    {
        var begun = 0;
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    var found = false;
                    await InUnitAsync(
                        async (services, _) =>
                        {
                            Interlocked.Increment(ref begun);
                            var db = services.GetRequiredService<CaseFlowDb>();
                            found = await db.Settings.AnyAsync(s => s.Key == "once");
                            if (!found)
                                db.Settings.Add(new SettingRow { Key = "once" });
                        }
                    );
                    return found;
                })
        );

        Assert.Equal(1, results.Count(found => !found));
        Assert.True(begun >= results.Length);
    }

    protected async Task AddTimersAsync(params (string Id, DateTimeOffset Due)[] timers) =>
        await Server.ReadAsync(async db =>
        {
            db.Timers.AddRange(
                timers.Select(t => new TimerRow
                {
                    Id = t.Id,
                    InstanceId = "nobody",
                    ActivityId = "none",
                    Kind = TimerKind.Delay,
                    DueAt = t.Due,
                })
            );
            return await db.SaveChangesAsync();
        });

    private Task<int> SetAsync(string key, string value) =>
        Server.ReadAsync(db =>
        {
            db.Settings.Add(new SettingRow { Key = key, Value = value });
            return db.SaveChangesAsync();
        });

    private Task<int> SetDraftAsync(RequestDraftRow row) =>
        Server.ReadAsync(db =>
        {
            db.RequestDrafts.Add(row);
            return db.SaveChangesAsync();
        });

    private async Task InUnitAsync(Func<IServiceProvider, DateTimeOffset, Task> work)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await unit.RunAsync(() => work(scope.ServiceProvider, unit.Now), CancellationToken.None);
    }

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : PersistenceTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : PersistenceTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : PersistenceTests;
}
