using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Publishing;

public sealed class PublishTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Where_nothing_is_asked_a_version_is_in_force_at_once_and_the_one_before_no_longer()
    {
        var first = await office.PublishedAsync("at-once");
        var second = await office.SaveAsync(Procedure.Saying("at-once", "two"), first);

        var answer = await office.PublishAsync(second);

        Assert.Equal(PublicationState.Live, answer.Publication!.State);
        Assert.False((await office.RowAsync(first.Id)).IsPublished);
        Assert.True((await office.RowAsync(second.Id)).IsPublished);
    }

    [Fact]
    public async Task What_the_checks_find_comes_all_at_once_and_nothing_is_published()
    {
        var json = Procedure.Of(
            "broken",
            "broken",
            Procedure.Node("x", "Nobody.KnowsThis"),
            Procedure.Node(
                "y",
                "Elsa.WriteLine",
                (
                    "text",
                    new System.Text.Json.Nodes.JsonObject
                    {
                        ["typeName"] = "String",
                        ["expression"] = new System.Text.Json.Nodes.JsonObject
                        {
                            ["type"] = "JavaScript",
                            ["value"] = "1 +",
                        },
                    }
                )
            )
        );
        var draft = await office.SaveAsync(json);

        var answer = await office.PublishAsync(draft);

        Assert.False(answer.Passed);
        Assert.Contains(answer.Problems, p => (p.Code, p.ActivityId) == ("activity.unknown-type", "x"));
        Assert.Contains(answer.Problems, p => (p.Code, p.ActivityId) == ("expression.unparsable", "y"));
        Assert.False((await office.RowAsync(draft.Id)).IsPublished);
        Assert.False((await office.RowAsync(draft.Id)).IsFrozen);
    }

    [Fact]
    public async Task Nothing_is_published_that_was_changed_after_it_was_looked_at()
    {
        var draft = await office.SaveAsync(Procedure.Saying("looked-at", "one"));
        await office.SaveAsync(Procedure.Saying("looked-at", "two"), draft, office.Hind);

        var refusal = await office.RefusedAsync(new PublishDefinition(draft.Id, draft.Mark, null, null, office.Omar));

        Assert.Equal("procedure.stale", refusal.Code);
    }

    [Fact]
    public async Task A_version_comes_into_force_in_its_minute_and_not_before()
    {
        var draft = await office.SaveAsync(Procedure.Saying("on-its-day", "one"));
        var day = office.Server.Now.AddHours(2);
        var minute = day.AddTicks(-(day.Ticks % TimeSpan.TicksPerMinute));
        await office.PublishAsync(draft, day);
        office.Server.Time.MoveTo(minute.AddTicks(-1));
        await office.SweepAsync();
        Assert.False((await office.RowAsync(draft.Id)).IsPublished);

        office.Server.Time.MoveTo(minute);
        await office.SweepAsync();

        Assert.True((await office.RowAsync(draft.Id)).IsPublished);
    }

    [Fact]
    public async Task A_version_that_no_longer_passes_on_its_day_stays_out_and_the_one_before_stays_in()
    {
        var child = await office.PublishedAsync("child-that-goes");
        var parent = await office.SaveAsync(Procedure.Using("needs-child", "child-that-goes"));
        await office.PublishAsync(parent, office.Server.Now.AddHours(1));
        await office.Server.ReadAsync(db =>
            db.Definitions.Where(d => d.Id == child.Id)
                .ExecuteUpdateAsync(d =>
                    d.SetProperty(r => r.IsPublished, false).SetProperty(r => r.PublishedAt, (DateTimeOffset?)null)
                )
        );

        await office.Server.PassAsync(TimeSpan.FromHours(2));
        await office.SweepAsync();

        Assert.False((await office.RowAsync(parent.Id)).IsPublished);
        Assert.Equal(
            PublicationState.Failed,
            await office.Server.ReadAsync(db =>
                db.Publications.Where(p => p.VersionId == parent.Id).Select(p => p.State).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task What_waits_for_its_day_can_be_taken_back()
    {
        var draft = await office.SaveAsync(Procedure.Saying("taken-back", "one"));
        var answer = await office.PublishAsync(draft, office.Server.Now.AddDays(400));

        await office.SendAsync(new WithdrawPublication(answer.Publication!.Id, null, office.Omar));

        Assert.False((await office.RowAsync(draft.Id)).IsFrozen);
        await office.SaveAsync(Procedure.Saying("taken-back", "two"), draft);
    }

    [Fact]
    public async Task One_change_of_a_procedure_waits_at_a_time()
    {
        var draft = await office.SaveAsync(Procedure.Saying("one-waits", "one"));
        await office.PublishAsync(draft, office.Server.Now.AddDays(400));
        var next = await office.SaveAsync(Procedure.Saying("one-waits", "two"), draft);

        var refusal = await office.RefusedAsync(new PublishDefinition(next.Id, next.Mark, null, null, office.Omar));

        Assert.Equal("procedure.already-handed-in", refusal.Code);
    }

    [Fact]
    public async Task Retracting_leaves_nothing_in_force_and_the_latest_version_the_latest()
    {
        var version = await office.PublishedAsync("retracted");

        await office.SendAsync(new RetractDefinition("retracted", "خطأ في النص", office.Omar));

        var row = await office.RowAsync(version.Id);
        Assert.Equal((false, true), (row.IsPublished, row.IsLatest));
    }

    [Fact]
    public async Task A_version_that_was_retracted_can_be_published_again()
    {
        var version = await office.PublishedAsync("again");
        await office.SendAsync(new RetractDefinition("again", null, office.Omar));

        await office.PublishAsync(version);

        Assert.True((await office.RowAsync(version.Id)).IsPublished);
    }

    [Fact]
    public async Task A_version_uses_the_others_as_they_were_when_it_was_published()
    {
        var child = await office.PublishedAsync("child", "one");
        var parent = await office.SaveAsync(Procedure.Using("parent", "child"));
        await office.PublishAsync(parent);

        await office.PublishAsync(await office.SaveAsync(Procedure.Saying("child", "two"), child));

        Assert.Equal(
            child.Id,
            await office.Server.ReadAsync(db =>
                db.DefinitionPins.Where(p => p.VersionId == parent.Id).Select(p => p.PinnedVersionId).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_circle_of_procedures_is_refused()
    {
        var first = await office.PublishedAsync("circle-a");
        await office.PublishAsync(await office.SaveAsync(Procedure.Using("circle-b", "circle-a")));
        var closing = await office.SaveAsync(Procedure.Using("circle-a", "circle-b"), first);

        var answer = await office.PublishAsync(closing);

        Assert.Contains(answer.Problems, p => (p.Code, p.ActivityId) == ("workflow.cycle", "use"));
    }

    [Fact]
    public async Task A_version_in_force_or_in_use_cannot_be_deleted()
    {
        var child = await office.PublishedAsync("used-child");
        await office.PublishAsync(await office.SaveAsync(Procedure.Using("used-by", "used-child")));
        var inForce = await office.RefusedAsync(new DeleteVersion(child.Id, office.Omar));
        await office.SendAsync(new RetractDefinition("used-child", null, office.Omar));

        var inUse = await office.RefusedAsync(new DeleteVersion(child.Id, office.Omar));

        Assert.Equal("procedure.version-in-force", inForce.Code);
        Assert.Equal("procedure.version-in-use", inUse.Code);
    }

    [Fact]
    public async Task A_version_that_a_case_follows_cannot_be_deleted()
    {
        var procedure = await office.Server.ReadAsync(db =>
            db.Definitions.AsNoTracking().SingleAsync(d => d.DefinitionId == "statement-of-account")
        );
        await new Support.Society(office.Server).FileAsync("statement-of-account");
        await office.SendAsync(new RetractDefinition("statement-of-account", null, office.Omar));

        var refusal = await office.RefusedAsync(new DeleteVersion(procedure.Id, office.Omar));

        Assert.Equal("procedure.version-in-use", refusal.Code);
        await Assert.ThrowsAsync<SqliteException>(() =>
            office.Server.ReadAsync(db =>
                db.Database.ExecuteSqlAsync($"""DELETE FROM "Definitions" WHERE "Id" = {procedure.Id}""")
            )
        );
    }

    [Fact]
    public async Task Deleting_the_latest_draft_leaves_the_one_before_as_the_latest()
    {
        var first = await office.PublishedAsync("deleted-draft");
        var draft = await office.SaveAsync(Procedure.Saying("deleted-draft", "two"), first);

        await office.SendAsync(new DeleteVersion(draft.Id, office.Omar));

        Assert.Equal(first.Id, (await office.VersionsAsync("deleted-draft")).Single(v => v.IsLatest).Id);
    }

    [Fact]
    public async Task A_procedure_that_a_service_rests_on_cannot_be_deleted()
    {
        var refusal = await office.RefusedAsync(new DeleteDefinition("member-service-request", office.Omar));

        Assert.Equal("procedure.serves", refusal.Code);
    }

    [Theory]
    [InlineData("""UPDATE "Definitions" SET "Json" = '[]' WHERE "Id" = {0}""")]
    [InlineData("""UPDATE "Definitions" SET "ContentHash" = 'c1-0' WHERE "Id" = {0}""")]
    public async Task The_database_itself_keeps_what_was_published(string change)
    {
        var version = await office.PublishedAsync($"kept-{change.Length}");

        var refused = await Assert.ThrowsAsync<SqliteException>(() =>
            office.Server.ReadAsync(db => db.Database.ExecuteSqlRawAsync(change, version.Id))
        );

        Assert.Contains("published", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE "Definitions" SET "IsLatest" = 1 WHERE "Id" = {0}""")]
    [InlineData("""UPDATE "Definitions" SET "IsPublished" = 1 WHERE "Id" = {0}""")]
    public async Task The_database_itself_holds_one_latest_and_one_published_version(string second)
    {
        var first = await office.PublishedAsync($"one-{second.Length}");
        await office.PublishAsync(await office.SaveAsync(Procedure.Saying($"one-{second.Length}", "two"), first));

        var refused = await Assert.ThrowsAsync<SqliteException>(() =>
            office.Server.ReadAsync(db => db.Database.ExecuteSqlRawAsync(second, first.Id))
        );

        Assert.Contains("UNIQUE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_leaves_who_when_why_before_and_after()
    {
        var first = await office.PublishedAsync("audited", "one");
        var second = await office.SaveAsync(Procedure.Saying("audited", "two"), first);
        await office.PublishAsync(second, reason: "نص أوضح");

        var line = await office.Server.ReadAsync(db =>
            db.Audit.Where(a => a.Code == "procedure.published").OrderByDescending(a => a.Id).FirstAsync()
        );

        var facts = FactsJson.Read(line.Facts);
        Assert.Equal(office.Omar.UserId, line.ActorId);
        Assert.Equal("نص أوضح", facts["reason"]);
        Assert.Equal(first.ContentHash, facts["before"]);
        Assert.Equal(second.ContentHash, facts["after"]);
    }
}
