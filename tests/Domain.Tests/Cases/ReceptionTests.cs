using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class ReceptionTests
{
    [Fact]
    public void An_inquiry_without_answer_or_date_is_refused() =>
        World.Opened().RefusesWith("case.inquiry-open", Reception(new InquiryRecord("when?", null, null)));

    [Fact]
    public void An_inquiry_cannot_be_followed_up_in_the_past() =>
        World
            .Opened()
            .RefusesWith(
                "case.follow-up-in-past",
                Reception(new InquiryRecord("when?", null, new DateOnly(2026, 10, 31)))
            );

    [Fact]
    public void Every_question_is_recorded_with_its_answer_or_date()
    {
        var world = World.Opened();
        world.Do(
            Reception(
                new InquiryRecord("how much?", "2500", null),
                new InquiryRecord("when?", null, new DateOnly(2026, 11, 2))
            )
        );

        Assert.Equal(2, world.Case.File.Reception!.Inquiries.Count);
    }

    [Fact]
    public void Any_staff_but_the_auditor_can_open_a_case_for_a_member()
    {
        var world = new World();
        CaseFile By(Actor actor) => Case.Open(World.Opening() with { By = actor }, world.Context, world.Now).File;

        Assert.Equal("provider", By(World.Provider).OpenedBy.UserId);
        Assert.Equal("system", By(Actor.System).OpenedBy.UserId);
        Assert.Throws<RefusalException>(() => By(World.Auditor));
        Assert.Throws<RefusalException>(() => By(World.Person("other", "party-2", Role.Member)));
    }

    [Fact]
    public void A_case_takes_no_malformed_data()
    {
        var world = new World();
        var opening = World.Opening() with { Facts = World.Facts("rent", "much") };

        var refused = Assert.Throws<RefusalException>(() => Case.Open(opening, world.Context, world.Now)).Refusal;

        Assert.Equal("case.data-invalid", refused.Code);
        Assert.Equal(["rent"], Assert.IsType<IReadOnlyList<string>>(refused.Facts["fields"], exactMatch: false));
    }

    [Fact]
    public void A_document_that_the_service_does_not_know_is_refused() =>
        World
            .Opened()
            .RefusesWith("case.evidence-unknown", new SupplyItems(World.Applicant, None, [World.Document("poem")]));

    [Fact]
    public void A_document_without_its_hash_is_refused() =>
        World
            .Opened()
            .RefusesWith(
                "case.evidence-unhashed",
                new SupplyItems(World.Applicant, None, [World.Document("contract") with { Sha256 = "1234" }])
            );

    [Fact]
    public void A_case_is_not_taken_up_with_the_context_of_another_service()
    {
        var world = World.Opened();
        var other = world.Context with { Service = world.Service with { Code = "maintenance" } };

        Assert.Throws<ArgumentException>(() => new Case(world.Case.File, other));
    }

    private static Dictionary<string, object?> None => [];

    private static RecordReception Reception(params InquiryRecord[] inquiries) =>
        new(World.Officer, "interview", "Arabic sign language", inquiries, null);
}
