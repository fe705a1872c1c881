using CaseFlow.Domain.Letters;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Proofs;

namespace CaseFlow.Workflows.Tests.Proofs;

/// <summary>Every way that we know of past the two weeks of P59 is found before it is published.</summary>
public sealed class StudyProofTests
{
    private const string Sound =
        "start>receive; receive>sign; sign:Signed>refer; refer>study; study:Decided>gate; gate:Accepted>accept; gate:Rejected>reject; "
        + "accept>register; register>provide";

    [Fact]
    public void A_procedure_that_waits_at_the_gate_passes() => Assert.Empty(Codes(Sound));

    [Fact]
    public void A_way_past_the_gate_is_shown_step_by_step()
    {
        var problem = Assert.Single(Problems("start>sign; sign:Signed>refer; refer>study; study:Decided>accept"));

        Assert.Equal(("proof.decision-past-gate", "accept"), (problem.Code, problem.ActivityId));
        Assert.Equal(["study", "accept"], (IEnumerable<string>)problem.Facts["path"]!);
    }

    [Fact]
    public void A_delay_is_no_gate_however_long_it_is() =>
        Assert.Contains(
            "proof.decision-past-gate",
            Codes("start>sign; sign:Signed>refer; refer>study; study:Decided>delay; delay>accept")
        );

    [Fact]
    public void A_fork_that_joins_at_the_first_arrival_leads_past_the_gate() =>
        Assert.Contains(
            "proof.decision-past-gate",
            Codes("start>gate; start>event; gate:Accepted>join; gate:Rejected>join; event>join; join>accept")
        );

    [Fact]
    public void An_event_from_outside_leads_past_the_gate() =>
        Assert.Contains("proof.decision-past-gate", Codes(Sound + "; start>event; event>accept"));

    [Fact]
    public void Each_of_several_starts_needs_the_gate() =>
        Assert.Contains("proof.decision-past-gate", Codes(Sound + "; trigger>accept"));

    [Fact]
    public void A_letter_that_a_script_chooses_is_taken_for_a_decision() =>
        Assert.Contains("proof.decision-past-gate", Codes("start>computed"));

    [Fact]
    public void A_permit_is_used_up_by_its_letter() =>
        Assert.Contains("proof.decision-past-gate", Codes("start>gate; gate:Accepted>accept; accept>reject"));

    [Fact]
    public void A_loop_back_to_the_study_needs_the_gate_once_more() =>
        Assert.Contains(
            "proof.decision-past-gate",
            Codes("start>gate; gate:Accepted>study; study:Decided>accept; study:ReturnedForItems>gate")
        );

    [Fact]
    public void A_decision_letter_without_a_permit_is_refused() =>
        Assert.Contains("proof.permit-missing", Codes("start>gate; gate:Accepted>bare"));

    [Theory]
    [InlineData("register")]
    [InlineData("provide")]
    [InlineData("serviceLetter")]
    [InlineData("invite")]
    public void What_follows_from_a_decision_waits_for_the_gate_too(string output) =>
        Assert.Contains("proof.result-past-gate", Codes($"start>study; study:Decided>{output}"));

    [Theory]
    [InlineData("mail")]
    [InlineData("http")]
    [InlineData("publish")]
    [InlineData("dispatch")]
    [InlineData("execute")]
    [InlineData("bulk")]
    [InlineData("output")]
    public void What_can_carry_a_word_outside_waits_for_the_gate_too(string output) =>
        Assert.Contains("proof.leak-past-gate", Codes($"start>study; study:Decided>{output}"));

    [Fact]
    public void A_service_without_a_study_is_provided_without_a_gate() =>
        Assert.Empty(Codes("start>receive; receive>provide; provide>serviceLetter; serviceLetter>mail"));

    [Fact]
    public void Stepping_over_faults_would_step_over_a_faulted_gate() =>
        Assert.Contains(
            "proof.goes-on-past-faults",
            Codes(Sound, options: """{ "incidentStrategyType": "ContinueWithIncidentsStrategy" }""")
        );

    [Theory]
    [InlineData("start>refer; refer>study")]
    [InlineData("start>sign; sign:Corrected>refer; sign:Signed>refer; refer>study")]
    public void Nothing_is_referred_unsigned(string flow) => Assert.Contains("proof.referral-unsigned", Codes(flow));

    [Theory]
    [InlineData("dispatch")]
    [InlineData("execute")]
    [InlineData("bulk")]
    public void A_study_in_another_procedure_opens_no_way_past_the_gate(string child)
    {
        Assert.Contains("proof.result-past-gate", Codes($"start>{child}; {child}>register"));
        Assert.Contains("proof.decision-past-gate", Codes($"start>gate; gate:Accepted>{child}; {child}>accept"));
        Assert.Empty(Codes($"start>{child}; {child}>gate; gate:Accepted>accept; accept>register"));
    }

    [Fact]
    public void Procedures_that_only_begin_others_need_no_gate() =>
        Assert.Empty(Codes("start>execute; execute>mail; mail>bulk; bulk>publish; publish>output"));

    [Theory]
    [InlineData("replaces")]
    [InlineData("captures")]
    public void Nothing_but_the_gate_writes_the_variable_that_holds_the_permit(string writer)
    {
        var problems = Problems($"start>{writer}; {writer}>issues; issues:Accepted>carried");

        Assert.Equal([("proof.permit-replaced", writer)], problems.Select(p => (p.Code, p.ActivityId)));
        Assert.Empty(Codes("start>sets; sets>issues; issues:Accepted>carried"));
    }

    [Fact]
    public void Of_several_triggers_the_one_past_the_gate_is_named()
    {
        var problem = Assert.Single(
            Problems("trigger>gate; secondTrigger>accept; gate:Accepted>accept; gate:Rejected>reject")
        );

        Assert.Equal(["secondTrigger", "accept"], (IEnumerable<string>)problem.Facts["path"]!);
    }

    [Fact]
    public void An_event_from_outside_that_is_waited_for_after_the_study_is_no_gate() =>
        Assert.Contains(
            "proof.decision-past-gate",
            Codes("start>sign; sign:Signed>refer; refer>study; study:Decided>event; event>accept")
        );

    [Theory]
    [InlineData("start>gate; gate:Accepted>accept; accept>event; event>accept")]
    [InlineData("start>gate; gate:Accepted>loop")]
    public void A_loop_behind_the_gate_sends_no_second_letter_on_the_same_permit(string flow) =>
        Assert.Contains("proof.decision-past-gate", Codes(flow));

    [Fact]
    public void A_loop_through_the_gate_gets_a_permit_each_time() =>
        Assert.Empty(Codes("start>gate; gate:Accepted>accept; accept>gate; gate:Rejected>reject"));

    [Theory]
    [InlineData("start>gate; gate:Accepted>accept")]
    [InlineData("start>gate; gate:Accepted>register")]
    public void A_faulted_gate_is_not_stepped_over_however_the_strategy_is_written(string flow)
    {
        const string written =
            "UnregisteredClrType:Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";

        Assert.Equal(
            ["proof.goes-on-past-faults"],
            Codes(flow, options: $$"""{ "incidentStrategyType": "{{written}}" }""")
        );
        Assert.Empty(Codes(flow, options: """{ "incidentStrategyType": "FaultStrategy" }"""));
    }

    [Fact]
    public void A_container_whose_order_is_unknown_hides_no_way() =>
        Assert.Contains("proof.decision-past-gate", Codes("start>machine"));

    [Fact]
    public void A_workflow_used_as_an_activity_hides_no_way()
    {
        var used = Chart.Read("start>accept", "tells");
        var definition = Chart.Read("start>use");
        var versions = new WorkflowVersions([used]);
        Assert.True(DefinitionLinker.TryLink(definition, ActivityCatalogue.All, versions, out var linked, out _));

        var problem = Assert.Single(StudyProof.Check(linked, ActivityCatalogue.All, ClassOf));

        Assert.Equal(("use", "accept"), (problem.ActivityId, problem.Facts["activity"]));
    }

    [Theory]
    [InlineData("start>gate; start>note; gate:Accepted>all; note>all; all>accept")]
    [InlineData(
        "start>study; study:Decided>gate; study:Decided>note; gate:Rejected>all; note>all; all>reject; reject>mail"
    )]
    public void A_join_that_waits_for_all_branches_waits_for_the_one_with_the_gate(string flow) =>
        Assert.Empty(Codes(flow));

    // The gate's branch may be ruled out and the join run all the same.
    [InlineData("start>gate; start>note; gate:Accepted>allActive; note>allActive; allActive>accept")]
    // So it may when an expression decides on the mode.
    [InlineData("start>gate; start>note; gate:Accepted>allComputed; note>allComputed; allComputed>accept")]
    // The gate may have opened for an earlier decision, before the study beside it decides.
    [InlineData("start>gate; start>study; gate:Accepted>all; study:Decided>all; all>accept")]
    // The first letter uses up the permit, and no gate comes after it.
    [InlineData("start>gate; start>note; gate:Accepted>all; note>all; all>accept; accept>reject")]
    // In a loop the branches meet in rounds, which may be of different passes of the gate.
    [InlineData(
        "start>check; check:True>gate; check:True>note; gate:Accepted>all; note>all; all>accept; accept>event; event>check"
    )]
    // Begun by the other trigger the join knows of one way only, which has no gate.
    [InlineData("trigger>gate; secondTrigger>note; gate:Accepted>all; note>all; all>accept")]
    [Theory]
    public void A_join_proves_nothing_where_a_letter_may_pass_without_a_gate_after_the_decision(string flow) =>
        Assert.Contains("proof.decision-past-gate", Codes(flow));

    [Fact]
    public void A_gate_behind_a_join_that_never_runs_is_no_gate() =>
        Assert.Contains("proof.decision-past-gate", Codes("start>skips; skips>accept"));

    [Fact]
    public void A_break_without_a_loop_leaves_the_gate_out() =>
        Assert.Contains("proof.decision-past-gate", Codes("start>breaks; breaks>accept"));

    [Fact]
    public void Somebody_may_pass_over_a_step_that_always_fails() =>
        Assert.Contains("proof.decision-past-gate", Codes("start>fault; fault>accept"));

    [Theory]
    [InlineData("supply")]
    [InlineData("inviteBy")]
    public void A_decision_is_no_reminder_and_no_invitation(string sender) =>
        Assert.Contains("proof.decision-past-gate", Codes($"start>{sender}"));

    [Theory]
    [InlineData("ask")]
    [InlineData("askComputed")]
    public void What_the_applicant_is_asked_after_the_study_waits_for_the_gate_too(string task)
    {
        Assert.Contains("proof.leak-past-gate", Codes($"start>study; study:Decided>{task}"));
        Assert.Empty(Codes($"start>{task}; {task}>study; study:Decided>askStaff"));
    }

    [Theory]
    [InlineData("gate", true)]
    [InlineData("sign", false)]
    [InlineData("mail", false)]
    public void Nobody_passes_over_the_gate_that_the_proof_rests_on(string step, bool rests) =>
        Assert.Equal(rests, StudyProof.RestsOn(Chart.Read($"start>{step}").Activity(step)!));

    private static IEnumerable<string> Codes(string flow, string options = "{}") =>
        Problems(flow, options).Select(p => p.Code);

    private static IReadOnlyList<DefinitionProblem> Problems(string flow, string options = "{}") =>
        StudyProof.Check(Chart.Read(flow, options: options), ActivityCatalogue.All, ClassOf);

    private static LetterClass? ClassOf(string key) =>
        key switch
        {
            "acceptance" => LetterClass.DecisionAccept,
            "rejection" => LetterClass.DecisionReject,
            "service" => LetterClass.Service,
            _ => null,
        };
}
