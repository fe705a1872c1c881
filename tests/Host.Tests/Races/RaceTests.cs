using System.Net;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Races;

/// <summary>
/// Many who want something of the same case at the same moment: each gets a definite answer, nothing is lost, nobody waits for
/// ever. With a database server the crowd is spread over two hosts.
/// </summary>
public abstract class RaceTests : ManyHostsTests
{
    private const int Crowd = 200;
    private const int Rounds = 12;

    [DatabaseFact]
    public async Task Of_two_hundred_who_complete_one_task_one_wins_and_the_others_hear_who()
    {
        var society = new Society(Server);
        var number = await society.FileAsync(TestProcedure.Service);
        var task = await (await society.AsAsync("noura")).TaskAsync(number, "CaseFlow.Receive");
        var people = await SignInAsync("noura", "faisal");
        var bursts = await BurstsAsync(number);

        var answers = await AtOnceAsync(
            Crowd,
            (host, i) =>
                AnswerAsync(
                    people[host][i % 2],
                    $"/api/tasks/{task["id"]}/completion",
                    Completion(task, new { channel = "phone" })
                )
        );

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        var lost = answers.Where(a => a.Status != HttpStatusCode.OK).ToList();
        Assert.All(lost, a => Assert.Equal((HttpStatusCode.Conflict, "task.already-completed"), (a.Status, a.Code)));
        var winner = await Server.ReadAsync(db =>
            db.Tasks.Where(t => t.Id == $"{task["id"]}").Select(t => t.AssigneeName).SingleAsync()
        );
        Assert.All(lost, a => Assert.Contains(winner!, a.Sentence, StringComparison.Ordinal));
        Assert.Equal(bursts + 1, await BurstsAsync(number));
    }

    [DatabaseFact]
    public async Task Two_hundred_who_complete_different_tasks_of_one_case_all_succeed_and_it_goes_on()
    {
        var all = Enumerable.Range(0, Crowd).Select(i => (JsonNode)TestProcedure.Task($"task-{i}")).ToArray();
        await TestProcedure.PublishAsync(
            Server,
            TestProcedure.Sequence(
                "all",
                TestProcedure.Parallel("tasks", all),
                TestProcedure.WriteLine("after", "Done.")
            )
        );
        var number = await new Society(Server).FileAsync(TestProcedure.Service);
        var tasks = await Server.ReadAsync(db => db.Tasks.Where(t => t.CaseNumber == number).ToListAsync());
        var people = await SignInAsync("noura", "faisal");

        var answers = await AtOnceAsync(
            tasks.Count,
            (host, i) =>
                AnswerAsync(
                    people[host][i % 2],
                    $"/api/tasks/{tasks[i].Id}/completion",
                    new
                    {
                        outcome = "Done",
                        data = new { },
                        version = tasks[i].Version,
                    }
                )
        );

        Assert.Equal(Crowd, answers.Count);
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.OK, a.ToString()));
        Assert.Equal("Finished", await StatusAsync(number));
        Assert.Equal(0, await OpenTasksAsync(number));
    }

    [DatabaseFact]
    public async Task A_withdrawal_and_a_completed_task_at_once_leave_a_withdrawn_case_and_nothing_open()
    {
        var society = new Society(Server);
        var numbers = new List<string>();
        for (var i = 0; i < Rounds; i++)
            numbers.Add(await society.FileAsync(TestProcedure.Service));
        var noura = await society.AsAsync("noura");
        var tasks = new List<JsonNode>();
        foreach (var number in numbers)
            tasks.Add(await noura.TaskAsync(number, "CaseFlow.Receive"));
        var people = await SignInAsync("noura", "sara");

        var answers = await AtOnceAsync(
            2 * Rounds,
            (host, i) =>
                i < Rounds
                    ? AnswerAsync(people[host][1], $"/api/cases/{numbers[i]}/withdrawal", new { reason = "سافرت" })
                    : AnswerAsync(
                        people[host][0],
                        $"/api/tasks/{tasks[i - Rounds]["id"]}/completion",
                        Completion(tasks[i - Rounds], new { channel = "phone" })
                    )
        );

        // Receiving does not end the right to withdraw, so the member succeeds whoever was first.
        Assert.All(answers.Take(Rounds), a => Assert.Equal(HttpStatusCode.NoContent, a.Status));
        Assert.All(
            answers.Skip(Rounds),
            a =>
                Assert.True(
                    a
                        is { Status: HttpStatusCode.OK }
                            or { Status: HttpStatusCode.Conflict, Code: "task.no-longer-open" },
                    a.ToString()
                )
        );
        foreach (var number in numbers)
        {
            Assert.Equal("Finished", await StatusAsync(number));
            Assert.Equal(0, await OpenTasksAsync(number));
            Assert.Equal(1, await LettersAsync(number, "withdrawal-acknowledgement"));
        }
    }

    [DatabaseFact]
    public async Task A_timer_and_a_completed_task_at_once_lead_one_way_only()
    {
        var society = new Society(Server);
        var numbers = new List<string>();
        for (var i = 0; i < Rounds; i++)
        {
            var number = await society.FileAsync(TestProcedure.Service);
            await society.ReceiveAsync(number);
            await society.MatchAsync(number, TestProcedure.Service);
            await society.ProvideAsync(number);
            numbers.Add(number);
        }
        var sara = await society.AsAsync("sara");
        var tasks = new List<JsonNode>();
        foreach (var number in numbers)
            tasks.Add(await sara.TaskAsync(number, "CaseFlow.ConfirmService"));
        foreach (var host in Hosts)
            host.Time.Advance(TimeSpan.FromDays(14));
        var people = await SignInAsync("sara");

        var answers = await AtOnceAsync(
            Rounds + 2,
            async (host, i) =>
            {
                if (i < Rounds)
                    return await AnswerAsync(
                        people[host][0],
                        $"/api/tasks/{tasks[i]["id"]}/completion",
                        Completion(tasks[i], new { }, "Confirmed")
                    );
                await host.FireTimersAsync();
                return null!;
            }
        );

        for (var i = 0; i < Rounds; i++)
        {
            var answer = answers[i];
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            // Whoever confirms while an officer may already do without ends that: the first answer counts.
            Assert.Equal(0, await OpenTasksAsync(numbers[i]));
        }
        Assert.Equal(0, await Server.ReadAsync(db => db.Incidents.CountAsync()));
    }

    [DatabaseFact]
    public async Task While_versions_are_published_every_new_case_starts_on_one_of_them()
    {
        var root = TestProcedure.Sequence("all", TestProcedure.Task("first"));
        await TestProcedure.PublishAsync(Server, root);
        var member = new Society(Server);
        await member.AsAsync("sara");
        var societies = Hosts.ToDictionary(h => h, h => new Society(h));
        foreach (var society in societies.Values)
            await society.AsAsync("sara");

        var numbers = await AtOnceAsync(
            40,
            async (host, i) =>
            {
                if (i % 8 != 7)
                    return await societies[host].FileAsync(TestProcedure.Service);
                await TestProcedure.PublishAsync(host, TestProcedure.Sequence("all", TestProcedure.Task($"first-{i}")));
                return null;
            }
        );

        var begun = numbers.OfType<string>().ToList();
        Assert.Equal(35, begun.Distinct().Count());
        Assert.Equal(35, await Server.ReadAsync(db => db.Tasks.CountAsync(t => begun.Contains(t.CaseNumber!))));
        Assert.Equal(
            1,
            await Server.ReadAsync(db =>
                db.Definitions.CountAsync(d => d.DefinitionId == TestProcedure.Service && d.IsPublished)
            )
        );
    }

    /// <summary>For each host its own sign-ins, since a client belongs to one host.</summary>
    private async Task<Dictionary<CaseFlowServer, Person[]>> SignInAsync(params string[] names)
    {
        var people = new Dictionary<CaseFlowServer, Person[]>();
        foreach (var host in Hosts)
        {
            var society = new Society(host);
            var here = new List<Person>();
            foreach (var name in names)
                here.Add(await society.AsAsync(name));
            people[host] = [.. here];
        }
        return people;
    }

    private static object Completion(JsonNode task, object data, string outcome = "Done") =>
        new
        {
            outcome,
            data,
            version = task["version"]!.GetValue<long>(),
        };

    private static async Task<Answer> AnswerAsync(Person person, string path, object body)
    {
        using var response = await person.PostAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        var problem = response.IsSuccessStatusCode || text.Length == 0 ? null : JsonNode.Parse(text);
        return new Answer(response.StatusCode, $"{problem?["code"]}", $"{problem?["detail"]}");
    }

    private Task<long> BurstsAsync(string number) =>
        Server.ReadAsync(db => db.Instances.Where(i => i.CaseNumber == number).Select(i => i.Version).SingleAsync());

    private Task<string> StatusAsync(string number) =>
        Server.ReadAsync(db => db.Instances.Where(i => i.CaseNumber == number).Select(i => i.Status).SingleAsync());

    private Task<int> OpenTasksAsync(string number) =>
        Server.ReadAsync(db =>
            db.Tasks.CountAsync(t =>
                t.CaseNumber == number && (t.Status == HumanTaskStatus.Open || t.Status == HumanTaskStatus.Claimed)
            )
        );

    private Task<int> LettersAsync(string number, string template) =>
        Server.ReadAsync(db => db.Letters.CountAsync(l => l.CaseNumber == number && l.Template == template));

    private sealed record Answer(HttpStatusCode Status, string Code, string Sentence);

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : RaceTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : RaceTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : RaceTests;
}
