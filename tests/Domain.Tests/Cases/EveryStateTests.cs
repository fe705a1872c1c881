using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Letters;

namespace CaseFlow.Domain.Tests.Cases;

/// <summary>Walks every status with every verb. A cell says where the verb leads, or with which code it is refused.</summary>
public sealed class EveryStateTests
{
    private const string Grid = """
        verb                  Preparing             AwaitingItems  InStudy            Accepted    Rejected              Registered  Delivered                         Withdrawn             Closed
        RecordReception       Preparing             AwaitingItems  -                  -           -                     -           -                                 -                     -
        CheckCompleteness     Preparing             AwaitingItems  -                  -           -                     -           -                                 -                     -
        RequestMissingItems   case.nothing-missing  -              -                  -           -                     -           -                                 -                     -
        SupplyItems           Preparing             Preparing      -                  -           -                     -           -                                 -                     -
        RecordMatching        Preparing             -              -                  -           -                     -           -                                 -                     -
        ReportMissing         Preparing             -              -                  -           -                     -           -                                 -                     -
        AskClarification      Preparing             AwaitingItems  InStudy            Accepted    Rejected              Registered  Delivered                         -                     -
        RecordClarification   Preparing             AwaitingItems  InStudy            Accepted    Rejected              Registered  Delivered                         -                     -
        CorrectData           Preparing             -              -                  -           -                     -           -                                 -                     -
        SignDeclaration       Preparing             -              -                  -           -                     -           -                                 -                     -
        ExplainStudy          Preparing             -              -                  -           -                     -           -                                 -                     -
        ReferToCommittee      InStudy               -              -                  -           -                     -           -                                 -                     -
        OpenStudy             -                     -              InStudy            -           -                     -           -                                 -                     -
        CastVote              -                     -              InStudy            -           -                     -           -                                 -                     -
        Recuse                -                     -              InStudy            -           -                     -           -                                 -                     -
        SealDecision          -                     -              study.no-quorum    -           -                     -           -                                 -                     -
        ReturnForItems        -                     -              Preparing          -           -                     -           -                                 -                     -
        PlanRelease           -                     -              InStudy            -           -                     -           -                                 -                     -
        OpenRelease           -                     -              study.not-decided  -           -                     -           -                                 -                     -
        AuthorizeLetter       Preparing             AwaitingItems  InStudy            Accepted    Rejected              Registered  Delivered                         Withdrawn             Closed
        CompleteRegistration  -                     -              -                  Registered  -                     Registered  -                                 -                     -
        RecordDelivery        case.not-registered   -              -                  -           -                     Delivered   case.already-delivered            -                     -
        ConfirmService        -                     -              -                  -           -                     -           Delivered                         -                     -
        OverrideConfirmation  -                     -              -                  -           -                     -           case.confirmation-period-running  -                     -
        InviteEvaluation      Preparing             -              -                  Accepted    Rejected              Registered  Delivered                         Withdrawn             Closed
        RecordWithdrawal      Withdrawn             Withdrawn      Withdrawn          -           -                     -           -                                 -                     -
        CancelCase            Closed                Closed         case.not-replied   case.service-owed  Closed         case.service-owed  case.service-owed           Closed                -
        CloseCase             case.study-required   -              -                  -           case.cannot-close-as  -           case.cannot-close-as              case.cannot-close-as  -
        """;

    private static readonly Dictionary<CaseStatus, Func<World>> Worlds = new()
    {
        [CaseStatus.Preparing] = () => World.Ready(),
        [CaseStatus.AwaitingItems] = Awaiting,
        [CaseStatus.InStudy] = () => World.InStudy(),
        [CaseStatus.Accepted] = () => World.Replied(DecisionOutcome.Accept),
        [CaseStatus.Rejected] = () => World.Replied(DecisionOutcome.Reject),
        [CaseStatus.Registered] = () => World.Registered(),
        [CaseStatus.Delivered] = () => World.Delivered(),
        [CaseStatus.Withdrawn] = () => Then(World.InStudy(), new RecordWithdrawal(World.Applicant, null)),
        [CaseStatus.Closed] = () => Then(World.Replied(DecisionOutcome.Reject), new CloseCase(CloseReason.Rejected)),
    };

    private static readonly Func<World, CaseCommand>[] Commands =
    [
        _ => new RecordReception(World.Officer, "interview", null, [], null),
        _ => new CheckCompleteness(),
        _ => new RequestMissingItems(),
        _ => new SupplyItems(World.Applicant, World.Facts("note", "new"), []),
        _ => World.Match(World.Officer),
        _ => new ReportMissing(World.Officer, [new MissingItem("note", MissingKind.Fact)]),
        _ => new AskClarification(World.Applicant, "what?"),
        _ => new RecordClarification(World.Researcher, "this.", null),
        _ => new CorrectData(World.Applicant, World.Facts("note", "new"), []),
        w => new SignDeclaration(World.Applicant, SignatureMethod.Otp, "2026-1", "ar", w.Case.ContentHash()),
        _ => new ExplainStudy(World.Officer, "interview", true, null),
        _ => new ReferToCommittee(),
        _ => new OpenStudy([new CommitteeSeat("chair", "Chair", true), new CommitteeSeat("second", "Second", false)]),
        _ => new CastVote(World.Chair, VoteChoice.Accept, "note", []),
        _ => new Recuse(World.Third, "my cousin"),
        _ => new SealDecision(World.Chair, DecisionOutcome.Accept, [], null),
        _ => new ReturnForItems(World.Chair, [new MissingItem("note", MissingKind.Fact)]),
        _ => new PlanRelease(),
        _ => new OpenRelease(),
        _ => new AuthorizeLetter(LetterClass.Notice, "reminder", null),
        _ => new CompleteRegistration(World.Provider, ["account", "agreement"], null),
        _ => new RecordDelivery(
            World.Provider,
            "contractor",
            new DateOnly(2026, 11, 1),
            [World.Document("proof")],
            null
        ),
        _ => new ConfirmService(World.Applicant, true, null),
        _ => new OverrideConfirmation(World.Officer, "moved abroad"),
        _ => new InviteEvaluation(null),
        _ => new RecordWithdrawal(World.Applicant, null),
        _ => new CancelCase(World.Administrator, "filed twice"),
        _ => new CloseCase(CloseReason.Answered),
    ];

    public static TheoryData<CaseStatus> Statuses => [.. Enum.GetValues<CaseStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Every_verb_does_in_this_status_what_the_grid_says(CaseStatus status) =>
        Assert.Equal(Column(status), [.. Commands.Select(c => Outcome(Worlds[status](), c))]);

    [Fact]
    public void The_walk_leaves_out_no_verb()
    {
        var walked = Commands.Select(c => c(World.Opened()).GetType());

        Assert.Equal(
            CaseTransitions.Verbs.Select(t => t.Name).Order(StringComparer.Ordinal),
            walked.Select(t => t.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_command_but_the_letter_desks_is_a_verb_of_the_case()
    {
        var commands = typeof(CaseCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseCommand)));

        Assert.Equal([typeof(IssueLetter)], commands.Except(CaseTransitions.Verbs));
    }

    private static List<string> Column(CaseStatus status)
    {
        var lines = Grid.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var column = Array.IndexOf(lines[0], status.ToString());
        return [.. lines.Skip(1).Select(cells => $"{cells[0]} {cells[column]}")];
    }

    private static string Outcome(World world, Func<World, CaseCommand> make)
    {
        var command = make(world);
        try
        {
            world.Do(command);
            return $"{command.GetType().Name} {world.Case.File.Status}";
        }
        catch (RefusalException refused) when (refused.Refusal.Code == "case.wrong-status")
        {
            return $"{command.GetType().Name} -";
        }
        catch (RefusalException refused)
        {
            return $"{command.GetType().Name} {refused.Refusal.Code}";
        }
    }

    private static World Awaiting()
    {
        var world = World.Opened();
        world.Supply("rent", null);
        return Then(world, new RequestMissingItems());
    }

    private static World Then(World world, CaseCommand command)
    {
        world.Do(command);
        return world;
    }
}
