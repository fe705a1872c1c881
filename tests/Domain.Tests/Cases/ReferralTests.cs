using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

/// <summary>No procedure, however it is drawn, gets an unready case to the committee.</summary>
public sealed class ReferralTests
{
    [Fact]
    public void A_ready_case_is_referred_with_what_was_signed_as_its_dossier()
    {
        var world = World.Ready();
        var referred = world.Ask<Referred>(new ReferToCommittee());

        Assert.Equal(world.Case.File.Signature!.ContentHash, referred.DossierHash);
        Assert.Equal(World.Start.AddDays(14), referred.EarliestReplyAt);
        Assert.Equal(World.Start.AddDays(30), referred.TargetAt);
    }

    [Fact]
    public void An_incomplete_case_is_not_referred()
    {
        var world = World.Ready();
        world.Do(new ReportMissing(World.Officer, [new MissingItem("note", MissingKind.Fact)]));

        world.RefusesWith("case.incomplete", new ReferToCommittee());
    }

    [Fact]
    public void A_case_with_a_fact_that_was_not_matched_is_not_referred()
    {
        var world = World.Opened();
        world.Sign();
        world.Explain();

        world.RefusesWith("case.facts-unmatched", new ReferToCommittee());
    }

    [Fact]
    public void A_case_with_a_document_that_nobody_found_valid_is_not_referred()
    {
        var world = World.Ready();
        var payslip = World.Document("payslip") with { IssuedOn = new DateOnly(2026, 11, 1) };
        world.Do(new CorrectData(World.Applicant, new Dictionary<string, object?>(), [payslip]));
        world.Sign();

        world.RefusesWith("case.validity-unproven", new ReferToCommittee());
    }

    [Fact]
    public void A_case_whose_matching_nobody_vouches_for_any_more_is_not_referred()
    {
        var world = World.Matched();
        world.Do(new CorrectData(World.Applicant, World.Facts("rent", 3000), []));
        world.Do(new CorrectData(World.Applicant, World.Facts("rent", null), []));
        world.Form = world.Form with
        {
            Fields = [.. world.Form.Fields.Select(f => f.Key == "rent" ? f with { Required = false } : f)],
        };
        world.Sign();
        world.Explain();

        world.RefusesWith("case.not-attested", new ReferToCommittee());
    }

    [Fact]
    public void An_unsigned_case_is_not_referred()
    {
        var world = World.Matched();
        world.Explain();

        world.RefusesWith("case.not-signed", new ReferToCommittee());
    }

    [Fact]
    public void A_case_with_an_open_clarification_is_not_referred()
    {
        var world = World.Ready();
        world.Do(new AskClarification(World.Applicant, "what is a quorum?"));
        world.RefusesWith("case.clarification-open", new ReferToCommittee());

        world.Do(new RecordClarification(World.Researcher, "enough members", "quorum"));
        world.Do(new ReferToCommittee());
    }

    [Fact]
    public void A_case_whose_study_was_not_explained_is_not_referred()
    {
        var world = World.Matched();
        world.Sign();

        world.RefusesWith("case.study-not-explained", new ReferToCommittee());
    }

    [Fact]
    public void An_explanation_that_the_member_did_not_acknowledge_is_none() =>
        World.Matched().RefusesWith("case.not-acknowledged", new ExplainStudy(World.Officer, "telephone", false, null));

    [Fact]
    public void A_direct_service_is_not_referred()
    {
        var world = World.Ready(World.Direct);

        world.RefusesWith("case.service-is-direct", new ReferToCommittee());
    }

    [Fact]
    public void A_service_that_becomes_direct_later_does_not_free_a_running_case_from_its_study()
    {
        var world = World.Matched();
        World.Direct(world);

        world.RefusesWith("case.not-registered", Delivery);
        world.RefusesWith("case.study-required", new CloseCase(CloseReason.Answered));
    }

    private static RecordDelivery Delivery =>
        new(World.Provider, "contractor", new DateOnly(2026, 11, 1), [World.Document("proof")], null);
}
