using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Races;

/// <summary>One instance that can do nothing but fail, in the worst ways there are, among others that are sound.</summary>
public abstract class PoisonTests : DatabaseTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly string[] Poisons =
    [
        "while (true) { }",
        "let text = 'x'; while (true) text += text;",
        "const list = []; while (true) list.push(list.length);",
        "function deeper() { return deeper() + 1; } deeper();",
        "throw new Error('never');",
    ];

    [DatabaseFact]
    public async Task The_sound_ones_are_all_done_and_the_poisoned_ones_wait_with_an_incident_each()
    {
        var poisoned = new List<string>();
        foreach (var poison in Poisons)
            poisoned.Add(await FileAsync(TestProcedure.Script("after", poison)));
        var sound = new List<string>();
        for (var i = 0; i < 20; i++)
            sound.Add(await FileAsync(TestProcedure.WriteLine("after", "Well.")));

        await Server.PassAsync(Day);
        await Server.PassAsync(TimeSpan.Zero);

        Assert.Equal(sound.Count, await FinishedAsync(sound));
        Assert.Equal(0, await FinishedAsync(poisoned));
        Assert.All(await AttemptsAsync(), attempts => Assert.Equal(1, attempts));
        Assert.Equal(Poisons.Length, await IncidentsAsync());
    }

    [DatabaseFact]
    public async Task A_poisoned_one_is_tried_ever_more_seldom_and_what_comes_due_meanwhile_is_not_held_up()
    {
        await FileAsync(TestProcedure.Script("after", Poisons[0]));
        await Server.PassAsync(Day);
        var sound = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            sound.Add(await FileAsync(TestProcedure.WriteLine("after", "Well.")));
            await Server.PassAsync(Day / 10);
        }
        await Server.PassAsync(Day);

        Assert.Equal(sound.Count, await FinishedAsync(sound));
        // Twelve sweeps, an hour at least between two attempts after the first few.
        Assert.InRange((await AttemptsAsync()).Single(), 2, 12);
        Assert.Equal((await AttemptsAsync()).Single(), await IncidentsAsync());
    }

    private async Task<string> FileAsync(JsonObject last)
    {
        await TestProcedure.PublishAsync(
            Server,
            TestProcedure.Sequence("all", TestProcedure.Delay("wait", "1.00:00:00"), last)
        );
        return await new Society(Server).FileAsync(TestProcedure.Service);
    }

    private Task<int> FinishedAsync(List<string> numbers) =>
        Server.ReadAsync(db => db.Instances.CountAsync(i => numbers.Contains(i.CaseNumber!) && i.Status == "Finished"));

    private Task<List<int>> AttemptsAsync() => Server.ReadAsync(db => db.Timers.Select(t => t.Attempts).ToListAsync());

    private Task<int> IncidentsAsync() => Server.ReadAsync(db => db.Incidents.CountAsync());

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : PoisonTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : PoisonTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : PoisonTests;
}
