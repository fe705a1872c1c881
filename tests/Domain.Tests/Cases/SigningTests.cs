using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class SigningTests
{
    [Fact]
    public void Only_the_applicant_signs()
    {
        var world = World.Matched();

        world.RefusesWith("case.only-applicant", Signature(world) with { By = World.Officer });
        world.RefusesWith(
            "case.only-applicant",
            Signature(world) with
            {
                By = World.Person("other", "party-2", Role.Member),
            }
        );
    }

    [Fact]
    public void What_differs_from_what_is_stored_cannot_be_signed()
    {
        var world = World.Matched();
        var seen = Signature(world);
        world.Do(new CorrectData(World.Officer, World.Facts("rent", 9999), []));

        world.RefusesWith("case.content-changed", seen);
    }

    [Fact]
    public void Only_the_declaration_in_force_can_be_signed()
    {
        var world = World.Matched();

        world.RefusesWith("case.declaration-outdated", Signature(world) with { DeclarationVersion = "2025-3" });
    }

    [Fact]
    public void A_declaration_with_other_words_under_the_same_version_is_another_content()
    {
        var world = World.Matched();
        var seen = Signature(world);
        world.Declaration = world.Declaration with { Text = World.Text("other words") };

        world.RefusesWith("case.content-changed", seen);
    }

    [Fact]
    public void A_declaration_is_signed_in_a_language_that_it_exists_in()
    {
        var world = World.Matched();

        world.RefusesWith("case.language-unknown", Signature(world) with { Language = "fr" });
    }

    [Fact]
    public void The_signature_covers_exactly_what_is_stored()
    {
        var world = World.Ready();

        Assert.True(world.Case.IsSigned());
        Assert.Equal(world.Case.ContentHash(), world.Case.File.Signature!.ContentHash);
    }

    [Fact]
    public void An_edit_after_the_signature_voids_it()
    {
        var world = World.Ready();
        world.Do(new CorrectData(World.Applicant, World.Facts("note", "second floor"), []));

        Assert.Null(world.Case.File.Signature);
        Assert.Contains(world.Events, e => e.Code == "case.signature-voided");
    }

    [Fact]
    public void A_document_replaced_after_the_signature_voids_it()
    {
        var world = World.Ready();
        world.Do(
            new CorrectData(World.Applicant, new Dictionary<string, object?>(), [World.Document("contract", "b")])
        );

        Assert.Null(world.Case.File.Signature);
    }

    [Fact]
    public void Saying_the_same_again_leaves_the_signature_alone()
    {
        var world = World.Ready();
        world.Do(new CorrectData(World.Applicant, World.Facts("rent", "2,500.00"), []));

        Assert.True(world.Case.IsSigned());
    }

    [Fact]
    public void A_file_that_was_altered_behind_the_cases_back_is_not_signed()
    {
        var world = World.Ready();
        var altered = world.Case.File with
        {
            Facts = new Dictionary<string, object?>(world.Case.File.Facts) { ["rent"] = 1m },
        };

        Assert.False(new Case(altered, world.Context).IsSigned());
    }

    [Fact]
    public void A_newer_declaration_does_not_void_a_signature_under_the_older_one()
    {
        var world = World.Ready();
        world.Declaration = new("2027-1", World.Text("new words"));

        world.Do(new ReferToCommittee());
    }

    private static SignDeclaration Signature(World world) =>
        new(
            World.Applicant,
            SignatureMethod.Otp,
            world.Declaration.Version,
            "ar",
            new Case(world.Case.File, world.Context).ContentHash()
        );
}
