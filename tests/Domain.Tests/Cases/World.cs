using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Policy;
using CaseFlow.Domain.Services;

namespace CaseFlow.Domain.Tests.Cases;

/// <summary>A service, its people, and one case that is led as far as a test needs it. Every verb has valid defaults.</summary>
internal sealed class World
{
    public static readonly DateTimeOffset Start = new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero);
    public static readonly Actor Applicant = Person("sara", "party-1", Role.Member);
    public static readonly Actor Officer = Person("officer", null, Role.RelationsOfficer);
    public static readonly Actor Researcher = Person("researcher", null, Role.SocialResearchOfficer);
    public static readonly Actor Provider = Person("provider", null, Role.ServiceOfficer);
    public static readonly Actor Administrator = Person("administrator", null, Role.PolicyAdministrator);
    public static readonly Actor Auditor = Person("auditor", null, Role.Auditor);
    public static readonly Actor Chair = Person("chair", null, Role.CommitteeChair, Role.CommitteeMember);
    public static readonly Actor Second = Person("second", null, Role.CommitteeMember);
    public static readonly Actor Third = Person("third", null, Role.CommitteeMember);

    public static readonly PolicyParameters DefaultPolicy = new(1, 14, 30, "Asia/Riyadh", 2, null, 90, 14);

    public PolicyParameters Policy { get; set; } = DefaultPolicy;

    public Declaration Declaration { get; set; } = new("2026-1", Text("declaration"));

    public ServiceDefinition Service { get; set; } =
        new(
            "rent-support",
            3,
            Text("rent support"),
            Text("helps with the rent"),
            "member-service-request",
            "P46",
            true,
            null,
            Text("thirty days"),
            "rent-support",
            [
                new EvidenceRequirement(
                    "national-id",
                    Text("id"),
                    Validity: new Validity(ValidityKind.ValidUntil),
                    Proves: ["nationalId"]
                ),
                new EvidenceRequirement("contract", Text("contract"), Proves: ["rent"]),
                new EvidenceRequirement(
                    "payslip",
                    Text("payslip"),
                    Validity: new Validity(ValidityKind.IssuedWithinDays, 30),
                    RequiredWhen: new FieldCondition("employed", "true")
                ),
            ],
            [new ChecklistItem("account", Text("account")), new ChecklistItem("agreement", Text("agreement"))]
        );

    public FormDefinition Form { get; set; } =
        new(
            "rent-support",
            2,
            Text("rent support"),
            "P52",
            [
                new FormField("nationalId", FieldType.NationalId, Text("id"), Required: true),
                new FormField("rent", FieldType.Money, Text("rent"), Required: true),
                new FormField("since", FieldType.Date, Text("since")),
                new FormField("employed", FieldType.YesNo, Text("employed")),
                new FormField("note", FieldType.Text, Text("note")),
            ]
        );

    public CaseContext Context =>
        new(
            Service,
            Form,
            Policy,
            Declaration,
            [new Clause("P52", Text("procedure"), Text("all")), new Clause("P58", Text("procedure"), Text("study"))]
        );

    public DateTimeOffset Now { get; set; } = Start;

    public Case Case { get; private set; } = null!;

    public List<CaseEvent> Events { get; } = [];

    public static World Opened(Action<World>? change = null)
    {
        var world = new World();
        change?.Invoke(world);
        world.Case = Case.Open(Opening(), world.Context, world.Now);
        world.Events.AddRange(world.Case.NewEvents);
        return world;
    }

    public static CaseOpening Opening() =>
        new(
            "1448-0007",
            "party-1",
            "website",
            new Dictionary<string, object?>
            {
                ["nationalId"] = "1000000008",
                ["rent"] = "2500",
                ["since"] = "2024-03-01",
                ["employed"] = false,
            },
            [Document("national-id") with { ValidUntil = new DateOnly(2030, 1, 1) }, Document("contract")],
            Applicant
        );

    public static World Matched(Action<World>? change = null) => Opened(change).Matching();

    public static World Ready(Action<World>? change = null)
    {
        var world = Matched(change);
        world.Sign();
        world.Explain();
        return world;
    }

    public static World InStudy(Action<World>? change = null)
    {
        var world = Ready(change);
        world.Do(new ReferToCommittee());
        world.Seat();
        return world;
    }

    public static World Decided(DecisionOutcome outcome, Action<World>? change = null)
    {
        var world = InStudy(change);
        world.Decide(outcome);
        return world;
    }

    public static World Replied(DecisionOutcome outcome, Action<World>? change = null)
    {
        var world = Decided(outcome, change);
        world.Now = world.EarliestReply;
        world.Reply();
        return world;
    }

    public static World Registered(Action<World>? change = null)
    {
        var world = Replied(DecisionOutcome.Accept, change);
        world.Do(new CompleteRegistration(Provider, ["account", "agreement"], null));
        return world;
    }

    public static World Delivered(Action<World>? change = null)
    {
        var world = Registered(change);
        world.Deliver();
        return world;
    }

    /// <summary>A service that needs no committee, by the clause that it names.</summary>
    public static void Direct(World world) =>
        world.Service = world.Service with { RequiresStudy = false, DirectClause = "P50" };

    public DateTimeOffset EarliestReply => Ask<ReleasePlanned>(new PlanRelease()).NotBefore;

    public World Matching(Actor? by = null)
    {
        Do(Match(by ?? Officer));
        return this;
    }

    public static RecordMatching Match(Actor by) =>
        new(
            by,
            [
                new FactMatch("nationalId", "national-id", "original-seen", MatchResult.Matches),
                new FactMatch("rent", "contract", "original-seen", MatchResult.Matches),
            ],
            [],
            true
        );

    public void Sign() =>
        Do(new SignDeclaration(Applicant, SignatureMethod.Otp, Declaration.Version, "ar", Case.ContentHash()));

    public void Explain() => Do(new ExplainStudy(Officer, "interview", true, null));

    public void Seat() =>
        Do(
            new OpenStudy([
                new CommitteeSeat("chair", "Chair", true),
                new CommitteeSeat("second", "Second", false),
                new CommitteeSeat("third", "Third", false),
            ])
        );

    public VoteRecorded Vote(Actor by, VoteChoice choice) =>
        Ask<VoteRecorded>(new CastVote(by, choice, $"note of {by.UserId}", []));

    public void Decide(DecisionOutcome outcome)
    {
        var choice = outcome == DecisionOutcome.Accept ? VoteChoice.Accept : VoteChoice.Reject;
        Vote(Chair, choice);
        Vote(Second, choice);
        Vote(Third, choice);
        Seal(outcome);
    }

    public void Seal(DecisionOutcome outcome, Actor? by = null) =>
        Do(new SealDecision(by ?? Chair, outcome, [new DecisionReason("P58", "because")], null));

    public void Reply()
    {
        var permit = Ask<ReleaseOpened>(new OpenRelease());
        var letter = permit.Outcome == DecisionOutcome.Accept ? LetterClass.DecisionAccept : LetterClass.DecisionReject;
        Do(new AuthorizeLetter(letter, "reply", permit.PermitId));
    }

    public void Deliver() =>
        Do(new RecordDelivery(Provider, "contractor", new DateOnly(2026, 11, 1), [Document("proof")], null));

    public void Supply(string fact, object? value) => Do(new SupplyItems(Applicant, Facts(fact, value), []));

    public CaseAnswer Do(CaseCommand command)
    {
        // Every verb works on a case that was stored and loaded, as it does in the world.
        Case = new Case(CaseFile.FromJson(Case.File.ToJson()), Context);
        var answer = Case.Handle(command, Now);
        Events.AddRange(Case.NewEvents);
        return answer;
    }

    public T Ask<T>(CaseCommand command)
        where T : CaseAnswer => Assert.IsType<T>(Do(command));

    public Refusal Refused(CaseCommand command)
    {
        var before = Case.File.ToJson();
        var refusal = Assert.Throws<RefusalException>(() => Do(command)).Refusal;
        Assert.Equal(before, Case.File.ToJson());
        return refusal;
    }

    public void RefusesWith(string code, CaseCommand command) => Assert.Equal(code, Refused(command).Code);

    public static EvidenceItem Document(string requirement, string seed = "a") =>
        new(
            requirement,
            $"doc-{requirement}-{seed}",
            $"{requirement}.pdf",
            "application/pdf",
            1000,
            Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(requirement + seed))
            ),
            null,
            null,
            Start
        );

    public static Dictionary<string, object?> Facts(string key, object? value) => new() { [key] = value };

    public static LocalText Text(string text) => new(text, text);

    public static Actor Person(string id, string? party, params string[] roles) =>
        new(id, id, id, roles.ToHashSet(), party);
}
