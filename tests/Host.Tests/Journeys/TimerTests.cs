using System.Text.Json.Nodes;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>Timers are rows: they outlive any stop, and what came due meanwhile fires once, in due order.</summary>
public abstract class TimerTests : DatabaseTests
{
    private static readonly TimeSpan AllSummer = TimeSpan.FromDays(90);

    [DatabaseFact]
    public async Task What_came_due_while_the_host_was_down_fires_once_at_the_next_start_in_due_order()
    {
        var data = Directory.CreateTempSubdirectory("caseflow-test-");
        string waiting;
        string studied;
        DateTimeOffset stopped;
        await using (
            var before = new CaseFlowServer
            {
                Database = Database,
                Data = data,
                KeepData = true,
            }
        )
        {
            var society = new Society(before);
            studied = await society.FileForStudyAsync();
            await society.DecideAsync(studied, "accept");
            waiting = await society.FileAsync("rent-support", "sara", "income-proof");
            await society.ReceiveAsync(waiting);
            stopped = before.Now;
        }

        await using var after = new CaseFlowServer { Database = Database, Data = data };
        after.Time.MoveTo(stopped + AllSummer);
        await after.SweepAsync();
        await after.SweepAsync();

        var letters = await after.ReadAsync(db =>
            db.Letters.Where(l => l.IssuedAt >= stopped + AllSummer).OrderBy(l => l.Number).ToListAsync()
        );
        // The reminder was due after five days, the study gate after fourteen.
        Assert.Equal(
            [(waiting, LetterClass.InformationRequest), (studied, LetterClass.DecisionAccept)],
            letters.Select(l => (l.CaseNumber, l.Class))
        );
    }

    [DatabaseFact]
    public async Task A_study_past_its_target_reminds_and_then_goes_to_the_chair()
    {
        await using var server = new CaseFlowServer { Database = Database };
        var society = new Society(server);
        var number = await society.FileForStudyAsync();

        await server.PassAsync(TimeSpan.FromDays(31));

        var votes = await server.ReadAsync(db =>
            db.Tasks.Where(t => t.CaseNumber == number && t.Kind == "CaseFlow.CommitteeStudy.Vote").ToListAsync()
        );
        Assert.NotEmpty(votes);
        Assert.All(votes, vote => Assert.Equal(HumanTaskStatus.Open, vote.Status));
        Assert.Contains(votes, vote => vote.EscalatedTo == "CommitteeChair");
    }

    [DatabaseFact]
    public async Task A_timer_whose_procedure_stops_is_recorded_and_does_not_hold_up_the_others()
    {
        await using var server = new CaseFlowServer { Database = Database };
        var society = new Society(server);
        var broken = await society.FileForStudyAsync();
        await society.DecideAsync(broken, "accept");
        var sound = await society.FileForStudyAsync();
        await society.DecideAsync(sound, "accept");
        await server.ReadAsync(db => BreakAsync(db, broken));

        await server.PassAsync(TimeSpan.FromDays(14));

        Assert.Equal(1, await server.ReadAsync(db => db.Incidents.CountAsync(i => i.CaseNumber == broken)));
        Assert.Equal(1, await server.ReadAsync(db => db.Timers.CountAsync(t => t.InstanceId == broken)));
        Assert.Equal(
            1,
            await server.ReadAsync(db =>
                db.Letters.CountAsync(l => l.CaseNumber == sound && l.Class == LetterClass.DecisionAccept)
            )
        );
    }

    /// <summary>Takes the decision out of the stored case, as no procedure could: its gate must refuse to open.</summary>
    private static async Task<int> BreakAsync(CaseFlowDb db, string number)
    {
        var row = await db.Cases.SingleAsync(c => c.Number == number);
        var document = JsonNode.Parse(row.Document)!;
        document.AsObject().Remove("decision");
        row.Document = document.ToJsonString();
        return await db.SaveChangesAsync();
    }

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : TimerTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : TimerTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : TimerTests;
}
