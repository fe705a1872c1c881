using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class CompletenessTests
{
    [Fact]
    public void A_request_with_everything_is_complete() =>
        Assert.True(World.Opened().Ask<Completeness>(new CheckCompleteness()).Complete);

    [Fact]
    public void A_missing_answer_and_a_missing_document_are_named_together()
    {
        var world = World.Opened();
        world.Do(
            new CorrectData(
                World.Applicant,
                new Dictionary<string, object?> { ["rent"] = null, ["employed"] = true },
                []
            )
        );

        var missing = world.Ask<Completeness>(new CheckCompleteness()).Missing;

        Assert.Equal(
            [("rent", MissingKind.Fact), ("payslip", MissingKind.Evidence)],
            missing.Select(m => (m.Key, m.Kind))
        );
        Assert.All(missing, m => Assert.Equal("missing.required", m.ReasonCode));
        Assert.All(missing, m => Assert.Equal(m.Key, m.Label!.En));
    }

    [Fact]
    public void A_document_that_is_required_under_a_condition_is_missing_only_under_it()
    {
        var world = World.Opened();
        world.Supply("employed", true);
        Assert.Equal("payslip", Assert.Single(world.Case.Missing()).Key);

        world.Supply("employed", false);
        Assert.Empty(world.Case.Missing());
    }

    [Fact]
    public void A_document_that_had_expired_when_it_was_submitted_is_missing()
    {
        var world = World.Opened();
        world.Do(Supply(World.Document("national-id") with { ValidUntil = new DateOnly(2026, 10, 31) }));

        Assert.Equal("missing.not-valid", Assert.Single(world.Case.Missing()).ReasonCode);
    }

    [Fact]
    public void A_document_that_expires_after_it_was_submitted_stays_good()
    {
        var world = World.Opened();
        world.Do(Supply(World.Document("national-id") with { ValidUntil = new DateOnly(2026, 11, 1) }));
        world.Now += TimeSpan.FromDays(60);

        Assert.Empty(world.Case.Missing());
        world.Matching();
        Assert.Equal(new DateOnly(2026, 11, 1), world.Case.File.Validity[0].AsAt);
    }

    [Fact]
    public void What_an_officer_reported_stays_missing_until_it_is_supplied()
    {
        var world = World.Opened();
        world.Do(
            new ReportMissing(
                World.Officer,
                [
                    new MissingItem("contract", MissingKind.Evidence, Note: "unreadable"),
                    new MissingItem("rent", MissingKind.Match),
                    new MissingItem("note", MissingKind.Fact),
                ]
            )
        );
        Assert.Equal(3, world.Case.Missing().Count);

        world.Supply("rent", "2500"); // the same again is no answer
        Assert.Equal(3, world.Case.Missing().Count);

        world.Supply("note", "second floor");
        Assert.Equal(["contract", "rent"], world.Case.Missing().Select(m => m.Key));

        world.Do(Supply(World.Document("contract", "b"))); // a new contract answers for the rent that it proves
        Assert.Empty(world.Case.Missing());
    }

    [Fact]
    public void Only_what_the_service_asks_for_can_be_reported_missing() =>
        World
            .Opened()
            .RefusesWith(
                "case.item-unknown",
                new ReportMissing(World.Officer, [new MissingItem("diploma", MissingKind.Evidence)])
            );

    [Fact]
    public void An_empty_report_is_refused() =>
        World.Opened().RefusesWith("case.nothing-missing", new ReportMissing(World.Officer, []));

    [Fact]
    public void A_complete_request_is_asked_for_nothing() =>
        World.Opened().RefusesWith("case.nothing-missing", new RequestMissingItems());

    [Fact]
    public void At_most_one_request_for_items_is_open()
    {
        var world = World.Opened();
        world.Supply("rent", null);

        Assert.Equal(1, world.Ask<RoundOpened>(new RequestMissingItems()).Round);
        world.RefusesWith("case.wrong-status", new RequestMissingItems());
    }

    [Fact]
    public void Supplying_closes_the_round_and_the_next_one_counts_on()
    {
        var world = World.Opened();
        world.Supply("rent", null);
        world.Do(new RequestMissingItems());
        world.Supply("note", "still thinking");

        Assert.NotNull(world.Case.File.Rounds[0].SuppliedAt);
        Assert.Equal(2, world.Ask<RoundOpened>(new RequestMissingItems()).Round);
    }

    [Fact]
    public void Supplying_nothing_is_refused() =>
        World
            .Opened()
            .RefusesWith(
                "case.nothing-supplied",
                new SupplyItems(World.Applicant, new Dictionary<string, object?>(), [])
            );

    [Fact]
    public void A_replaced_document_is_kept_for_the_record()
    {
        var world = World.Opened();
        world.Do(Supply(World.Document("contract", "b")));

        Assert.Equal("doc-contract-b", world.Case.File.Evidence.Single(e => e.Requirement == "contract").DocumentId);
        Assert.Equal("doc-contract-a", Assert.Single(world.Case.File.ReplacedEvidence).DocumentId);
    }

    private static SupplyItems Supply(EvidenceItem item) =>
        new(World.Applicant, new Dictionary<string, object?>(), [item]);
}
