using System.Text.Json;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Letters;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Domain.Tests.Cases;

/// <summary>
/// Two worlds that differ in nothing but the sealed decision look the same from outside, whatever else happens before the
/// reply and whenever one looks (NoOutcomeLeakBeforeRelease, P59).
/// </summary>
public sealed class NoLeakTests
{
    [Fact]
    public void Until_the_reply_acceptance_and_rejection_look_the_same_to_all_but_the_committee()
    {
        var acts = Gen.Choose(0, Acts.Length - 1).ListOf(8).Select(list => list.ToArray());
        var hours = Gen.Choose(0, 24 * 60).ListOf(8).Select(list => list.ToArray());
        var stories = from a in acts from h in hours select new Story(a, h);

        Prop.ForAll(
                stories.ToArbitrary(),
                story => Outside(story, DecisionOutcome.Accept) == Outside(story, DecisionOutcome.Reject)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void The_look_from_outside_does_change_with_the_reply()
    {
        string After(DecisionOutcome outcome) => Look(World.Replied(outcome));

        Assert.NotEqual(After(DecisionOutcome.Accept), After(DecisionOutcome.Reject));
    }

    [Theory]
    [InlineData(DecisionOutcome.Accept)]
    [InlineData(DecisionOutcome.Reject)]
    public void No_letter_but_the_reply_is_refused_in_one_world_and_made_in_the_other(DecisionOutcome outcome)
    {
        var world = World.Decided(outcome);
        var made = Enum.GetValues<LetterClass>().Where(letter => IsMade(world, letter));

        Assert.Equal(
            [
                LetterClass.Acknowledgement,
                LetterClass.InformationRequest,
                LetterClass.Explanation,
                LetterClass.StudyNotice,
                LetterClass.Circular,
                LetterClass.Dispute,
                LetterClass.Notice,
            ],
            made
        );
    }

    private static readonly Func<World, CaseCommand>[] Acts =
    [
        _ => new AskClarification(World.Applicant, "how long?"),
        _ => new RecordClarification(World.Researcher, "two weeks at least", null),
        _ => new PlanRelease(),
        _ => new OpenRelease(),
        _ => new AuthorizeLetter(LetterClass.Notice, "reminder", null),
        _ => new AuthorizeLetter(LetterClass.Survey, "survey", null),
        _ => new AuthorizeLetter(LetterClass.Registration, "registration", null),
        _ => new CompleteRegistration(World.Provider, ["account", "agreement"], null),
        _ => new CloseCase(CloseReason.Rejected),
        _ => new InviteEvaluation(null),
        _ => new RecordWithdrawal(World.Applicant, "changed my mind"),
        _ => new CloseCase(CloseReason.Withdrawn),
        _ => new CancelCase(World.Administrator, "filed twice"),
        _ => new SupplyItems(World.Applicant, World.Facts("note", "x"), []),
        _ => new CastVote(World.Third, VoteChoice.Abstain, "late", []),
    ];

    private static string Outside(Story story, DecisionOutcome outcome)
    {
        var world = World.Decided(outcome);
        var seen = new List<string>();
        foreach (var (act, hour) in story.Acts.Zip(story.Hours))
        {
            world.Now = World.Start.AddHours(hour);
            seen.Add(Try(world, Acts[act](world)));
            seen.Add(Look(world));
        }

        return string.Join('\n', seen);
    }

    // The gate's own answer goes to the engine, not outside; whether it is open or not yet is the same in both worlds.
    private static string Try(World world, CaseCommand command)
    {
        try
        {
            return world.Do(command).GetType().Name;
        }
        catch (RefusalException refused)
        {
            return refused.Refusal.Code;
        }
    }

    private static string Look(World world)
    {
        var file = world.Case.File;
        return JsonSerializer.Serialize(
            new
            {
                Member = CaseForMember.View(file, world.Policy, world.Now),
                Bar = StudyPeriod.Of(file, world.Policy, world.Now),
                file.Status,
                Events = world
                    .Events.Where(e => e.Audience != EventAudience.Committee)
                    .Select(e => new
                    {
                        e.Code,
                        e.At,
                        e.ActorId,
                        Facts = PlainValue.Canonical(e.Facts),
                        e.Clause,
                    }),
                OfficerKnows = world.Case.DecisionVisibleTo(World.Officer),
                OfficerReads = world.Case.NotesVisibleTo(World.Officer),
            },
            DomainJson.Options
        );
    }

    private static bool IsMade(World world, LetterClass letter) =>
        Try(world, new AuthorizeLetter(letter, "letter", null)) == nameof(LetterAuthorized);

    private sealed record Story(int[] Acts, int[] Hours)
    {
        public override string ToString() => $"acts {string.Join(' ', Acts)} at hours {string.Join(' ', Hours)}";
    }
}
