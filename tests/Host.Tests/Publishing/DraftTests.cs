using CaseFlow.Host.Features.Procedures;

namespace CaseFlow.Host.Tests.Publishing;

public sealed class DraftTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task A_new_procedure_begins_as_the_draft_of_its_first_version()
    {
        var draft = await office.SaveAsync(Procedure.Saying("new", "one"));

        Assert.Equal((1, true, false), (draft.Version, draft.IsLatest, draft.IsPublished));
    }

    [Fact]
    public async Task A_draft_is_changed_in_place()
    {
        var draft = await office.SaveAsync(Procedure.Saying("in-place", "one"));

        var again = await office.SaveAsync(Procedure.Saying("in-place", "two"), draft);

        Assert.Equal(draft.Id, again.Id);
        Assert.Contains("two", (await office.RowAsync(draft.Id)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_what_is_in_force_becomes_a_new_draft_beside_it()
    {
        var published = await office.PublishedAsync("beside");

        var draft = await office.SaveAsync(Procedure.Saying("beside", "two"), published);

        Assert.Equal((2, true, 1), (draft.Version, draft.IsLatest, draft.BasedOn));
        var before = await office.RowAsync(published.Id);
        Assert.Equal((false, true), (before.IsLatest, before.IsPublished));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_who_was_faster_and_nothing_is_overwritten()
    {
        var seenByBoth = await office.SaveAsync(Procedure.Saying("race", "one"));
        await office.SaveAsync(Procedure.Saying("race", "Hind's"), seenByBoth, office.Hind);

        var refusal = await office.RefusedAsync(
            new SaveDraft(Procedure.Saying("race", "Omar's"), seenByBoth.Mark, office.Omar)
        );

        Assert.Equal("procedure.stale", refusal.Code);
        Assert.Equal(office.Hind.Name, refusal.Facts["who"]);
        Assert.Contains("Hind's", (await office.RowAsync(seenByBoth.Id)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_editors_of_what_is_in_force_do_not_each_get_a_draft()
    {
        var published = await office.PublishedAsync("race-of-drafts");
        await office.SaveAsync(Procedure.Saying("race-of-drafts", "Hind's"), published, office.Hind);

        var refusal = await office.RefusedAsync(
            new SaveDraft(Procedure.Saying("race-of-drafts", "Omar's"), published.Id, office.Omar)
        );

        Assert.Equal("procedure.stale", refusal.Code);
        Assert.Equal(2, (await office.VersionsAsync("race-of-drafts")).Count);
    }

    [Fact]
    public async Task An_editor_whose_saves_overlap_is_not_taken_for_two()
    {
        var seen = await office.SaveAsync(Procedure.Saying("overlap", "one"));
        await office.SaveAsync(Procedure.Saying("overlap", "two"), seen);

        var row = await office.SaveAsync(Procedure.Saying("overlap", "three"), seen);

        Assert.Contains("three", row.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_say_what_was_seen_replaces_nothing()
    {
        await office.SaveAsync(Procedure.Saying("unseen", "one"));

        var refusal = await office.RefusedAsync(new SaveDraft(Procedure.Saying("unseen", "two"), null, office.Omar));

        Assert.Equal("procedure.stale", refusal.Code);
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_answered_with_its_problems()
    {
        var saved = await office.SendAsync(new SaveDraft("{ \"root\": ", null, office.Omar));

        Assert.Null(saved.Row);
        Assert.NotEmpty(saved.Problems);
    }

    [Fact]
    public async Task A_draft_may_be_incomplete()
    {
        var json = Procedure.Of("incomplete", "incomplete", Procedure.Node("x", "Nobody.KnowsThis"));

        Assert.NotNull((await office.SendAsync(new SaveDraft(json, null, office.Omar))).Row);
    }

    [Fact]
    public async Task An_auditor_saves_nothing()
    {
        var refusal = await office.RefusedAsync(new SaveDraft(Procedure.Saying("a", "b"), null, office.Salma));

        Assert.Equal("administration.not-your-role", refusal.Code);
    }

    [Fact]
    public async Task An_imported_document_becomes_the_next_version_and_nothing_is_lost()
    {
        var draft = await office.SaveAsync(Procedure.Saying("imported", "half done"));

        var imported = await office.SendAsync(
            new ImportDefinition(Procedure.Saying("imported", "from a file"), office.Hind)
        );

        Assert.Equal((2, false), (imported.Row!.Version, imported.IsNew));
        Assert.Contains("half done", (await office.RowAsync(draft.Id)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_exported_says_the_same_when_it_is_imported_elsewhere()
    {
        var draft = await office.SaveAsync(Procedure.Saying("exported", "نص عربي", "إجراء يُصدّر"));
        var published = (await office.PublishAsync(draft)).Version;
        var file = ExportDefinitions.Write([published]);
        var text = System.Text.Encoding.UTF8.GetString(file.Content);
        var elsewhere = text.Replace("\"exported\"", "\"elsewhere\"", StringComparison.Ordinal);

        var imported = await office.SendAsync(new ImportDefinition(elsewhere, office.Omar));

        Assert.StartsWith("{\n  \"$schema\"", text, StringComparison.Ordinal);
        Assert.EndsWith(".json", file.Name, StringComparison.Ordinal);
        Assert.True(imported.AsksToBePublished);
        Assert.Equal(published.ContentHash, imported.Row!.ContentHash);
    }

    [Fact]
    public async Task Going_back_to_a_version_makes_a_draft_of_it_and_publishes_nothing()
    {
        var first = await office.PublishedAsync("back", "one");
        var second = await office.SaveAsync(Procedure.Saying("back", "two"), first);
        await office.PublishAsync(second);

        var draft = await office.SendAsync(new RevertDefinition("back", 1, office.Omar));

        Assert.Equal((3, first.ContentHash, 1), (draft.Version, draft.ContentHash, draft.BasedOn));
        Assert.True((await office.RowAsync(second.Id)).IsPublished);
    }
}
