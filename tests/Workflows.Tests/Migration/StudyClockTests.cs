using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Scenarios;
using CaseFlow.Workflows.Tests.Scenarios.MemberServiceRequest;

namespace CaseFlow.Workflows.Tests.Migration;

/// <summary>The shipped procedure under way: StudyClockConserved, and every letter once, whenever a case is moved.</summary>
public sealed class StudyClockTests
{
    private static readonly string[] Letters =
    [
        "acknowledgement",
        "study-notice",
        "acceptance",
        "registration",
        "service",
        "evaluation-invitation",
    ];

    [Fact]
    public void The_gate_opens_at_the_very_second_it_would_have_opened()
    {
        var journey = Journey.UntilGate("accept").Days(3);
        var due = Assert.Single(journey.Story.Timers).DueAt;

        journey.Story.Move(Changed());

        Assert.Equal(due, Assert.IsType<Wait.ForTimer>(Waits(journey, "study-gate").Single()).DueAt);
        journey.Story.Wait(due - journey.Story.Now - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("acceptance", journey.Desk.Letters);
        journey.Story.Wait(TimeSpan.FromSeconds(1));
        Assert.Contains("acceptance", journey.Desk.Letters);
    }

    [Fact]
    public void A_move_does_not_touch_the_case()
    {
        var journey = Journey.UntilGate("accept").Days(3);
        var file = journey.Desk.File.ToJson();

        journey.Story.Move(Changed());

        Assert.Equal(file, journey.Desk.File.ToJson());
    }

    [Fact]
    public void A_study_with_half_its_votes_goes_on_with_the_same_tasks_and_timers()
    {
        var journey = new Journey().Receive().Match().Sign().Explain();
        journey.Vote(CaseDesk.Chair, "accept").Vote(CaseDesk.Second, "accept").Days(5);
        var waits = Waits(journey, "committee-study").Select(w => w.Id).ToList();

        journey.Story.Move(Changed());

        Assert.Equal(waits, Waits(journey, "committee-study").Select(w => w.Id));
        journey.Vote(CaseDesk.Third, "accept").Decide("accept").Days(9);
        Assert.Contains("acceptance", journey.Desk.Letters);
    }

    [Fact]
    public void A_pause_that_lasts_while_the_case_is_moved_is_counted_to_its_end()
    {
        var (stays, moves) = (Returned(), Returned());
        moves.Days(4);
        stays.Days(4);

        moves.Story.Move(Changed());

        foreach (var journey in new[] { stays, moves })
            journey.Supply().Match().Sign().Explain();
        Assert.Equal(stays.Desk.File.ToJson(), moves.Desk.File.ToJson());
    }

    [Fact]
    public void Moved_at_every_step_a_request_is_served_with_each_letter_once()
    {
        var journey = new Journey();
        Action[] steps =
        [
            () => journey.Receive(),
            () => journey.Match(),
            () => journey.Sign(),
            () => journey.Explain(),
            () => journey.Vote(CaseDesk.Chair, "accept"),
            () => journey.Vote(CaseDesk.Second, "accept"),
            () => journey.Vote(CaseDesk.Third, "accept"),
            () => journey.Decide("accept"),
            () => journey.Days(14),
            () => journey.Register(),
            () => journey.Provide(),
            () => journey.Confirm(),
        ];
        var versions = new[] { Journey.Procedure.Next(), Journey.Procedure };
        for (var i = 0; i < steps.Length; i++)
        {
            journey.Story.Move(versions[i % 2]);
            steps[i]();
        }

        Assert.Equal(Letters, journey.Desk.Letters);
        Assert.Equal(InstanceSubStatus.Finished, journey.Story.Status);
    }

    [Fact]
    public void Who_asked_and_who_withdraws_is_still_heard_after_a_move()
    {
        var journey = new Journey().Receive();
        journey.Story.Raise("ClarificationRequested", Journey.Data(("question", "?")), CaseDesk.Applicant);

        journey.Story.Move(Changed());

        Assert.Contains("clarify", journey.Open, StringComparison.Ordinal);
        journey.Withdraw();
        Assert.Equal(CaseStatus.Closed, journey.CaseStatus);
    }

    private static Journey Returned()
    {
        var journey = new Journey().Receive().Match().Sign().Explain();
        journey.Vote(CaseDesk.Chair, "abstain").Vote(CaseDesk.Second, "abstain").Vote(CaseDesk.Third, "abstain");
        return journey.Days(2).Decide("ReturnedForItems", null, ("missing", Journey.MissingItems("contract")));
    }

    private static IEnumerable<Wait> Waits(Journey journey, string activity) =>
        journey.Story.State!.Waits.Where(w => w.NodeId.EndsWith($":{activity}", StringComparison.Ordinal));

    /// <summary>The procedure with a further step before the registration, and a note after the gate's letter.</summary>
    private static WorkflowDefinition Changed() =>
        Journey.Procedure.Next(text =>
        {
            var root = System.Text.Json.Nodes.JsonNode.Parse(text)!;
            var flow = root["root"]!;
            flow["activities"]!
                .AsArray()
                .Add(Execution.Chart.Activity("note", "Elsa.WriteLine", """{"text":"note"}"""));
            var way = flow["connections"]!
                .AsArray()
                .First(c => (string?)c!["source"]!["activity"] == "acceptance-letter")!;
            way["target"]!["activity"] = "note";
            flow["connections"]!
                .AsArray()
                .Add(
                    new System.Text.Json.Nodes.JsonObject
                    {
                        ["source"] = new System.Text.Json.Nodes.JsonObject { ["activity"] = "note", ["port"] = "Done" },
                        ["target"] = new System.Text.Json.Nodes.JsonObject
                        {
                            ["activity"] = "complete-registration",
                            ["port"] = "In",
                        },
                    }
                );
            return root.ToJsonString();
        });
}
