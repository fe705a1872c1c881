using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

public sealed class TaskTests
{
    [Fact]
    public void A_human_task_is_ordered_as_its_author_wrote_it()
    {
        var story = Play(
            """
            t = CaseFlow.HumanTask {"title":"راجع","titleEnglish":"Check","role":"Auditor","form":"survey","due":"2.00:00:00","outcomes":{"typeName":"String[]","expression":{"type":"Object","value":"[\"Good\",\"Bad\"]"}},"customProperties":{"clause":"P10","step":3}}
            t:Good -> a
            t:Bad -> b
            """
        );

        var task = story.Tasks.Single();
        Assert.Equal(new LocalText("راجع", "Check"), task.Title);
        Assert.Equal(
            ("CaseFlow.HumanTask", "t", "i", "Auditor", "survey"),
            (task.Kind, task.ActivityId, task.InstanceId, task.CandidateRole, task.Form)
        );
        Assert.Equal(("P10", 3, story.Now.AddDays(2)), (task.Clause, task.Step, task.DueAt));
        Assert.Equal(["Good", "Bad"], task.Outcomes);
        Assert.Equal(["b"], story.Complete("t", "Bad").Lines);
    }

    [Fact]
    public void A_completed_task_puts_out_its_data_its_outcome_and_who_did_it()
    {
        var story = Play("t = CaseFlow.HumanTask {\"title\":\"x\",\"role\":\"Auditor\"}");

        story.Complete("t", data: new Dictionary<string, object?> { ["score"] = 5L });

        var put = story.State!.Register["Workflow1:f:t"];
        Assert.Equal(5L, Map(put["result"])["score"]);
        Assert.Equal("Done", put["outcome"]);
        Assert.Equal("officer", Map(put["completedBy"])["userId"]);
    }

    [Fact]
    public void A_task_for_the_applicant_has_no_role()
    {
        var task = Play("t = CaseFlow.HumanTask {\"title\":\"x\",\"role\":\"Auditor\",\"forApplicant\":true}")
            .Tasks.Single();

        Assert.Equal((true, null), (task.ForApplicant, task.CandidateRole));
    }

    [Fact]
    public void A_task_for_nobody_faults() =>
        Assert.Equal("task.nobody", Play("t = CaseFlow.HumanTask {\"title\":\"x\"}").Incident!.Code);

    [Fact]
    public void A_task_is_reminded_of_and_escalated_and_completing_it_stops_both()
    {
        const string timers =
            "\"remindAfter\":\"1.00:00:00\",\"escalateAfter\":\"3.00:00:00\",\"escalateTo\":\"CommitteeChair\"";
        var story = Play($"t = CaseFlow.HumanTask {{\"title\":\"x\",\"role\":\"Auditor\",{timers}}}");
        var id = story.Tasks.Single().TaskId;

        story.WaitDays(1);
        Assert.Equal(new Effect.RemindTask(id), story.Effects[^1]);
        story.WaitDays(1);
        Assert.Single(story.Timers);
        story.WaitDays(1);
        Assert.Equal(new Effect.EscalateTask(id, Role.CommitteeChair), story.Effects[^1]);

        var other = Play($"t = CaseFlow.HumanTask {{\"title\":\"x\",\"role\":\"Auditor\",{timers}}}").Complete("t");
        Assert.Empty(other.Timers);
    }

    [Fact]
    public void The_case_is_asked_with_typed_data()
    {
        var story = Play("t = CaseFlow.Receive {\"title\":\"x\"}", new Done());
        var inquiry = new Dictionary<string, object?> { ["question"] = "when?", ["followUpOn"] = "2026-02-01" };

        story.Complete(
            "t",
            data: new Dictionary<string, object?>
            {
                ["channel"] = "phone",
                ["inquiries"] = new List<object?> { inquiry },
            }
        );

        var command = Assert.IsType<RecordReception>(Assert.Single(story.Asked));
        Assert.Equal(("phone", Story.Officer), (command.Channel, command.By));
        Assert.Equal([new InquiryRecord("when?", null, new DateOnly(2026, 2, 1))], command.Inquiries);
    }

    [Theory]
    [InlineData("channel", "channel", 7L)]
    [InlineData("inquiries", "inquiries", "text")]
    [InlineData("inquiries[0].question", "inquiries", null)]
    public void Data_that_does_not_fit_is_refused_with_the_path_of_the_member(string path, string member, object? value)
    {
        var story = Play("t = CaseFlow.Receive {\"title\":\"x\"}", new Done());
        var data = new Dictionary<string, object?> { ["channel"] = "phone" };
        data[member] = value ?? new List<object?> { new Dictionary<string, object?> { ["answer"] = "yes" } };

        story.Complete("t", data: data);

        Assert.Equal("task.data-invalid", story.Incident!.Refusal!.Code);
        Assert.Equal(path, story.Incident.Refusal.Facts["field"]);
        Assert.True(story.RefusedByTask);
        Assert.Empty(story.Asked);
        Assert.Single(story.Tasks);
    }

    [Fact]
    public void A_no_of_the_case_leaves_the_task_open()
    {
        var story = new Story(Chart.Read("t = CaseFlow.OverrideConfirmation {\"title\":\"x\"}"))
        {
            Domain = (_, _) => throw RefusalException.Of("case.not-your-role", "P61"),
        }.Start();

        story.Complete("t", data: new Dictionary<string, object?> { ["reason"] = "why" });

        Assert.Equal(("case.not-your-role", true), (story.Incident!.Refusal!.Code, story.RefusedByTask));
        Assert.Single(story.Tasks);
    }

    [Fact]
    public void A_no_that_a_later_activity_gets_is_an_incident_and_not_the_task_s()
    {
        var story = new Story(
            Chart.Read(
                "t = CaseFlow.HumanTask {\"title\":\"x\",\"role\":\"Auditor\"}\n t -> c\n c = CaseFlow.CloseCase {\"as\":\"Served\"}"
            )
        )
        {
            Domain = (_, _) => throw RefusalException.Of("case.not-served", "P61"),
        }.Start();

        story.Complete("t");

        Assert.Equal(("c", false), (story.Incident!.ActivityId, story.RefusedByTask));
        Assert.Single(story.Tasks);
    }

    [Fact]
    public void A_letter_is_asked_for_with_permit_and_fields_and_its_number_put_out()
    {
        const string fields = """{"typeName":"Object","expression":{"type":"Object","value":"{\"amount\":5}"}}""";
        var story = Play(
            $"s = CaseFlow.SendLetter {{\"letter\":\"note\",\"permit\":\"p1\",\"fields\":{fields}}}",
            new LetterIssued("l1", "7")
        );

        var command = Assert.IsType<IssueLetter>(story.Asked.Single());
        Assert.Equal(("note", "p1", 5L), (command.Letter, command.PermitId, command.Fields["amount"]));
        Assert.Equal("7", story.State!.LastResult);
    }

    [Fact]
    public void Nobody_is_invited_to_evaluate_twice_in_a_short_time()
    {
        var story = Play("e = CaseFlow.InviteEvaluation {\"letter\":\"survey\"}", new EvaluationInvited(false));

        Assert.IsType<InviteEvaluation>(Assert.Single(story.Asked));
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void The_gate_waits_again_when_the_reply_may_not_leave_yet()
    {
        var answers = new Queue<CaseAnswer>();
        var story = new Story(Chart.Read("g = CaseFlow.StudyGate {}\n g:Accepted -> a\n g:Rejected -> r"))
        {
            Domain = (_, _) => answers.Dequeue(),
        };
        answers.Enqueue(new ReleasePlanned(story.Now.AddDays(1)));
        answers.Enqueue(new ReleaseNotYet(story.Now.AddDays(3)));
        answers.Enqueue(new ReleaseOpened("permit", DecisionOutcome.Reject));

        story.Start().WaitDays(2);
        Assert.Equal(
            (TimerKind.NotBefore, story.Now.AddDays(1)),
            (story.Timers.Single().Kind, story.Timers.Single().DueAt)
        );
        Assert.Empty(story.Lines);

        Assert.Equal(["r"], story.WaitDays(1).Lines);
    }

    private static IReadOnlyDictionary<string, object?> Map(object? value) =>
        (IReadOnlyDictionary<string, object?>)value!;

    private static Story Play(string text, CaseAnswer? answer = null) =>
        new Story(Chart.Read(text)) { Domain = (_, _) => answer ?? throw new InvalidOperationException() }.Start();
}
