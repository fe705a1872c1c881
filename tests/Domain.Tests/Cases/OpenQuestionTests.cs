using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class OpenQuestionTests
{
    [Fact]
    public void The_study_is_not_explained_while_a_question_of_the_member_is_open()
    {
        var world = World.Matched();
        world.Sign();
        world.Do(new AskClarification(World.Applicant, "who decides?"));

        world.RefusesWith("case.clarification-open", new ExplainStudy(World.Officer, "interview", true, null));
    }
}
