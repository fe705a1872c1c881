using CaseFlow.Host.Features.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Publishing;

public sealed class SecondApproverTests(StrictOffice office) : IClassFixture<StrictOffice>
{
    [Fact]
    public async Task Without_a_reason_nothing_is_handed_in()
    {
        var draft = await office.SaveAsync(Procedure.Saying("no-reason", "one"));

        var refusal = await office.RefusedAsync(new PublishDefinition(draft.Id, draft.Mark, " ", null, office.Omar));

        Assert.Equal("procedure.reason-missing", refusal.Code);
    }

    [Fact]
    public async Task Nothing_is_in_force_before_another_administrator_agrees()
    {
        var (version, publication) = await HandInAsync("agrees");
        Assert.False((await office.RowAsync(version)).IsPublished);

        await office.SendAsync(new ApprovePublication(publication, office.Hind));

        Assert.True((await office.RowAsync(version)).IsPublished);
    }

    [Fact]
    public async Task Nobody_approves_what_he_asked_for()
    {
        var (_, publication) = await HandInAsync("own");

        var refusal = await office.RefusedAsync(new ApprovePublication(publication, office.Omar));

        Assert.Equal("publication.own-work-not-yours", refusal.Code);
    }

    [Fact]
    public async Task Nobody_approves_what_he_wrote_although_another_asked_for_it()
    {
        var draft = await office.SaveAsync(Procedure.Saying("wrote", "one"), by: office.Hind);
        var answer = await office.PublishAsync(draft, reason: "سبب");

        var refusal = await office.RefusedAsync(new ApprovePublication(answer.Publication!.Id, office.Hind));

        Assert.Equal("publication.own-work-not-yours", refusal.Code);
    }

    [Fact]
    public async Task An_auditor_approves_nothing()
    {
        var (_, publication) = await HandInAsync("auditor");

        var refusal = await office.RefusedAsync(new ApprovePublication(publication, office.Salma));

        Assert.Equal("administration.not-your-role", refusal.Code);
    }

    [Fact]
    public async Task What_waits_for_approval_is_not_changed_by_further_work()
    {
        var (version, publication) = await HandInAsync("further");
        var waiting = await office.RowAsync(version);

        var draft = await office.SaveAsync(Procedure.Saying("further", "two"), waiting);
        await office.SendAsync(new ApprovePublication(publication, office.Hind));

        Assert.NotEqual(version, draft.Id);
        Assert.Equal(waiting.ContentHash, (await office.RowAsync(version)).ContentHash);
        Assert.True((await office.RowAsync(draft.Id)).IsLatest);
    }

    [Fact]
    public async Task What_is_refused_needs_a_reason_and_may_be_mended()
    {
        var (version, publication) = await HandInAsync("refused");
        var silent = await office.RefusedAsync(new RefusePublication(publication, "", office.Hind));

        await office.SendAsync(new RefusePublication(publication, "النص غير واضح", office.Hind));

        Assert.Equal("procedure.reason-missing", silent.Code);
        var row = await office.RowAsync(version);
        Assert.False(row.IsFrozen);
        Assert.Equal(version, (await office.SaveAsync(Procedure.Saying("refused", "two"), row)).Id);
    }

    [Fact]
    public async Task What_was_approved_waits_for_its_day()
    {
        var draft = await office.SaveAsync(Procedure.Saying("approved-day", "one"));
        var answer = await office.PublishAsync(draft, office.Server.Now.AddHours(3), "سبب");
        await office.SendAsync(new ApprovePublication(answer.Publication!.Id, office.Hind));
        Assert.False((await office.RowAsync(draft.Id)).IsPublished);

        await office.Server.PassAsync(TimeSpan.FromHours(3));
        await office.SweepAsync();

        Assert.True((await office.RowAsync(draft.Id)).IsPublished);
    }

    [Fact]
    public async Task A_publication_is_decided_once()
    {
        var (_, publication) = await HandInAsync("once");
        await office.SendAsync(new ApprovePublication(publication, office.Hind));

        var refusal = await office.RefusedAsync(new RefusePublication(publication, "متأخر", office.Hind));

        Assert.Equal("publication.decided", refusal.Code);
    }

    [Fact]
    public async Task A_procedure_of_the_folder_is_in_force_when_it_is_installed()
    {
        var row = await office.Server.ReadAsync(db =>
            db.Definitions.SingleAsync(d => d.DefinitionId == "member-service-request")
        );

        Assert.True(row.IsPublished);
    }

    private async Task<(string Version, string Publication)> HandInAsync(string id)
    {
        var draft = await office.SaveAsync(Procedure.Saying(id, "one"));
        var answer = await office.PublishAsync(draft, reason: "سبب");
        return (draft.Id, answer.Publication!.Id);
    }
}
