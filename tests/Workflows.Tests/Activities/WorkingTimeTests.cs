using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

/// <summary>Tasks whose times are counted by a calendar of work.</summary>
public sealed class WorkingTimeTests
{
    // Friday and Saturday are free, work goes from 8 to 16.
    private static readonly WorkingTimes Society = new(
        "Asia/Riyadh",
        [
            new WorkingCalendar(
                "official",
                1,
                new("", ""),
                [DayOfWeek.Friday, DayOfWeek.Saturday],
                new WorkingHours(new TimeOnly(8, 0), new TimeOnly(16, 0))
            ),
        ]
    );

    private static readonly DateTimeOffset Thursday = Local(26, 14);

    private const string Times =
        "\"due\":\"2.00:00:00\",\"remindAfter\":\"04:00:00\",\"escalateAfter\":\"3.00:00:00\",\"escalateTo\":\"Auditor\"";

    [Fact]
    public void Due_date_reminder_and_escalation_of_a_task_come_in_working_time()
    {
        var story = Play($$"""t = CaseFlow.HumanTask {"title":"x","role":"Auditor",{{Times}},"calendar":"official"}""");

        Assert.Equal(Local(30, 14), story.Tasks.Single().DueAt);
        Assert.Equal(
            [(TimerKind.Reminder, Local(29, 10)), (TimerKind.Escalation, Local(31, 14))],
            story.Timers.Select(t => (t.Kind, t.DueAt))
        );
    }

    [Fact]
    public void Without_a_calendar_every_day_counts()
    {
        var story = Play($$"""t = CaseFlow.HumanTask {"title":"x","role":"Auditor",{{Times}},"calendar":""}""");

        Assert.Equal(Local(28, 14), story.Tasks.Single().DueAt);
        Assert.Equal(Local(26, 18), story.Timers[0].DueAt);
    }

    [Fact]
    public void What_the_applicant_is_asked_can_wait_for_working_days_too()
    {
        var story = Play("""t = CaseFlow.SupplyItems {"title":"x","remindAfter":"5.00:00:00","calendar":"official"}""");

        Assert.True(story.Tasks.Single().ForApplicant);
        Assert.Equal(Local(26 + 7, 14), story.Timers.Single().DueAt);
    }

    [Fact]
    public void A_script_may_name_the_calendar()
    {
        const string name = """{"typeName":"String","expression":{"type":"JavaScript","value":"'off' + 'icial'"}}""";
        var story = Play(
            $$"""t = CaseFlow.HumanTask {"title":"x","role":"Auditor","due":"1.00:00:00","calendar":{{name}}}"""
        );

        Assert.Equal(Local(29, 14), story.Tasks.Single().DueAt);
    }

    [Fact]
    public void A_name_that_is_no_calendar_in_force_stops_the_procedure_and_says_which()
    {
        var story = Play(
            """t = CaseFlow.HumanTask {"title":"x","role":"Auditor","due":"1.00:00:00","calendar":"summer"}"""
        );

        Assert.Equal("calendar.unknown", story.Incident!.Code);
        Assert.Contains("summer", story.Incident.Message, StringComparison.Ordinal);
        Assert.Empty(story.Tasks);
    }

    [Fact]
    public void The_committee_is_reminded_in_working_time_but_its_target_counts_every_day()
    {
        var story = Play(
            """c = CaseFlow.CommitteeStudy {"title":"x","target":"3.00:00:00","remindAfter":"2.00:00:00","calendar":"official"}""",
            new StudyOpened([new CommitteeSeat("chair", "chair", IsChair: true)])
        );

        Assert.Equal(
            [(TimerKind.Target, Local(29, 14)), (TimerKind.Reminder, Local(30, 14))],
            story.Timers.Select(t => (t.Kind, t.DueAt))
        );
    }

    [Fact]
    public void The_study_gate_takes_no_calendar() =>
        Assert.DoesNotContain(
            ActivityCatalogue.All.Find("CaseFlow.StudyGate")!.Descriptor.Inputs,
            i => i.Name == "Calendar"
        );

    private static DateTimeOffset Local(int november, int hour) =>
        new DateTimeOffset(2026, 11, 1, hour, 0, 0, CalendarDate.RiyadhOffset).AddDays(november - 1);

    private static Story Play(string text, CaseAnswer? answer = null) =>
        new Story(Chart.Read(text))
        {
            Now = Thursday,
            Times = Society,
            Domain = (_, _) => answer ?? throw new InvalidOperationException(),
        }.Start();
}
