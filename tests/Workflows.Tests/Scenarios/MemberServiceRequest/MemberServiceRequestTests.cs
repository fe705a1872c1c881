using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Scenarios.MemberServiceRequest;

public sealed class MemberServiceRequestTests
{
    [Fact]
    public void An_accepted_request_travels_from_reception_to_a_closed_case()
    {
        var journey = Journey.UntilServed().Confirm();

        Assert.Equal(CaseStatus.Closed, journey.CaseStatus);
        Assert.Equal(CloseReason.Served, journey.Desk.File.Closing!.As);
        Assert.Equal(
            ["acknowledgement", "study-notice", "acceptance", "registration", "service", "evaluation-invitation"],
            journey.Desk.Letters
        );
        Finished(journey);
    }

    [Fact]
    public void A_rejected_request_gets_its_letter_and_is_closed()
    {
        var journey = Journey.UntilGate("reject").Days(14);

        Assert.Equal(["acknowledgement", "study-notice", "rejection", "evaluation-invitation"], journey.Desk.Letters);
        Assert.Equal(CloseReason.Rejected, journey.Desk.File.Closing!.As);
        Finished(journey);
    }

    [Fact]
    public void Nothing_is_sent_a_moment_before_two_weeks_have_passed()
    {
        var journey = Journey.UntilGate("accept");

        journey.Story.Wait(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("acceptance", journey.Desk.Letters);

        journey.Story.Wait(TimeSpan.FromSeconds(1));
        Assert.Contains("acceptance", journey.Desk.Letters);
    }

    [Fact]
    public void Until_the_gate_opens_an_accepted_and_a_rejected_case_look_the_same_to_the_engine()
    {
        var (accepted, rejected) = (Journey.UntilGate("accept").Days(13), Journey.UntilGate("reject").Days(13));

        Assert.Equal(InstanceStateJson.Write(accepted.Story.State!), InstanceStateJson.Write(rejected.Story.State!));
        Assert.Equal(accepted.Story.Journal, rejected.Story.Journal);
        Assert.Equal(accepted.Story.Effects.Select(e => e.GetType()), rejected.Story.Effects.Select(e => e.GetType()));
    }

    [Fact]
    public void A_missing_document_is_asked_for_reminded_of_by_letter_and_supplied()
    {
        var journey = new Journey(complete: false).Receive();
        Assert.Equal("supply-items", journey.Open);

        journey.Days(5).Supply();

        Assert.Equal(["acknowledgement", "missing-items", "missing-items-reminder"], journey.Desk.Letters);
        Assert.Equal("match-evidence", journey.Open);
    }

    [Fact]
    public void The_officer_can_send_a_request_back_for_items_while_matching()
    {
        var journey = new Journey().Receive().ReportMissing();

        Assert.Equal("supply-items", journey.Open);
        Assert.Equal("match-evidence", journey.Supply().Open);
    }

    [Fact]
    public void A_correction_before_the_signature_goes_back_to_matching()
    {
        var journey = new Journey().Receive().Match().Correct("2600");

        Assert.Equal("match-evidence", journey.Open);
        Assert.Equal("explain-study", journey.Match().Sign().Open);
    }

    [Fact]
    public void A_wrong_signature_is_told_to_the_signer_and_the_task_stays_open()
    {
        var journey = new Journey().Receive().Match();

        journey.Do(
            "sign-declaration",
            "Signed",
            CaseDesk.Applicant,
            ("method", "otp"),
            ("declarationVersion", "2026-1"),
            ("language", "ar"),
            ("contentHash", "0000")
        );

        Assert.NotNull(journey.Story.Incident!.Refusal);
        Assert.True(journey.Story.RefusedByTask);
        Assert.Equal("explain-study", journey.Sign().Open);
    }

    [Fact]
    public void The_committee_can_return_a_case_for_items_and_study_it_again()
    {
        var journey = new Journey().Receive().Match().Sign().Explain();
        journey.Vote(CaseDesk.Chair, "accept").Vote(CaseDesk.Second, "accept");
        journey.Decide("ReturnedForItems", CaseDesk.Chair, ("missing", Journey.MissingItems("contract")));
        Assert.Equal("supply-items", journey.Open);

        journey.Supply().Match().Sign().Explain();
        Assert.Equal("committee-study", journey.Open);
        Assert.Equal(3, journey.Story.Tasks.Count);
    }

    [Theory]
    [InlineData("receive")]
    [InlineData("match-evidence")]
    [InlineData("sign-declaration")]
    [InlineData("explain-study")]
    [InlineData("committee-study")]
    [InlineData("deciding")]
    [InlineData("gate")]
    [InlineData("supply-items")]
    public void A_withdrawal_closes_whatever_is_open(string waitingFor)
    {
        var journey = waitingFor switch
        {
            "receive" => new Journey(),
            "supply-items" => new Journey(complete: false).Receive(),
            "match-evidence" => new Journey().Receive(),
            "sign-declaration" => new Journey().Receive().Match(),
            "explain-study" => new Journey().Receive().Match().Sign(),
            "committee-study" => new Journey().Receive().Match().Sign().Explain(),
            "deciding" => new Journey()
                .Receive()
                .Match()
                .Sign()
                .Explain()
                .Vote(CaseDesk.Chair, "accept")
                .Vote(CaseDesk.Second, "accept"),
            _ => Journey.UntilGate("accept"),
        };

        journey.Withdraw();

        Assert.Null(journey.Story.Incident);
        Assert.Equal(CloseReason.Withdrawn, journey.Desk.File.Closing!.As);
        Assert.Contains("withdrawal-acknowledgement", journey.Desk.Letters);
        Finished(journey);
    }

    [Fact]
    public void A_withdrawal_after_the_reply_is_refused_and_changes_nothing()
    {
        var journey = Journey.UntilGate("accept").Days(14).Withdraw();

        Assert.NotNull(journey.Story.Incident!.Refusal);
        Assert.Equal("record-withdrawal", journey.Story.Incident.ActivityId);
        Assert.Equal("complete-registration", journey.Open);
        Assert.Null(journey.Desk.File.Closing);
    }

    [Fact]
    public void Questions_can_be_asked_and_answered_more_than_once_beside_the_procedure()
    {
        var journey = new Journey();
        foreach (var question in new[] { "what for?", "and then?" })
        {
            journey.Story.Raise("ClarificationRequested", Journey.Data(("question", question)), CaseDesk.Applicant);
            Assert.Equal(question, journey.Story.Tasks.Single(t => t.ActivityId == "clarify").Data["question"]);
            journey.Do("clarify", "Done", CaseDesk.Researcher, ("answer", "because"));
        }

        Assert.Null(journey.Story.Incident);
        Assert.Equal(2, journey.Desk.Letters.Count(l => l == "clarification"));
        Assert.Equal("receive", journey.Open);
    }

    [Fact]
    public void Without_a_confirmation_an_officer_may_stand_in_after_two_weeks()
    {
        var journey = Journey.UntilServed().Days(14);
        Assert.Equal("confirm-service override-confirmation", journey.Open);

        journey.Do("override-confirmation", "Done", CaseDesk.Officer, ("reason", "could not be reached"));

        Assert.Null(journey.Story.Incident);
        Assert.Equal(CaseStatus.Closed, journey.CaseStatus);
        Finished(journey);
    }

    [Fact]
    public void A_service_that_was_not_received_is_provided_again()
    {
        var journey = Journey.UntilServed().Confirm(received: false);
        Assert.Equal("provide-service", journey.Open);

        journey.Days(1).Provide().Confirm();

        Assert.Equal(CaseStatus.Closed, journey.CaseStatus);
        Finished(journey);
    }

    private static void Finished(Journey journey)
    {
        Assert.Equal(InstanceSubStatus.Finished, journey.Story.Status);
        Assert.Empty(journey.Story.State!.Waits);
        Assert.Empty(journey.Story.Tasks);
        Assert.Empty(journey.Story.Timers);
    }
}
