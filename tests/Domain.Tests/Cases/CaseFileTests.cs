using System.Text.Json;
using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class CaseFileTests
{
    [Fact]
    public void A_file_with_everything_in_it_survives_json_without_loss()
    {
        var file = Full();
        var again = CaseFile.FromJson(file.ToJson());

        Assert.Equal(file.ToJson(), again.ToJson());
        Assert.All(typeof(CaseFile).GetProperties(), p => Assert.NotNull(p.GetValue(again)));
        Assert.Equivalent(file, again, strict: true);
    }

    [Theory]
    [InlineData("nationalId", typeof(string))]
    [InlineData("rent", typeof(decimal))]
    [InlineData("since", typeof(DateOnly))]
    [InlineData("employed", typeof(bool))]
    public void Facts_keep_their_types(string fact, Type type)
    {
        var again = CaseFile.FromJson(World.Opened().Case.File.ToJson());

        Assert.IsType(type, again.Facts[fact]);
    }

    [Fact]
    public void A_file_of_another_shape_is_not_read()
    {
        var json = World.Opened().Case.File.ToJson().Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => CaseFile.FromJson(json));
    }

    [Fact]
    public void The_version_rises_with_each_change_and_with_no_question()
    {
        var world = World.Opened();
        Assert.Equal(1, world.Case.File.Version);
        world.Do(new CheckCompleteness());
        Assert.Equal(1, world.Case.File.Version);
        world.Matching();
        Assert.Equal(2, world.Case.File.Version);
    }

    [Fact]
    public void A_refused_command_leaves_no_event()
    {
        var world = World.Opened();
        var command = World.Match(World.Officer);
        var taken = new Case(world.Case.File, world.Context);
        Assert.Throws<RefusalException>(() => taken.Handle(command with { Matches = [command.Matches[0]] }, world.Now));

        Assert.Empty(taken.NewEvents);
        Assert.Same(world.Case.File, taken.File);
    }

    [Fact]
    public void What_is_recorded_never_goes_back_in_time()
    {
        var world = World.Opened();
        world.Now -= TimeSpan.FromDays(1);
        world.Matching();

        Assert.Equal(World.Start, world.Case.File.Attestation!.At);
    }

    // Accepted, returned once, delivered twice, withdrawn by hand: no single case is all that, a file must hold it all the same.
    private static CaseFile Full()
    {
        var world = World.Ready();
        world.Do(
            new RecordReception(World.Officer, "interview", "ramp", [new InquiryRecord("when?", "soon", null)], null)
        );
        world.Do(new AskClarification(World.Applicant, "what?"));
        world.Do(new RecordClarification(World.Researcher, "this", "quorum"));
        world.Do(new ReferToCommittee());
        world.Seat();
        world.Vote(World.Third, VoteChoice.Abstain);
        world.Do(new Recuse(World.Third, "my cousin"));
        world.Do(new ReturnForItems(World.Chair, [new MissingItem("contract", MissingKind.Evidence, Note: "torn")]));
        world.Do(new RequestMissingItems());
        world.Do(
            new SupplyItems(World.Applicant, new Dictionary<string, object?>(), [World.Document("contract", "b")])
        );
        world.Matching();
        world.Sign();
        world.Do(new ReferToCommittee());
        world.Seat();
        world.Vote(World.Chair, VoteChoice.Accept);
        world.Vote(World.Second, VoteChoice.Accept);
        world.Seal(DecisionOutcome.Accept);
        world.Now = world.EarliestReply;
        world.Reply();
        world.Do(new CompleteRegistration(World.Provider, ["account", "agreement"], "done"));
        world.Deliver();
        world.Do(new ConfirmService(World.Applicant, true, "thanks"));
        world.Do(new InviteEvaluation(null));
        world.Do(new CloseCase(CloseReason.Served));
        var record = new WithdrawalRecord(new Signer("sara", "sara", world.Now), "no");
        return world.Case.File with { Withdrawal = record, Cancellation = record };
    }
}
