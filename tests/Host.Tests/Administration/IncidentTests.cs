using System.Net;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using CaseFlow.Workflows.Execution;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>A procedure that stopped is tried again by an administrator, and by nobody else.</summary>
public abstract class IncidentTests : DatabaseTests
{
    private readonly Society _society;
    private List<IdentityUserRole<string>> _absent = [];

    protected IncidentTests() => _society = new Society(Server);

    [DatabaseFact]
    public async Task Once_the_cause_is_gone_the_case_goes_on_from_where_it_stopped()
    {
        var (number, incident) = await StopAsync();
        await ReturnAsync();

        var answer = await RetryAsync("omar", incident);

        Assert.Equal("/administration", answer.Headers.Location?.OriginalString);
        Assert.Equal("retried", await ResolutionAsync(incident));
        await _society.DecideAsync(number, "accept");
        await Server.PassAsync(TimeSpan.FromDays(14));
        Assert.Equal(CaseStatus.Accepted, await StatusAsync(number));
    }

    [DatabaseFact]
    public async Task The_task_is_done_in_the_name_of_who_did_it_and_the_retry_in_that_of_the_administrator()
    {
        var (number, incident) = await StopAsync();
        await ReturnAsync();

        await RetryAsync("omar", incident);

        var explained = await Server.ReadAsync(db => db.Tasks.SingleAsync(IsExplanation(number)));
        Assert.Equal("user-noura", explained.AssigneeId);
        Assert.NotNull(explained.EndedAt);
        Assert.Equal("user-omar", await ActorAsync(number, "incident.retried"));
        Assert.Equal("user-noura", await ActorAsync(number, "case.study-explained"));
    }

    [DatabaseFact]
    public async Task While_the_cause_stands_a_retry_changes_nothing_but_the_count_of_attempts()
    {
        var (number, incident) = await StopAsync();

        var answer = await RetryAsync("omar", incident);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("محاولتان", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await Server.ReadAsync(db => db.Tasks.SingleAsync(IsExplanation(number)))).EndedAt);
    }

    [DatabaseFact]
    public async Task One_success_resolves_every_attempt_at_the_same_thing()
    {
        var (_, incident) = await StopAsync();
        await RetryAsync("omar", incident);
        await ReturnAsync();

        await RetryAsync("omar", incident);

        Assert.False(await Server.ReadAsync(db => db.Incidents.AnyAsync(i => i.ResolvedAt == null)));
    }

    [DatabaseFact]
    public async Task An_auditor_sees_an_incident_and_may_not_retry_it()
    {
        var (number, incident) = await StopAsync();
        await ReturnAsync();
        var salma = await Browser.SignInAsync(Server, "salma");

        var page = await salma.ReadAsync("/administration");
        var answer = await salma.PostAsync($"/administration/retry?id={incident}");

        Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/administration/retry", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null(await ResolutionAsync(incident));
    }

    [DatabaseTheory]
    [InlineData("/administration")]
    [InlineData("/audit")]
    public async Task Whoever_does_tasks_gets_neither_page(string address)
    {
        var noura = await Browser.SignInAsync(Server, "noura");

        Assert.False((await noura.GetAsync(address)).IsSuccessStatusCode);
    }

    [DatabaseFact]
    public async Task A_task_that_was_done_again_since_is_not_done_twice()
    {
        var (number, incident) = await StopAsync();
        await ReturnAsync();
        await _society.ExplainAsync(number);

        var answer = await RetryAsync("omar", incident);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null(await ResolutionAsync(incident));
    }

    [DatabaseFact]
    public async Task What_was_too_secret_to_keep_has_to_be_done_again_by_its_person()
    {
        var number = await _society.FileAsync();
        var incident = await AddAsync(number, stimulus: null);

        var answer = await RetryAsync("omar", incident);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "على صاحب المهمة أن ينجزها من جديد",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [DatabaseFact]
    public async Task A_timer_that_is_retried_fires_once()
    {
        var number = await _society.FileAsync("rent-support", "sara", "income-proof");
        await _society.ReceiveAsync(number);
        var timer = await Server.ReadAsync(db => db.Timers.OrderBy(t => t.DueAt).Select(t => t.Id).FirstAsync());
        Server.Time.Advance(TimeSpan.FromDays(5));
        var incident = await AddAsync(number, new Stimulus.TimerDue(timer));
        await RetryAsync("omar", incident);

        var again = await RetryAsync("omar", await AddAsync(number, new Stimulus.TimerDue(timer)));

        Assert.Equal("retried", await ResolutionAsync(incident));
        Assert.False(await Server.ReadAsync(db => db.Timers.AnyAsync(t => t.Id == timer)));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [DatabaseFact]
    public async Task Closing_without_a_retry_needs_a_reason_and_leaves_a_line()
    {
        var number = await _society.FileAsync();
        var incident = await AddAsync(number, stimulus: null);
        var omar = await Browser.SignInAsync(Server, "omar");

        var silent = await omar.PostAsync($"/administration/close?id={incident}", new() { ["reason"] = " " });
        await omar.PostAsync($"/administration/close?id={incident}", new() { ["reason"] = "أُنجزت المهمة من جديد" });

        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        Assert.Equal("أُنجزت المهمة من جديد", await ResolutionAsync(incident));
        Assert.Equal("user-omar", await ActorAsync(number, "incident.closed"));
    }

    [DatabaseTheory]
    [InlineData("omar", false)]
    [InlineData("salma", true)]
    [InlineData("noura", true)]
    public async Task Before_the_reply_no_file_names_the_step_at_which_a_procedure_stopped(string reader, bool told)
    {
        var number = await _society.FileForStudyAsync();
        await _society.DecideAsync(number, "reject");
        await StopAtAsync(number, "rejection-letter");
        var person = await _society.AsAsync(reader);
        var browser = await Browser.SignInAsync(Server, reader);

        foreach (var tab in new[] { "summary", "timeline", "tasks" })
            Assert.DoesNotContain("rejection-letter", await browser.ReadAsync($"/cases/{number}?tab={tab}"));
        Assert.DoesNotContain("rejection-letter", await person.TextAsync($"/api/cases/{number}/timeline"));
        Assert.Equal(told, (await person.TextAsync($"/api/cases/{number}/timeline")).Contains("incident.recorded"));
    }

    private Task<int> StopAtAsync(string number, string step) =>
        Server.ReadAsync(async db =>
        {
            var instance = await db.Cases.Where(c => c.Number == number).Select(c => c.InstanceId).SingleAsync();
            db.Incidents.Add(
                new IncidentRow
                {
                    Id = "stopped",
                    InstanceId = instance,
                    CaseNumber = number,
                    At = Server.Now,
                    ActivityId = step,
                    Code = "letter.unknown",
                    Message = "letter.unknown",
                }
            );
            db.Audit.Add(
                AuditTrail.Line(
                    number,
                    Server.Now,
                    "incident.recorded",
                    EventAudience.Staff,
                    ("incident", "stopped"),
                    ("activity", step)
                )
            );
            return await db.SaveChangesAsync();
        });

    /// <summary>The explanation leads to the committee, whose quorum is impossible with its chair alone.</summary>
    private async Task<(string Number, string Incident)> StopAsync()
    {
        var number = await _society.FileAsync();
        await _society.ReceiveAsync(number);
        await _society.MatchAsync(number);
        await _society.SignAsync(number);
        _absent = await Server.ReadAsync(async db =>
        {
            var seats = await db
                .UserRoles.Where(r => r.UserId == "user-latifa" || r.UserId == "user-majed")
                .ToListAsync();
            db.RemoveRange(seats);
            await db.SaveChangesAsync();
            return seats;
        });
        var noura = await _society.AsAsync("noura");
        var data = new { channel = "phone", acknowledged = true };
        var answer = await noura.TryCompleteAsync(number, "CaseFlow.ExplainStudy", "Done", data);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (number, await Server.ReadAsync(db => db.Incidents.Select(i => i.Id).SingleAsync()));
    }

    private Task<int> ReturnAsync() =>
        Server.ReadAsync(db =>
        {
            db.AddRange(_absent);
            return db.SaveChangesAsync();
        });

    private Task<string> AddAsync(string number, Stimulus? stimulus) =>
        Server.ReadAsync(async db =>
        {
            var incident = new IncidentRow
            {
                Id = Guid.NewGuid().ToString("N"),
                InstanceId = await db.Cases.Where(c => c.Number == number).Select(c => c.InstanceId).SingleAsync(),
                CaseNumber = number,
                At = Server.Now,
                Code = "letter.unknown",
                Message = "letter.unknown",
                Stimulus = stimulus is null ? null : StimulusJson.Write(stimulus),
            };
            db.Incidents.Add(incident);
            await db.SaveChangesAsync();
            return incident.Id;
        });

    private async Task<HttpResponseMessage> RetryAsync(string userName, string incident) =>
        await (await Browser.SignInAsync(Server, userName)).PostAsync($"/administration/retry?id={incident}");

    private static System.Linq.Expressions.Expression<Func<TaskRow, bool>> IsExplanation(string number) =>
        t => t.CaseNumber == number && t.Kind == "CaseFlow.ExplainStudy";

    private Task<string?> ResolutionAsync(string id) =>
        Server.ReadAsync(db => db.Incidents.Where(i => i.Id == id).Select(i => i.Resolution).SingleAsync());

    private Task<CaseStatus> StatusAsync(string number) =>
        Server.ReadAsync(db => db.Cases.Where(c => c.Number == number).Select(c => c.Status).SingleAsync());

    private Task<string> ActorAsync(string number, string code) =>
        Server.ReadAsync(db =>
            db.Audit.Where(a => a.CaseNumber == number && a.Code == code).Select(a => a.ActorId).SingleAsync()
        );

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : IncidentTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : IncidentTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : IncidentTests;
}
