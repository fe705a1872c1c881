using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Tests.Cases;

/// <summary>Who may do what, role by role: each cell is tried.</summary>
public sealed class AuthorityTests
{
    private const string Relations = Role.RelationsOfficer;
    private const string Branch = Role.BranchDelegate;
    private const string Research = Role.SocialResearchOfficer;
    private const string Service = Role.ServiceOfficer;
    private const string Applicant = "applicant";

    public static TheoryData<string, string> Table =>
        new()
        {
            { nameof(RecordReception), $"{Relations} {Branch}" },
            { nameof(SupplyItems), $"{Applicant} {Relations} {Branch}" },
            { nameof(RecordMatching), $"{Relations}" },
            { nameof(ReportMissing), $"{Relations}" },
            { nameof(AskClarification), $"{Applicant} {Relations} {Branch} {Research}" },
            { nameof(RecordClarification), $"{Research}" },
            { nameof(CorrectData), $"{Applicant} {Relations} {Branch}" },
            { nameof(SignDeclaration), $"{Applicant}" },
            { nameof(ExplainStudy), $"{Relations} {Branch} {Research}" },
            { nameof(CompleteRegistration), $"{Relations} {Service}" },
            { nameof(RecordDelivery), $"{Relations} {Branch} {Service}" },
            { nameof(ConfirmService), $"{Applicant}" },
            { nameof(OverrideConfirmation), $"{Relations} {Service}" },
            { nameof(RecordWithdrawal), $"{Applicant}" },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_verb_is_for_these_and_for_nobody_else(string verb, string those)
    {
        var allowed = Role.All.Append(Applicant).Where(role => IsAllowed(verb, role));

        Assert.Equal(those.Split(' ').Order(StringComparer.Ordinal), allowed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(nameof(CastVote))]
    [InlineData(nameof(Recuse))]
    [InlineData(nameof(SealDecision))]
    [InlineData(nameof(ReturnForItems))]
    public void Only_the_committee_does_the_committees_work(string verb) =>
        Assert.Equal(
            [Role.CommitteeMember, Role.CommitteeChair],
            Role.All.Append(Applicant).Where(role => IsAllowed(verb, role))
        );

    [Fact]
    public void Staff_do_not_act_for_the_society_in_their_own_case()
    {
        var officer = World.Person("sara", "party-1", Role.Member, Role.RelationsOfficer, Role.ServiceOfficer);

        World.Opened().RefusesWith("case.own-case", World.Match(officer));
        World.Delivered().RefusesWith("case.own-case", new OverrideConfirmation(officer, "I say so"));
    }

    [Fact]
    public void A_member_of_the_committee_does_not_vote_in_his_own_case()
    {
        var member = World.Person("second", "party-1", Role.Member, Role.CommitteeMember);

        World.InStudy().RefusesWith("case.own-case", new CastVote(member, VoteChoice.Accept, "note", []));
    }

    [Fact]
    public void The_system_does_nothing_that_is_a_persons() =>
        World.Opened().RefusesWith("case.not-your-role", World.Match(Actor.System));

    private static bool IsAllowed(string verb, string role)
    {
        var by = role == Applicant ? World.Applicant : World.Person("someone", "party-2", role);
        var (world, command) = Try(verb, by);
        try
        {
            world.Do(command);
            return true;
        }
        catch (RefusalException refused)
        {
            return refused.Refusal.Code is not ("case.not-your-role" or "case.only-applicant" or "case.own-case");
        }
    }

    private static (World World, CaseCommand Command) Try(string verb, Actor by)
    {
        MissingItem[] items = [new MissingItem("note", MissingKind.Fact)];
        var none = new Dictionary<string, object?>();
        return verb switch
        {
            nameof(RecordReception) => (World.Opened(), new RecordReception(by, "interview", null, [], null)),
            nameof(SupplyItems) => (World.Opened(), new SupplyItems(by, World.Facts("note", "x"), [])),
            nameof(RecordMatching) => (World.Opened(), World.Match(by)),
            nameof(ReportMissing) => (World.Opened(), new ReportMissing(by, items)),
            nameof(AskClarification) => (World.Opened(), new AskClarification(by, "what?")),
            nameof(RecordClarification) => (World.Opened(), new RecordClarification(by, "this", null)),
            nameof(CorrectData) => (World.Opened(), new CorrectData(by, none, [])),
            nameof(SignDeclaration) => (World.Opened(), new SignDeclaration(by, SignatureMethod.Otp, "", "ar", "")),
            nameof(ExplainStudy) => (World.Opened(), new ExplainStudy(by, "interview", true, null)),
            nameof(CastVote) => (World.InStudy(), new CastVote(by, VoteChoice.Accept, "note", [])),
            nameof(Recuse) => (World.InStudy(), new Recuse(by, "cousin")),
            nameof(SealDecision) => (World.InStudy(), new SealDecision(by, DecisionOutcome.Accept, [], null)),
            nameof(ReturnForItems) => (World.InStudy(), new ReturnForItems(by, items)),
            nameof(CompleteRegistration) => (
                World.Replied(DecisionOutcome.Accept),
                new CompleteRegistration(by, ["account", "agreement"], null)
            ),
            nameof(RecordDelivery) => (
                World.Registered(),
                new RecordDelivery(by, "contractor", new DateOnly(2026, 11, 1), [World.Document("proof")], null)
            ),
            nameof(ConfirmService) => (World.Delivered(), new ConfirmService(by, true, null)),
            nameof(OverrideConfirmation) => (World.Delivered(), new OverrideConfirmation(by, "moved")),
            _ => (World.Opened(), new RecordWithdrawal(by, null)),
        };
    }
}
