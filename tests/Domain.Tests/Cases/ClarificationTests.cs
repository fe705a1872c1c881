using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class ClarificationTests
{
    [Fact]
    public void A_clarification_keeps_the_cases_place_and_data()
    {
        var world = World.Ready();
        var before = world.Case.File;
        world.Do(new AskClarification(World.Applicant, "what is a quorum?"));
        world.Do(new RecordClarification(World.Researcher, "enough members", "quorum"));

        var after = world.Case.File;
        Assert.Equal(before.Status, after.Status);
        Assert.Equal(before.Signature, after.Signature);
        Assert.Equal("quorum", after.Clarifications[0].UnclearPoint);
    }

    [Fact]
    public void Answers_go_to_the_oldest_open_question()
    {
        var world = World.Opened();
        world.Do(new AskClarification(World.Applicant, "first?"));
        world.Do(new AskClarification(World.Officer, "second?"));
        world.Do(new RecordClarification(World.Researcher, "answer", null));

        Assert.Equal(["answer", null], world.Case.File.Clarifications.Select(c => c.Answer));
    }

    [Fact]
    public void An_explanation_nobody_asked_for_is_recorded_too()
    {
        var world = World.Opened();
        world.Do(new RecordClarification(World.Researcher, "by the way", null));

        Assert.Null(Assert.Single(world.Case.File.Clarifications).Question);
    }

    [Fact]
    public void The_procedure_itself_may_send_a_member_to_the_researcher()
    {
        var world = World.Opened();
        world.Do(new AskClarification(Actor.System, "what is a quorum?"));

        Assert.DoesNotContain("system", world.Case.File.ActedUserIds);
    }

    [Fact]
    public void An_empty_answer_is_refused() =>
        World.Opened().RefusesWith("case.text-missing", new RecordClarification(World.Researcher, " ", null));

    [Fact]
    public void Text_that_turns_the_direction_of_reading_is_refused() =>
        World
            .Opened()
            .RefusesWith("case.text-unfit", new RecordClarification(World.Researcher, "see \u202Etxt.exe", null));
}
