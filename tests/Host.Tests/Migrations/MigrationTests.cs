using System.Net;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tasks;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Browser = CaseFlow.Host.Tests.Administration.Browser;

namespace CaseFlow.Host.Tests.Migrations;

/// <summary>Running cases are moved to the version in force by an administrator, after a look at what would happen to each.</summary>
public sealed class MigrationTests : IDisposable
{
    private const string Receive = "node.Workflow1:procedure:receive";
    private const string Welcome = "Workflow1:procedure:welcome";

    private readonly CaseFlowServer _server = new();
    private readonly Society _society;

    public MigrationTests() => _society = new Society(_server);

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_look_says_what_would_happen_to_each_case_and_changes_nothing()
    {
        var number = await _society.FileAsync();
        var before = await RowAsync(number);
        var (from, _) = await _server.PublishAsync(NextVersion.AddNote);
        var omar = await Browser.SignInAsync(_server, "omar");

        var page = WebUtility.HtmlDecode(await omar.ReadAsync($"/migrations?from={from}"));

        Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.Contains("تُنقل معاملة واحدة", page, StringComparison.Ordinal);
        Assert.Equal(before.State, (await RowAsync(number)).State);
    }

    [Fact]
    public async Task A_case_that_is_moved_follows_the_new_version_and_the_move_is_in_its_trail()
    {
        var number = await _society.FileForStudyAsync();
        await _society.DecideAsync(number, "accept");
        var (from, to) = await _server.PublishAsync(NextVersion.AddNote);

        await RunAsync("omar", from, to);

        Assert.Equal(to, (await RowAsync(number)).DefinitionVersionId);
        Assert.Equal("user-omar", await ActorAsync(number, "case.migrated"));
        await _server.PassAsync(TimeSpan.FromDays(14));
        Assert.True(
            await _server.ReadAsync(db => db.Journal.AnyAsync(j => j.InstanceId == number && j.ActivityId == "note"))
        );
        Assert.Equal(CaseStatus.Accepted, (await CaseAsync(number)).Status);
    }

    [Fact]
    public async Task The_study_clock_and_every_date_stay_to_the_second()
    {
        var number = await _society.FileForStudyAsync();
        await _society.DecideAsync(number, "accept");
        await _server.PassAsync(TimeSpan.FromHours(77));
        var (file, timers) = ((await CaseAsync(number)).Document, await TimersAsync(number));
        var (from, to) = await _server.PublishAsync(NextVersion.AddNote);

        await RunAsync("omar", from, to);

        Assert.Equal(file, (await CaseAsync(number)).Document);
        Assert.Equal(timers, await TimersAsync(number));
        await _server.PassAsync(TimeSpan.FromDays(14) - TimeSpan.FromHours(77) - TimeSpan.FromSeconds(1));
        Assert.Equal(CaseStatus.InStudy, (await CaseAsync(number)).Status);
        await _server.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(CaseStatus.Accepted, (await CaseAsync(number)).Status);
    }

    [Fact]
    public async Task A_case_at_a_renamed_step_stays_until_somebody_says_what_the_step_has_become()
    {
        var number = await _society.FileAsync();
        var noura = await _society.AsAsync("noura");
        var task = $"{(await noura.TaskAsync(number, "CaseFlow.Receive"))["id"]}";
        await noura.MustPostAsync($"/api/tasks/{task}/claim", new { });
        var (from, to) = await _server.PublishAsync(NextVersion.RenameReception);

        var refused = await RunAsync("omar", from, to);
        Assert.Contains("migration.no-target", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(from, (await RowAsync(number)).DefinitionVersionId);

        await RunAsync("omar", from, to, (Receive, Welcome));
        Assert.Equal(to, (await RowAsync(number)).DefinitionVersionId);
        var row = await _server.ReadAsync(db => db.Tasks.SingleAsync(t => t.Id == task));
        Assert.Equal(HumanTaskStatus.Claimed, row.Status);
        Assert.Equal("welcome", TaskRows.ToTask(row).Order.ActivityId);
        await _society.ReceiveAsync(number);
        await _society.MatchAsync(number);
    }

    [Fact]
    public async Task One_case_that_cannot_be_moved_leaves_the_others_alone_and_can_be_moved_later()
    {
        var stays = await _society.FileAsync();
        var moves = await _society.FileAsync();
        await _society.ReceiveAsync(moves);
        var (from, to) = await _server.PublishAsync(NextVersion.RenameReception);

        await RunAsync("omar", from, to);
        Assert.Equal(from, (await RowAsync(stays)).DefinitionVersionId);
        Assert.Equal(to, (await RowAsync(moves)).DefinitionVersionId);

        await _society.ReceiveAsync(stays);
        await RunAsync("omar", from, to);
        Assert.Equal(to, (await RowAsync(stays)).DefinitionVersionId);
        Assert.Equal(1, await LinesAsync(moves, "case.migrated"));
    }

    [Fact]
    public async Task An_auditor_looks_and_moves_nothing()
    {
        var number = await _society.FileAsync();
        var (from, to) = await _server.PublishAsync(NextVersion.AddNote);
        var salma = await Browser.SignInAsync(_server, "salma");

        var page = await salma.ReadAsync($"/migrations?from={from}");
        var answer = await RunAsync("salma", from, to);

        Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/migrations/run", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(from, (await RowAsync(number)).DefinitionVersionId);
    }

    [Fact]
    public async Task No_case_is_moved_to_a_version_that_nobody_has_published()
    {
        var number = await _society.FileAsync();
        var (from, to) = await _server.PublishAsync(NextVersion.AddNote, published: false);

        var answer = await RunAsync("omar", from, to);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(from, (await RowAsync(number)).DefinitionVersionId);
    }

    [Fact]
    public async Task Where_a_decided_case_waits_is_not_named_before_its_reply()
    {
        var number = await _society.FileForStudyAsync();
        await _society.DecideAsync(number, "accept");
        var (from, _) = await _server.PublishAsync(NextVersion.AddNote);
        var omar = await Browser.SignInAsync(_server, "omar");

        var page = WebUtility.HtmlDecode(await omar.ReadAsync($"/migrations?from={from}"));

        Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.Contains("يُذكر بعد صدور الرد", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_case_goes_on_once_it_was_moved_to_a_version_without_the_fault()
    {
        var number = await _society.FileAsync();
        var timer = new Stimulus.TimerDue("gone");
        await _server.ReadAsync(db =>
        {
            db.Incidents.Add(
                new IncidentRow
                {
                    Id = "i",
                    InstanceId = number,
                    CaseNumber = number,
                    At = _server.Now,
                    ActivityId = "receive",
                    Code = "expression.failed",
                    Message = "x",
                    Stimulus = StimulusJson.Write(timer),
                }
            );
            return db.SaveChangesAsync();
        });
        var (from, to) = await _server.PublishAsync(NextVersion.AddNote);

        await RunAsync("omar", from, to);

        Assert.Equal(to, (await RowAsync(number)).DefinitionVersionId);
        await _society.ReceiveAsync(number);
    }

    [Fact]
    public async Task A_fault_that_the_case_goes_on_with_is_retried_at_the_renamed_step()
    {
        var number = await _society.FileAsync();
        await _server.ReadAsync(db =>
        {
            db.Incidents.Add(
                new IncidentRow
                {
                    Id = "kept",
                    InstanceId = number,
                    CaseNumber = number,
                    At = _server.Now,
                    ActivityId = "receive",
                    Code = "expression.failed",
                    Message = "x",
                    Stimulus = StimulusJson.Write(new Stimulus.Retried("Workflow1:procedure:receive", "e1")),
                }
            );
            return db.SaveChangesAsync();
        });
        var (from, to) = await _server.PublishAsync(NextVersion.RenameReception);

        await RunAsync("omar", from, to, (Receive, Welcome));

        var kept = await _server.ReadAsync(db => db.Incidents.AsNoTracking().SingleAsync(i => i.Id == "kept"));
        Assert.Equal(new Stimulus.Retried(Welcome, "e1"), StimulusJson.Read(kept.Stimulus!));
    }

    private async Task<HttpResponseMessage> RunAsync(
        string who,
        string from,
        string to,
        params (string Field, string Value)[] plan
    )
    {
        var fields = plan.Append(("from", from)).Append(("to", to)).ToDictionary(f => f.Item1, f => f.Item2);
        return await (await Browser.SignInAsync(_server, who)).PostAsync("/migrations/run", fields);
    }

    private Task<InstanceRow> RowAsync(string number) =>
        _server.ReadAsync(db => db.Instances.AsNoTracking().SingleAsync(i => i.CaseNumber == number));

    private Task<CaseRow> CaseAsync(string number) =>
        _server.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Number == number));

    private Task<List<string>> TimersAsync(string number) =>
        _server.ReadAsync(db =>
            db.Timers.Where(t => t.InstanceId == number)
                .OrderBy(t => t.Id)
                .Select(t => t.Id + " " + t.Kind + " " + t.DueAt)
                .ToListAsync()
        );

    private Task<string> ActorAsync(string number, string code) =>
        _server.ReadAsync(db =>
            db.Audit.Where(a => a.CaseNumber == number && a.Code == code).Select(a => a.ActorId).SingleAsync()
        );

    private Task<int> LinesAsync(string number, string code) =>
        _server.ReadAsync(db => db.Audit.CountAsync(a => a.CaseNumber == number && a.Code == code));
}
