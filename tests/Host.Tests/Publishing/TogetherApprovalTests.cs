using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Library;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>As it is shipped for Production: a reason and a second administrator.</summary>
public sealed class TogetherApprovalTests(StrictOffice office) : IClassFixture<StrictOffice>
{
    [Fact]
    public async Task A_second_administrator_brings_in_all_of_them_at_once()
    {
        var (letter, form, publications) = await HandInAsync("letters/registration", "forms/delivery");

        await office.SendAsync(new ApprovePublication(publications[0].Id, office.Layan));

        Assert.True((await office.RowAsync(letter.Id)).IsPublished);
        Assert.True((await office.RowAsync(form.Id)).IsPublished);
        var told = await office.Server.ReadAsync(db =>
            db.Audit.Where(a => a.Code == "library.published" && a.ActorId == office.Layan.UserId).CountAsync()
        );
        Assert.Equal(2, told);
    }

    [Fact]
    public async Task Whoever_wrote_one_of_them_approves_none()
    {
        var (letter, form, publications) = await HandInAsync("letters/missing-items", "forms/maintenance");

        var refusal = await office.RefusedAsync(new ApprovePublication(publications[0].Id, office.Hind));

        Assert.Equal("publication.own-work-not-yours", refusal.Code);
        Assert.False((await office.RowAsync(letter.Id)).IsPublished);
        Assert.False((await office.RowAsync(form.Id)).IsPublished);
    }

    [Fact]
    public async Task A_refusal_refuses_all_of_them_and_they_are_drafts_again()
    {
        var (letter, form, publications) = await HandInAsync("letters/study-notice", "forms/explanation");

        await office.SendAsync(new RefusePublication(publications[1].Id, "النص غير واضح", office.Layan));

        Assert.False((await office.RowAsync(letter.Id)).IsFrozen);
        Assert.False((await office.RowAsync(form.Id)).IsFrozen);
    }

    [Fact]
    public async Task What_no_longer_fits_when_it_is_approved_stays_out_as_a_whole()
    {
        var child = await office.SaveAsync(Procedure.Saying("approved-part", "one"));
        var other = await office.SaveAsync(Procedure.Saying("approved-with-it", "one"));
        await office.SendAsync(new PublishDefinition(child.Id, child.Mark, "سبب", null, office.Omar));
        await office.SendAsync(
            new ApprovePublication(
                await office.Server.ReadAsync(db =>
                    db.Publications.Where(p => p.VersionId == child.Id).Select(p => p.Id).SingleAsync()
                ),
                office.Layan
            )
        );
        var parent = await office.SaveAsync(Procedure.Using("approved-user", "approved-part"));
        var handed = await office.PublishTogetherAsync([parent, other], reason: "سبب");
        await office.Server.ReadAsync(db =>
            db.Definitions.Where(d => d.Id == child.Id)
                .ExecuteUpdateAsync(d =>
                    d.SetProperty(r => r.IsPublished, false).SetProperty(r => r.PublishedAt, (DateTimeOffset?)null)
                )
        );

        var answer = await office.SendAsync(new ApprovePublication(handed.Publications[0].Id, office.Layan));

        Assert.False(answer.Passed);
        Assert.All(answer.Findings, f => Assert.Equal("approved-user", f.In));
        Assert.False((await office.RowAsync(other.Id)).IsPublished);
        Assert.True((await office.RowAsync(other.Id)).IsFrozen);
    }

    /// <summary>A letter that Omar wrote and a form that Hind wrote, handed in by Omar.</summary>
    private async Task<(
        DefinitionRow Letter,
        DefinitionRow Form,
        IReadOnlyList<PublicationRow> Publications
    )> HandInAsync(string letterId, string formId)
    {
        var letter = await office.DraftAsync(letterId, d => d.Saying("<p>", "<p>1: "));
        var form = await office.DraftAsync(
            formId,
            d => d.Saying("\"title\": { \"ar\": \"", "\"title\": { \"ar\": \"جديد "),
            office.Hind
        );
        var answer = await office.PublishTogetherAsync([letter, form], reason: "سبب");
        return (letter, form, answer.Publications);
    }
}
