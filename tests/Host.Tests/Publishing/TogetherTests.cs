using System.Text.Json.Nodes;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>Changes that are right only together come into force together or not at all.</summary>
public sealed class TogetherTests(Office office) : IClassFixture<Office>
{
    private PolicyFolder InForce => office.Server.Services.GetRequiredService<PolicyShelf>().Current;

    [Fact]
    public async Task The_letters_of_decision_get_another_common_subject_together_and_neither_of_them_alone()
    {
        var acceptance = await office.DraftAsync("letters/acceptance", Answering);
        var rejection = await office.DraftAsync("letters/rejection", Answering);
        Assert.False((await office.PublishAsync(acceptance)).Passed);
        Assert.False((await office.PublishAsync(rejection)).Passed);

        var answer = await office.PublishTogetherAsync([acceptance, rejection]);

        Assert.True(answer.Passed);
        Assert.All(
            new[] { "acceptance", "rejection" },
            key => Assert.StartsWith("Answer to", InForce.Letters.Get(key).Metadata.Subject.En)
        );
    }

    [Fact]
    public async Task One_broken_document_keeps_all_of_them_out_and_is_named()
    {
        var sound = await office.DraftAsync("forms/withdrawal", Titled);
        var broken = await office.DraftAsync("letters/clarification", d => d.Saying("<p>", "<p>{{ member.salary }}"));

        var answer = await office.PublishTogetherAsync([sound, broken]);

        Assert.False(answer.Passed);
        Assert.All(answer.Findings, f => Assert.Equal("letters/clarification", f.In));
        Assert.False((await office.RowAsync(sound.Id)).IsFrozen);
        Assert.Empty(
            await office.Server.ReadAsync(db => db.Publications.Where(p => p.VersionId == sound.Id).ToListAsync())
        );
    }

    [Fact]
    public async Task All_problems_of_all_of_them_come_at_once()
    {
        var first = await office.SaveAsync(Procedure.Of("bad-one", "bad-one", Procedure.Node("x", "Nobody.Knows")));
        var second = await office.SaveAsync(Procedure.Of("bad-two", "bad-two", Procedure.Node("y", "Nobody.Knows")));

        var answer = await office.PublishTogetherAsync([first, second]);

        Assert.Equal(
            [("bad-one", "x"), ("bad-two", "y")],
            answer.Findings.Select(f => (f.In, f.Problem.ActivityId)).Distinct().Order()
        );
    }

    [Fact]
    public async Task One_that_was_changed_after_it_was_looked_at_holds_back_all()
    {
        var seen = await office.SaveAsync(Procedure.Saying("seen", "one"));
        var stale = await office.SaveAsync(Procedure.Saying("stale", "one", "المتغيّر"));
        await office.SaveAsync(Procedure.Saying("stale", "two", "المتغيّر"), stale, office.Hind);

        var refusal = await office.RefusedAsync(
            new PublishDefinition([new(seen.Id, seen.Mark), new(stale.Id, stale.Mark)], null, null, office.Omar)
        );

        Assert.Equal(("procedure.stale", "المتغيّر"), (refusal.Code, refusal.Facts["procedure"]));
        Assert.False((await office.RowAsync(seen.Id)).IsFrozen);
    }

    [Fact]
    public async Task Nothing_chosen_is_nothing_to_publish()
    {
        var refusal = await office.RefusedAsync(new PublishDefinition([], null, null, office.Omar));

        Assert.Equal("publication.nothing-chosen", refusal.Code);
    }

    [Fact]
    public async Task Of_one_document_only_one_version_comes_into_force()
    {
        var first = await office.PublishedAsync("two-of-one");
        var second = await office.SaveAsync(Procedure.Saying("two-of-one", "two"), first);

        var refusal = await office.RefusedAsync(
            new PublishDefinition([new(first.Id, first.Id), new(second.Id, second.Mark)], null, null, office.Omar)
        );

        Assert.Equal("publication.chosen-twice", refusal.Code);
    }

    [Fact]
    public async Task A_check_alone_changes_nothing()
    {
        var draft = await office.SaveAsync(Procedure.Saying("only-checked", "one"));

        var answer = await office.SendAsync(
            new PublishDefinition(draft.Id, draft.Mark, null, null, office.Omar) with
            {
                ChecksOnly = true,
            }
        );

        Assert.True(answer.Passed);
        Assert.False((await office.RowAsync(draft.Id)).IsFrozen);
    }

    [Fact]
    public async Task A_new_letter_comes_into_force_with_the_procedure_that_sends_it()
    {
        var letter = await NewLetterAsync("farewell", "letters/clarification");
        var procedure = await office.SaveAsync(Sending("says-farewell", "farewell"));
        Assert.False((await office.PublishAsync(procedure)).Passed);

        var answer = await office.PublishTogetherAsync([procedure, letter]);

        Assert.Empty(answer.Problems);
        Assert.True((await office.RowAsync(procedure.Id)).IsPublished);
        Assert.Contains("farewell", InForce.Letters.Keys);
    }

    [Fact]
    public async Task A_new_service_comes_into_force_with_the_procedure_that_it_follows()
    {
        var service = await office.SendAsync(
            new SaveDocument(
                PolicyDocument
                    .Read((await office.VersionsAsync("services/maintenance"))[^1])
                    .As("roofing")
                    .Saying("\"form\": \"roofing\"", "\"form\": \"maintenance\"")
                    .Saying("\"member-service-request\"", "\"roof-request\""),
                null,
                office.Omar
            )
        );
        var procedure = await office.SaveAsync(Procedure.Saying("roof-request", "one"));
        Assert.False((await office.PublishAsync(service)).Passed);

        var answer = await office.PublishTogetherAsync([service, procedure]);

        Assert.Empty(answer.Problems);
        Assert.Equal("roof-request", InForce.Library.Services["roofing"].Definition);
    }

    [Fact]
    public async Task A_version_that_goes_out_of_force_in_the_same_moment_forbids_nothing()
    {
        Assert.True((await office.PublishAsync(await NewLetterAsync("note", "letters/clarification"))).Passed);
        var sends = await office.SaveAsync(Sending("sends-note", "note"));
        Assert.True((await office.PublishAsync(sends)).Passed);
        // As a letter of decision it may be sent behind the study gate alone (P59), which this procedure does not have.
        var acceptance = PolicyDocument.Read((await office.VersionsAsync("letters/acceptance"))[^1]);
        var decision = await office.DraftAsync("letters/note", _ => acceptance.As("note"));
        Assert.False((await office.PublishAsync(decision)).Passed);

        var sendsNot = await office.SaveAsync(Procedure.Saying("sends-note", "one"), await office.RowAsync(sends.Id));
        var answer = await office.PublishTogetherAsync([decision, sendsNot]);

        Assert.Empty(answer.Problems);
        Assert.True((await office.RowAsync(decision.Id)).IsPublished);
        await office.SendAsync(new RetractDefinition("letters/note", null, office.Omar));
    }

    [Fact]
    public async Task Procedures_that_use_one_another_are_tied_to_the_versions_that_come_into_force_with_them()
    {
        var used = await office.PublishedAsync("used-with");
        var user = await office.SaveAsync(Procedure.Using("user-with", "used-with"));
        await office.PublishAsync(user);
        var nextUsed = await office.SaveAsync(Procedure.Saying("used-with", "two"), await office.RowAsync(used.Id));
        // As the designer gives it back: tied to the version before.
        var pinned = await office.RowAsync(user.Id);
        var drawn = JsonNode.Parse(pinned.Json)!;
        drawn["description"] = "2";
        var nextUser = await office.SaveAsync(drawn.ToJsonString(), pinned);
        Assert.Equal(used.Id, await PinOfAsync(user.Id));

        var answer = await office.PublishTogetherAsync([nextUser, nextUsed]);

        Assert.Empty(answer.Problems);
        Assert.Equal(nextUsed.Id, await PinOfAsync(nextUser.Id));
        var run = await office.SendAsync(
            new StartProcedure("user-with", new Dictionary<string, object?>(), null, null, office.Omar)
        );
        Assert.NotNull(run);
    }

    [Fact]
    public async Task Procedures_that_use_each_other_in_a_circle_are_refused()
    {
        var one = await office.SaveAsync(Procedure.Using("round-one", "round-two"));
        var two = await office.SaveAsync(Procedure.Using("round-two", "round-one"));

        var answer = await office.PublishTogetherAsync([one, two]);

        Assert.Equal(
            [("round-one", "workflow.cycle"), ("round-two", "workflow.cycle")],
            answer.Findings.Select(f => (f.In, f.Problem.Code)).Order()
        );
    }

    [Fact]
    public async Task On_their_day_all_come_into_force_in_one_go_and_none_before()
    {
        var acceptance = await office.DraftAsync("letters/study-notice", d => d.Saying("<p>", "<p>1: "));
        var form = await office.DraftAsync("forms/explanation", Titled);
        await office.PublishTogetherAsync([acceptance, form], office.Server.Now.AddHours(2));
        await office.SweepAsync();
        Assert.False((await office.RowAsync(form.Id)).IsPublished);

        await office.Server.PassAsync(TimeSpan.FromHours(2));

        await office.SweepAsync();
        Assert.True((await office.RowAsync(acceptance.Id)).IsPublished);
        Assert.True((await office.RowAsync(form.Id)).IsPublished);
    }

    [Fact]
    public async Task What_no_longer_fits_on_its_day_keeps_all_out_and_each_page_says_why()
    {
        var child = await office.PublishedAsync("part-that-goes");
        var parent = await office.SaveAsync(Procedure.Using("needs-part", "part-that-goes"));
        var sound = await office.SaveAsync(Procedure.Saying("sound-with-it", "one"));
        await office.PublishTogetherAsync([parent, sound], office.Server.Now.AddHours(1));
        await office.Server.ReadAsync(db =>
            db.Definitions.Where(d => d.Id == child.Id)
                .ExecuteUpdateAsync(d =>
                    d.SetProperty(r => r.IsPublished, false).SetProperty(r => r.PublishedAt, (DateTimeOffset?)null)
                )
        );

        await office.Server.PassAsync(TimeSpan.FromHours(2));
        await office.SweepAsync();

        Assert.False((await office.RowAsync(sound.Id)).IsPublished);
        Assert.False((await office.RowAsync(sound.Id)).IsFrozen);
        var salma = await Browser.SignInAsync(office.Server, "salma");
        var page = await salma.ReadAsync("/procedures/sound-with-it");
        Assert.Contains("needs-part", page, StringComparison.Ordinal);
        Assert.Contains("AnotherProcedure", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_back_one_takes_back_all()
    {
        var first = await office.SaveAsync(Procedure.Saying("back-one", "one"));
        var second = await office.SaveAsync(Procedure.Using("back-two", "back-one"));
        var answer = await office.PublishTogetherAsync([first, second], office.Server.Now.AddDays(400));

        await office.SendAsync(new WithdrawPublication(answer.Publications[1].Id, null, office.Omar));

        Assert.False((await office.RowAsync(first.Id)).IsFrozen);
        Assert.False((await office.RowAsync(second.Id)).IsFrozen);
        await office.SendAsync(new DeleteVersion(first.Id, office.Omar));
    }

    [Fact]
    public async Task A_failure_on_the_way_leaves_in_force_what_was()
    {
        var before = await office.PublishedAsync("way-one");
        var beforeToo = await office.PublishedAsync("way-two");
        var first = await office.SaveAsync(Procedure.Saying("way-one", "two"), before);
        var second = await office.SaveAsync(Procedure.Saying("way-two", "two"), beforeToo);
        await ExecuteAsync(
            """
            CREATE TRIGGER "Killed" BEFORE UPDATE ON "Definitions"
            WHEN NEW."DefinitionId" = 'way-two' AND NEW."Version" = 2 AND NEW."IsPublished"
            BEGIN SELECT RAISE(ABORT, 'the power went'); END
            """
        );

        await Assert.ThrowsAnyAsync<Exception>(() => office.PublishTogetherAsync([first, second]));

        await ExecuteAsync("DROP TRIGGER \"Killed\"");
        Assert.True((await office.RowAsync(before.Id)).IsPublished);
        Assert.False((await office.RowAsync(first.Id)).IsFrozen);
        Assert.True((await office.PublishTogetherAsync([first, second])).Passed);
    }

    private static PolicyDocument Answering(PolicyDocument letter) => letter.Saying("Reply to your", "Answer to your");

    private static PolicyDocument Titled(PolicyDocument form) =>
        form.Saying("\"title\": { \"ar\": \"", "\"title\": { \"ar\": \"جديد ");

    private static string Sending(string id, string letter) =>
        Procedure.Of(id, id, Procedure.Node("send", "CaseFlow.SendLetter", ("letter", Procedure.Wrapped(letter))));

    private async Task<DefinitionRow> NewLetterAsync(string key, string like)
    {
        var copy = PolicyDocument.Read((await office.VersionsAsync(like))[0]).As(key);
        return await office.SendAsync(new SaveDocument(copy, null, office.Omar));
    }

    private Task<string> PinOfAsync(string version) =>
        office.Server.ReadAsync(db =>
            db.DefinitionPins.Where(p => p.VersionId == version).Select(p => p.PinnedVersionId).SingleAsync()
        );

    private Task<int> ExecuteAsync(string sql) => office.Server.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}
