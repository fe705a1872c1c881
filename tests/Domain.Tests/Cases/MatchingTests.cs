using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class MatchingTests
{
    [Fact]
    public void Matching_without_the_officers_own_word_is_refused() =>
        World.Opened().RefusesWith("case.not-attested", World.Match(World.Officer) with { Attested = false });

    [Fact]
    public void Every_fact_that_a_document_at_hand_proves_needs_a_match()
    {
        var command = World.Match(World.Officer);

        World.Opened().RefusesWith("case.facts-unmatched", command with { Matches = [command.Matches[0]] });
    }

    [Fact]
    public void A_fact_that_differs_from_its_document_cannot_be_matched()
    {
        var command = World.Match(World.Officer);
        var differing = command.Matches[1] with { Result = MatchResult.Differs };

        World.Opened().RefusesWith("case.fact-differs", command with { Matches = [command.Matches[0], differing] });
    }

    [Fact]
    public void A_fact_is_matched_only_against_a_document_that_proves_it()
    {
        var command = World.Match(World.Officer);
        var wrong = command.Matches[1] with { Requirement = "national-id" };

        World.Opened().RefusesWith("case.no-such-proof", command with { Matches = [command.Matches[0], wrong] });
    }

    [Fact]
    public void A_fact_that_nothing_proves_cannot_be_matched()
    {
        var command = World.Match(World.Officer);
        var idle = command.Matches[0] with { Fact = "since" };

        World.Opened().RefusesWith("case.fact-not-provable", command with { Matches = [.. command.Matches, idle] });
    }

    [Fact]
    public void A_document_that_had_expired_at_submission_is_not_valid_whatever_was_stated()
    {
        var command = World.Match(World.Officer) with
        {
            Validity = [new EvidenceValidity("national-id", null, new DateOnly(2026, 10, 31))],
        };

        World.Opened().RefusesWith("case.evidence-not-valid", command);
    }

    [Fact]
    public void A_document_whose_date_nobody_read_is_not_valid()
    {
        var world = World.Opened();
        world.Do(new SupplyItems(World.Applicant, None, [World.Document("national-id", "undated")]));

        world.RefusesWith("case.evidence-not-valid", World.Match(World.Officer));
    }

    [Theory]
    [InlineData("2026-10-02", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-11-02", false)]
    public void A_payslip_is_at_most_thirty_days_old_at_submission(string issued, bool valid)
    {
        var world = World.Opened();
        world.Do(new SupplyItems(World.Applicant, World.Facts("employed", true), [World.Document("payslip")]));
        var command = World.Match(World.Officer) with
        {
            Validity = [new EvidenceValidity("payslip", DateOnly.Parse(issued, null), null)],
        };

        var refused = Record.Exception(() => world.Do(command)) is RefusalException;

        Assert.NotEqual(valid, refused);
    }

    [Fact]
    public void The_day_of_submission_is_that_of_the_policys_zone()
    {
        // 22:00 in London is already the first of November in Riyadh.
        var world = World.Opened(w => w.Now = new DateTimeOffset(2026, 10, 31, 22, 0, 0, TimeSpan.Zero));
        var command = World.Match(World.Officer) with
        {
            Validity = [new EvidenceValidity("national-id", null, new DateOnly(2026, 10, 31))],
        };

        world.RefusesWith("case.evidence-not-valid", command);
    }

    [Fact]
    public void What_was_valid_at_submission_is_kept_when_the_document_is_replaced()
    {
        var world = World.Matched();
        var renewed = World.Document("national-id", "renewed") with { ValidUntil = new DateOnly(2036, 1, 1) };
        world.Do(new CorrectData(World.Applicant, None, [renewed]));
        world.Matching();

        Assert.Equal(
            [new DateOnly(2030, 1, 1), new DateOnly(2036, 1, 1)],
            world.Case.File.Validity.Select(p => p.ValidUntil!.Value).Order()
        );
    }

    [Fact]
    public void A_changed_fact_loses_its_match_and_the_others_keep_theirs()
    {
        var world = World.Matched();
        world.Supply("rent", "3000");

        Assert.Equal(["rent"], world.Case.UnmatchedFacts());
        Assert.Null(world.Case.File.Attestation);
    }

    [Fact]
    public void A_replaced_document_voids_the_matches_that_rested_on_it()
    {
        var world = World.Matched();
        world.Do(new CorrectData(World.Applicant, None, [World.Document("contract", "b")]));

        Assert.Equal(["rent"], world.Case.UnmatchedFacts());
    }

    [Fact]
    public void A_changed_fact_that_nothing_proves_leaves_the_matching_alone()
    {
        var world = World.Matched();
        world.Supply("note", "second floor");

        Assert.NotNull(world.Case.File.Attestation);
    }

    [Fact]
    public void A_further_document_voids_the_officers_word_that_nobody_gave_for_it()
    {
        var world = World.Matched();
        world.Do(new CorrectData(World.Applicant, None, [World.Document("payslip")]));

        Assert.Null(world.Case.File.Attestation);
    }

    [Fact]
    public void Only_the_voided_match_must_be_made_again()
    {
        var world = World.Matched();
        world.Supply("rent", "3000");
        var command = World.Match(World.Officer);

        world.Do(command with { Matches = [command.Matches[1]] });

        Assert.Empty(world.Case.UnmatchedFacts());
    }

    private static Dictionary<string, object?> None => [];
}
