using CaseFlow.Domain.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Domain.Tests.Cases;

/// <summary>StudyClockConserved and ReplyNotBeforeFloor over random lives of a case (P59).</summary>
public sealed class ClockPropertyTests
{
    [Fact]
    public void However_a_study_is_returned_and_resumed_the_committee_has_it_for_the_whole_floor()
    {
        var rounds =
            from study in Gen.Choose(1, 300)
            from pause in Gen.Choose(0, 300)
            from changed in Gen.Elements(true, false)
            select new Round(study, pause, changed);
        var lives = Gen.Choose(0, 4).SelectMany(n => rounds.ListOf(n)).Select(list => list.ToArray());

        Prop.ForAll(lives.ToArbitrary(), WholeFloorIsStudied).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void An_amended_policy_never_brings_a_running_case_forward()
    {
        var floors = Gen.Choose(0, 60).ListOf(5).Select(list => list.ToArray());

        Prop.ForAll(
                floors.ToArbitrary(),
                amendments =>
                {
                    var world = World.InStudy();
                    var promised = world.EarliestReply;
                    foreach (var floor in amendments)
                    {
                        world.Policy = world.Policy with { StudyFloorDays = floor };
                        var now = world.EarliestReply;
                        if (now < promised)
                        {
                            return false;
                        }

                        promised = now;
                    }

                    return promised == World.Start.AddDays(Math.Max(14, amendments.Max()));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    // The independent reckoning: hours that this very dossier lay with the committee up to the earliest reply.
    private static bool WholeFloorIsStudied(Round[] rounds)
    {
        var world = World.InStudy();
        var studied = TimeSpan.Zero;
        var version = 0;
        foreach (var round in rounds)
        {
            world.Now += TimeSpan.FromHours(round.Study);
            studied += TimeSpan.FromHours(round.Study);
            world.Do(new ReturnForItems(World.Chair, [new MissingItem("contract", MissingKind.Evidence)]));
            world.Now += TimeSpan.FromHours(round.Pause);
            if (round.Changed)
            {
                version++;
                studied = TimeSpan.Zero;
            }

            var contract = World.Document("contract", $"v{version}");
            if (version == 0)
            {
                contract = World.Document("contract");
            }

            world.Do(new SupplyItems(World.Applicant, new Dictionary<string, object?>(), [contract]));
            world.Matching();
            world.Sign();
            world.Do(new ReferToCommittee());
            world.Seat();
        }

        return world.EarliestReply == world.Now + TimeSpan.FromDays(14) - studied;
    }

    private sealed record Round(int Study, int Pause, bool Changed);
}
