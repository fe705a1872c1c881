using System.Net;
using CaseFlow.Domain;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Tasks;

/// <summary>Tasks of procedures that serve no case: in the inbox of their role, and nowhere near a member.</summary>
public sealed class TaskWithoutCaseTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>, IAsyncLifetime
{
    private readonly Signals.Procedures _procedures = new(server);

    public async Task InitializeAsync()
    {
        await _procedures.ClearAsync();
        await server.ReadAsync(db => db.Tasks.Where(t => t.CaseNumber == null).ExecuteDeleteAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task It_is_claimed_and_completed_from_the_inbox_of_its_role()
    {
        await BeginAsync(
            "review",
            Asking(
                "ServiceOfficer",
                ""","outcomes":{"typeName":"String[]","expression":{"type":"Object","value":"[\"Approved\",\"Rejected\"]"}}"""
            )
        );
        var id = (await TaskAsync("review")).Id;
        var turki = await Browser.SignInAsync(server, "turki");

        var inbox = await turki.ReadAsync("/inbox");
        var page = await turki.ReadAsync($"/tasks/{id}");
        await turki.PostAsync($"/tasks/{id}/claim");
        var done = await turki.PostAsync($"/tasks/{id}/completion", new() { ["outcome"] = "Approved" });

        Assert.Contains("نظر في الدليل", inbox, StringComparison.Ordinal);
        Assert.Contains("بلا معاملة", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain("/cases/", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("Finished", await _procedures.SubStatusAsync("review"));
        Assert.Equal(["task.claimed", "task.completed"], await AuditAsync(id));
    }

    [Fact]
    public async Task Its_form_is_checked_before_the_procedure_goes_on()
    {
        await BeginAsync("answer", Asking("ServiceOfficer", ""","form":"clarification" """));
        var id = (await TaskAsync("answer")).Id;
        var turki = await Person.SignInAsync(server.CreateClient(), "turki");

        var blank = await turki.PostAsync(
            $"/api/tasks/{id}/completion",
            new
            {
                outcome = "Done",
                data = new { },
                version = 1,
            }
        );
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Equal("Suspended", await _procedures.SubStatusAsync("answer"));

        await turki.MustPostAsync(
            $"/api/tasks/{id}/completion",
            new
            {
                outcome = "Done",
                data = new { answer = "نعم" },
                version = 1,
            }
        );
        Assert.Equal("Finished", await _procedures.SubStatusAsync("answer"));
    }

    [Fact]
    public async Task It_is_reminded_of_escalated_and_late()
    {
        await BeginAsync(
            "late",
            Asking(
                "ServiceOfficer",
                ""","due":"1.00:00:00","remindAfter":"12:00:00","escalateAfter":"2.00:00:00","escalateTo":"RelationsOfficer" """
            )
        );
        var noura = await Browser.SignInAsync(server, "noura");
        Assert.DoesNotContain("نظر في الدليل", await noura.ReadAsync("/inbox"), StringComparison.Ordinal);

        await server.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(1, HumanTaskOf(await TaskAsync("late")).Reminders);
        Assert.Contains("نظر في الدليل", await noura.ReadAsync("/inbox?view=overdue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_due_and_reminded_of_in_working_time_when_it_names_a_calendar()
    {
        const string week = "7.00:00:00";
        await BeginAsync(
            "unhurried",
            Asking("ServiceOfficer", $$""","due":"{{week}}","remindAfter":"{{week}}","calendar":"official" """)
        );

        var task = await TaskAsync("unhurried");
        var due = server.Library.Times.After("official", task.OpenedAt, TimeSpan.FromDays(7));
        var reminder = await server.ReadAsync(db => db.Timers.SingleAsync(t => t.InstanceId == "unhurried"));
        // Every week has free days.
        Assert.True(due > task.OpenedAt.AddDays(7));
        Assert.Equal((due, due), (task.DueAt, reminder.DueAt));
    }

    [Fact]
    public async Task One_that_Elsa_gives_to_nobody_is_with_the_relations_officers()
    {
        await BeginAsync("nobodys", """t Elsa.RunTask {"taskName":"ask-the-bank"}""");
        var id = (await TaskAsync("nobodys")).Id;
        var noura = await Person.SignInAsync(server.CreateClient(), "noura");

        await noura.MustPostAsync(
            $"/api/tasks/{id}/completion",
            new
            {
                outcome = "Done",
                data = new { result = 7 },
                version = 1,
            }
        );

        Assert.Equal("Finished", await _procedures.SubStatusAsync("nobodys"));
    }

    [Fact]
    public async Task Neither_members_nor_other_roles_see_it()
    {
        await BeginAsync("hidden", Asking("ServiceOfficer"));
        var id = (await TaskAsync("hidden")).Id;
        var sara = await Person.SignInAsync(server.CreateClient(), "sara");
        var noura = await Person.SignInAsync(server.CreateClient(), "noura");

        Assert.DoesNotContain(id, await sara.TextAsync("/api/tasks"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sara.Http.GetAsync($"/api/tasks/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await noura.Http.GetAsync($"/api/tasks/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_policy_administrator_has_tasks_of_such_procedures()
    {
        await BeginAsync("policy-review", Asking("PolicyAdministrator"));
        var id = (await TaskAsync("policy-review")).Id;
        var omar = await Browser.SignInAsync(server, "omar");

        var inbox = await omar.ReadAsync("/inbox");
        await omar.PostAsync($"/tasks/{id}/completion", new() { ["outcome"] = "Done" });

        Assert.Contains("نظر في الدليل", inbox, StringComparison.Ordinal);
        Assert.Equal("Finished", await _procedures.SubStatusAsync("policy-review"));
    }

    [Theory]
    [InlineData("""t CaseFlow.HumanTask {"title":"مهمة","forApplicant":true}""")]
    [InlineData("""t CaseFlow.Receive {"title":"استقبال"}""")]
    public async Task What_only_an_applicant_or_a_case_can_have_stops_the_procedure(string task)
    {
        await _procedures.PublishAsync("needy", [task]);
        await Assert.ThrowsAsync<RefusalException>(() => _procedures.StartAsync("needy", "needy"));

        Assert.Equal("procedure.without-case", Assert.Single(await _procedures.IncidentsAsync()).Code);
    }

    [Fact]
    public async Task Calling_the_procedure_off_takes_the_task_away_and_deleting_it_leaves_nothing()
    {
        await BeginAsync("off", Asking("ServiceOfficer"));
        var omar = await Browser.SignInAsync(server, "omar");

        await omar.PostAsync("/administration/stop?id=off", new() { ["reason"] = "سبب" });
        Assert.Equal(HumanTaskStatus.Cancelled, (await TaskAsync("off")).Status);

        await omar.PostAsync("/administration/delete?id=off");
        Assert.False(await server.ReadAsync(db => db.Tasks.AnyAsync(t => t.InstanceId == "off")));
    }

    private async Task BeginAsync(string id, string task)
    {
        await _procedures.PublishAsync(id, [task]);
        await _procedures.StartAsync(id, id);
    }

    private static string Asking(string role, string more = "") =>
        $$"""t CaseFlow.HumanTask {"title":"نظر في الدليل","titleEnglish":"Look at the guide","role":"{{role}}"{{more}}}""";

    private Task<TaskRow> TaskAsync(string instance) =>
        server.ReadAsync(db => db.Tasks.AsNoTracking().SingleAsync(t => t.InstanceId == instance));

    private static HumanTaskState HumanTaskOf(TaskRow row) => CaseFlow.Host.Tasks.TaskRows.ToTask(row).State;

    private Task<List<string>> AuditAsync(string task) =>
        server.ReadAsync(db =>
            db.Audit.Where(a => a.Facts.Contains(task)).OrderBy(a => a.Id).Select(a => a.Code).ToListAsync()
        );
}
