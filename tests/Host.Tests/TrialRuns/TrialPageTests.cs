using System.Net;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.TrialRuns;

/// <summary>Trying a procedure on its page: in virtual time, under the real rules, and without a trace.</summary>
public sealed class TrialPageTests(Office office) : IClassFixture<Office>
{
    private const string SevenSteps = "member-service-request";

    [Fact]
    public async Task A_decision_on_the_fifth_day_is_released_on_the_fourteenth()
    {
        var visit = await DecidedAsync(afterDays: 5);
        Assert.Contains("القرار محجوب", visit.Page, StringComparison.Ordinal);

        await visit.DaysAsync(8);
        Assert.DoesNotContain("أُفرج عن الرد", visit.Page, StringComparison.Ordinal);

        await visit.DaysAsync(1);
        Assert.Contains("أُفرج عن الرد", visit.Page, StringComparison.Ordinal);
        Assert.Contains("خطاب يُرسل", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_request_comes_to_its_end()
    {
        var visit = await DecidedAsync(afterDays: 1);
        await visit.DaysAsync(13);
        await visit.TaskAsync("Done");
        await visit.TaskAsync("Done", [("provider", "إدارة الدعم"), .. Today("deliveredOn")]);
        await visit.TaskAsync("Confirmed");

        Assert.Contains(">انتهى</", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_run_leaves_the_database_as_it_was()
    {
        var visit = await TrialVisit.BeginAsync(office, SevenSteps, given: ("service", "rent-support"));
        await using var scope = office.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        await db.Database.OpenConnectionAsync();
        var before = await WritesOfOthersAsync(db);

        await visit.TaskAsync("Done", ("channel", "phone"));
        await visit.DaysAsync(3);
        await visit.ActAsync("event", ("event", "Withdrawal"), ("payload", """{"reason":"انتقلت"}"""));

        Assert.Contains(">انتهى</", visit.Page, StringComparison.Ordinal);
        var after = await WritesOfOthersAsync(db);
        await db.Database.CloseConnectionAsync();
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task A_draft_that_tells_a_decision_too_soon_stops_as_it_would_in_earnest()
    {
        await office.SaveAsync(
            Procedure.Of(
                "too-soon",
                "too-soon",
                Procedure.Node("letter", "CaseFlow.SendLetter", ("letter", Procedure.Wrapped("acceptance")))
            )
        );

        var visit = await TrialVisit.BeginAsync(office, "too-soon", given: ("service", "rent-support"));

        Assert.Contains("case.no-permit", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("خطاب يُرسل", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_its_documents_is_asked_for_them()
    {
        var visit = await TrialVisit.BeginAsync(
            office,
            SevenSteps,
            given: [("service", "rent-support"), ("complete", "false")]
        );
        await visit.TaskAsync("Done", ("channel", "phone"));
        var asked = visit.Page;
        await visit.TaskAsync("Supplied");

        Assert.DoesNotContain("مهمة: مطابقة", asked, StringComparison.Ordinal);
        Assert.Contains("مهمة: مطابقة", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_told_and_the_task_stays()
    {
        var visit = await DecidedAsync(afterDays: 1, decision: "reject");
        Assert.Contains("رُفض ذلك", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("القرار محجوب", visit.Page, StringComparison.Ordinal);

        await visit.TaskAsync("Decided", ("decision", "accept"));
        Assert.Contains("القرار محجوب", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_without_a_case_takes_inputs_tasks_and_events()
    {
        await office.SaveAsync(Small);

        var visit = await TrialVisit.BeginAsync(office, "small-trial", "salma", ("input.Who", "سعاد"));
        Assert.Contains("مرحبا سعاد", visit.Page, StringComparison.Ordinal);
        await visit.TaskAsync("Approved", ("data", """{"note":"حسن"}"""));
        Assert.Contains("ملاحظة حسن", visit.Page, StringComparison.Ordinal);
        await visit.ActAsync("event", ("event", "Paid"), ("payload", "7"));
        Assert.Contains("دُفع 7", visit.Page, StringComparison.Ordinal);
        Assert.Contains(">انتهى</", visit.Page, StringComparison.Ordinal);

        await visit.ActAsync("undo");
        Assert.DoesNotContain("دُفع 7", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_due_by_the_calendar_in_force()
    {
        var task = Procedure.Node(
            "t",
            "CaseFlow.HumanTask",
            ("title", Procedure.Wrapped("مهمة")),
            ("role", Procedure.Wrapped("Auditor")),
            ("due", Procedure.Wrapped("1.00:00:00")),
            ("calendar", Procedure.Wrapped("official"))
        );
        await office.SaveAsync(Procedure.Of("unhurried", "unhurried", task));

        var visit = await TrialVisit.BeginAsync(office, "unhurried");

        Assert.DoesNotContain("calendar.unknown", visit.Page, StringComparison.Ordinal);
        Assert.Contains("name=\"task\"", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_run_is_refused()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync(
            $"/procedures/{SevenSteps}/trial",
            new() { ["act"] = "timer", ["run"] = "{}" }
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_does_tasks_tries_nothing()
    {
        var noura = await Browser.SignInAsync(office.Server, "noura");

        Assert.False((await noura.GetAsync($"/procedures/{SevenSteps}/trial")).IsSuccessStatusCode);
    }

    /// <summary>From the beginning to the sealed decision.</summary>
    private async Task<TrialVisit> DecidedAsync(int afterDays, string decision = "accept")
    {
        var visit = await TrialVisit.BeginAsync(office, SevenSteps, given: ("service", "rent-support"));
        await visit.TaskAsync("Done", ("channel", "phone"));
        await visit.TaskAsync("Matched");
        await visit.TaskAsync("Signed");
        await visit.TaskAsync("Done", ("channel", "phone"), ("acknowledged", "true"));
        await visit.DaysAsync(afterDays);
        for (var seat = 0; seat < 3; seat++)
            await visit.TaskAsync("Voted", ("choice", "accept"), ("note", "اطلعت"));
        await visit.TaskAsync(
            "Decided",
            ("decision", decision),
            ("reasons[0].clause", "P46"),
            ("reasons[0].text", "سبب")
        );
        return visit;
    }

    private (string, string)[] Today(string field)
    {
        var day = office.Server.Now.AddDays(14);
        return
        [
            ($"{field}.day", $"{day.Day}"),
            ($"{field}.month", $"{day.Month}"),
            ($"{field}.year", $"{day.Year}"),
            ($"{field}.calendar", "Gregorian"),
        ];
    }

    /// <summary>Another number with every commit that another connection makes.</summary>
    private static async Task<object?> WritesOfOthersAsync(CaseFlowDb db)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return await command.ExecuteScalarAsync();
    }

    private const string Small = """
        { "definitionId": "small-trial", "name": "small-trial", "inputs": [{ "name": "Who", "type": "String" }],
          "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
            { "id": "hello", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'مرحبا ' + getWho()" } } },
            { "id": "ask", "name": "Ask", "type": "CaseFlow.HumanTask", "title": { "typeName": "String", "expression": { "type": "Literal", "value": "نظر" } },
              "role": { "typeName": "String", "expression": { "type": "Literal", "value": "ServiceOfficer" } },
              "outcomes": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"Approved\",\"Rejected\"]" } } },
            { "id": "said", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'ملاحظة ' + getResultFromAsk().note" } } },
            { "id": "paid", "name": "Paid", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Paid" } } },
            { "id": "done", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'دُفع ' + getResultFromPaid()" } } } ] } }
        """;
}
