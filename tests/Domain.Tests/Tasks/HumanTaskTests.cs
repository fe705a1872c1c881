using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Domain.Tests.Cases;

namespace CaseFlow.Domain.Tests.Tasks;

public sealed class HumanTaskTests
{
    private static readonly DateTimeOffset Now = World.Start;
    private static readonly Actor Officer = World.Officer;
    private static readonly Actor Colleague = World.Person("colleague", null, Role.RelationsOfficer);

    [Theory]
    [InlineData(HumanTaskStatus.Open, "Claimed task.not-claimed-by-you Completed Cancelled Open Open")]
    [InlineData(HumanTaskStatus.Claimed, "Claimed Open Completed Cancelled Claimed Claimed")]
    [InlineData(HumanTaskStatus.Completed, "task.already-completed")]
    [InlineData(HumanTaskStatus.Cancelled, "task.no-longer-open")]
    public void Every_verb_does_in_this_status_what_the_table_says(HumanTaskStatus status, string expected)
    {
        var verbs = Enum.GetValues<TaskVerb>();
        var cells = expected.Split(' ');
        var all = cells.Length == 1 ? Enumerable.Repeat(cells[0], verbs.Length) : cells;

        Assert.Equal(all, verbs.Select(verb => Outcome(In(status), verb)));
    }

    [Fact]
    public void A_task_that_another_holds_names_who_and_since_when()
    {
        var task = In(HumanTaskStatus.Claimed);

        var refused = Assert.Throws<RefusalException>(() => task.Claim(Colleague, Now)).Refusal;

        Assert.Equal("task.claimed-by-other", refused.Code);
        Assert.Equal(("officer", Now), (refused.Facts["by"], (DateTimeOffset)refused.Facts["at"]!));
        Assert.Equal("task.claimed-by-other", Code(() => task.Complete(Colleague, "Done", null, Now)));
    }

    [Fact]
    public void A_completed_task_names_who_and_when()
    {
        var refused = Assert
            .Throws<RefusalException>(() => In(HumanTaskStatus.Completed).Complete(Colleague, "Done", null, Now))
            .Refusal;

        Assert.Equal(("officer", Now), (refused.Facts["by"], (DateTimeOffset)refused.Facts["at"]!));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("party-1", false)]
    public void An_administrator_has_tasks_in_procedures_without_a_case_only(string? applicant, bool mayDo)
    {
        var administrator = World.Person("admin", null, Role.PolicyAdministrator);
        var order = Order with { CandidateRole = Role.PolicyAdministrator };

        Assert.Equal(mayDo, HumanTask.Open(order, Now, applicant).IsFor(administrator));
    }

    [Fact]
    public void Only_the_holder_gives_a_task_back() =>
        Assert.Equal("task.not-claimed-by-you", Code(() => In(HumanTaskStatus.Claimed).Release(Colleague, Now)));

    [Fact]
    public void Claiming_twice_changes_nothing()
    {
        var task = In(HumanTaskStatus.Claimed);
        var before = task.State;
        task.Claim(Officer, Now.AddHours(1));

        Assert.Same(before, task.State);
    }

    [Fact]
    public void Completing_an_unclaimed_task_claims_it()
    {
        var task = In(HumanTaskStatus.Completed);

        Assert.Equal(("officer", "officer"), (task.State.Claim!.UserId, task.State.Completion!.UserId));
        Assert.Equal("Done", task.State.Outcome);
    }

    [Fact]
    public void A_page_that_is_out_of_date_completes_nothing()
    {
        var task = In(HumanTaskStatus.Open);
        var seen = task.Version;
        task.Claim(Officer, Now);

        Assert.Equal("task.stale", Code(() => task.Complete(Officer, "Done", seen, Now)));
        task.Complete(Officer, "Done", task.Version, Now);
    }

    [Fact]
    public void A_reminder_does_not_put_a_page_out_of_date()
    {
        var task = In(HumanTaskStatus.Claimed);
        var seen = task.Version;
        task.Remind(Now);
        Assert.True(task.Version > seen);

        task.Complete(Officer, "Done", seen, Now);
    }

    [Fact]
    public void A_task_ends_with_one_of_its_outcomes() =>
        Assert.Equal(
            "task.unknown-outcome",
            Code(() => In(HumanTaskStatus.Open).Complete(Officer, "Whatever", null, Now))
        );

    [Fact]
    public void A_task_of_a_group_is_for_its_members_only() =>
        Assert.Equal("task.not-for-you", Code(() => In(HumanTaskStatus.Open).Claim(World.Provider, Now)));

    [Fact]
    public void An_assigned_task_is_for_that_person_only()
    {
        var task = HumanTask.Open(Order with { Assignee = "chair" }, Now);

        Assert.True(task.IsFor(World.Chair));
        Assert.False(task.IsFor(Officer));
    }

    [Fact]
    public void A_task_for_the_applicant_is_for_nobody_else()
    {
        var task = HumanTask.Open(
            Order with
            {
                ForApplicant = true,
                Kind = "CaseFlow.SignDeclaration",
            },
            Now,
            "party-1"
        );

        Assert.True(task.IsFor(World.Applicant));
        Assert.False(task.IsFor(Officer));
        Assert.False(task.IsFor(World.Person("other", "party-2", Role.Member)));
    }

    [Fact]
    public void An_officer_may_supply_items_for_the_applicant()
    {
        var task = HumanTask.Open(Order with { ForApplicant = true, Kind = "CaseFlow.SupplyItems" }, Now, "party-1");

        Assert.True(task.IsFor(Officer));
        Assert.False(task.IsFor(World.Provider));
    }

    [Fact]
    public void Staff_do_no_task_of_their_own_case()
    {
        var officer = World.Person("sara", "party-1", Role.RelationsOfficer);

        Assert.False(HumanTask.Open(Order, Now, "party-1").IsFor(officer));
        Assert.True(HumanTask.Open(Order, Now, "party-2").IsFor(officer));
    }

    [Fact]
    public void A_task_without_applicant_is_not_for_people_without_a_party() =>
        Assert.False(HumanTask.Open(Order with { ForApplicant = true }, Now).IsFor(World.Provider));

    [Fact]
    public void A_role_that_a_task_was_escalated_to_may_take_it_over()
    {
        var task = In(HumanTaskStatus.Claimed);
        task.Escalate(Role.ServiceOfficer, Now);
        Assert.Equal("task.claimed-by-other", Code(() => task.Claim(Colleague, Now)));

        task.Claim(World.Provider, Now);
        Assert.Equal("provider", task.State.Claim!.UserId);
    }

    private static TaskOrder Order { get; } =
        new(
            "i-1",
            "i",
            "match",
            "CaseFlow.MatchEvidence",
            World.Text("match"),
            Role.RelationsOfficer,
            null,
            false,
            null,
            ["Done", "Missing"],
            "P53",
            2,
            null,
            new Dictionary<string, object?>()
        );

    private static HumanTask In(HumanTaskStatus status)
    {
        var task = HumanTask.Open(Order, Now);
        switch (status)
        {
            case HumanTaskStatus.Claimed:
                task.Claim(Officer, Now);
                break;
            case HumanTaskStatus.Completed:
                task.Complete(Officer, "Done", task.Version, Now);
                break;
            case HumanTaskStatus.Cancelled:
                task.Cancel("withdrawn", Now);
                break;
        }

        return task;
    }

    private static string Outcome(HumanTask task, TaskVerb verb) =>
        Code(() =>
        {
            switch (verb)
            {
                case TaskVerb.Claim:
                    task.Claim(Officer, Now);
                    break;
                case TaskVerb.Release:
                    task.Release(Officer, Now);
                    break;
                case TaskVerb.Complete:
                    task.Complete(Officer, "Done", null, Now);
                    break;
                case TaskVerb.Cancel:
                    task.Cancel("withdrawn", Now);
                    break;
                case TaskVerb.Escalate:
                    task.Escalate(Role.CommitteeChair, Now);
                    break;
                default:
                    task.Remind(Now);
                    break;
            }
        }) ?? task.Status.ToString();

    private static string? Code(Action act) => (Record.Exception(act) as RefusalException)?.Refusal.Code;
}
