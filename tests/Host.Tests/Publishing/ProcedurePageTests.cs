using System.Net;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>The pages on which administrators bring changes into force, as a browser without scripts sees them.</summary>
public sealed class ProcedurePageTests(StrictOffice office) : IClassFixture<StrictOffice>
{
    [Fact]
    public async Task The_list_says_what_is_in_force()
    {
        var page = await (await Browser.SignInAsync(office.Server, "salma")).ReadAsync("/procedures");

        Assert.Contains("/procedures/member-service-request", page, StringComparison.Ordinal);
        Assert.Contains("معمول بالإصدار", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/procedures")]
    [InlineData("/procedures/member-service-request")]
    [InlineData("/procedures/member-service-request/publication")]
    public async Task Whoever_does_tasks_sees_none_of_it(string address)
    {
        var noura = await Browser.SignInAsync(office.Server, "noura");

        Assert.False((await noura.GetAsync(address)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task An_auditor_reads_and_is_offered_nothing_to_do()
    {
        var salma = await Browser.SignInAsync(office.Server, "salma");

        var page = await salma.ReadAsync("/procedures/member-service-request");
        var answer = await salma.PostAsync("/procedures/member-service-request/retract", new() { ["reason"] = "سبب" });

        Assert.DoesNotContain("/retract", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_publish_page_asks_for_the_reason_and_a_second_administrator_brings_it_into_force()
    {
        var draft = await office.SaveAsync(Procedure.Saying("by-page", "one", "إجراء الصفحة"));
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var silent = await omar.PostAsync("/procedures/by-page/publication?version=1", new() { ["seen"] = draft.Mark });
        await omar.PostAsync(
            "/procedures/by-page/publication?version=1",
            new() { ["seen"] = draft.Mark, ["reason"] = "نص أوضح" }
        );
        var waiting = await office.Server.ReadAsync(db =>
            db.Publications.Where(p => p.DefinitionId == "by-page").Select(p => p.Id).SingleAsync()
        );
        var own = await omar.PostAsync($"/procedures/by-page/approve?publication={waiting}");

        var hind = await Browser.SignInAsync(office.Server, "hind");
        Assert.Contains("نص أوضح", await hind.ReadAsync("/procedures/by-page"), StringComparison.Ordinal);
        await hind.PostAsync($"/procedures/by-page/approve?publication={waiting}");

        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, own.StatusCode);
        Assert.True((await office.RowAsync(draft.Id)).IsPublished);
    }

    [Fact]
    public async Task What_keeps_a_version_out_is_said_with_its_activity()
    {
        var draft = await office.SaveAsync(
            Procedure.Of("faulty-page", "faulty-page", Procedure.Node("mystery", "Nobody.KnowsThis"))
        );
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync(
            "/procedures/faulty-page/publication?version=1",
            new() { ["seen"] = draft.Mark, ["reason"] = "سبب" }
        );
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("mystery", page, StringComparison.Ordinal);
        Assert.Contains("لا يوجد هنا نوع نشاط", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comparison_says_each_change_in_one_sentence()
    {
        var first = await office.SaveAsync(Procedure.Saying("compared", "one"));
        await office.SendAsync(new PublishDefinition(first.Id, first.Mark, "سبب", null, office.Omar));
        await office.SaveAsync(Procedure.Saying("compared", "two"), await office.RowAsync(first.Id));
        var salma = await Browser.SignInAsync(office.Server, "salma");

        var page = await salma.ReadAsync("/procedures/compared/compare?before=1&after=2");

        Assert.Contains("تغيّر", page, StringComparison.Ordinal);
        Assert.Contains("one", page, StringComparison.Ordinal);
        Assert.Contains("two", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_counts_the_cases_at_each_step_and_does_not_tell_study_from_gate()
    {
        await new Society(office.Server).FileAsync();
        var salma = await Browser.SignInAsync(office.Server, "salma");

        var page = await salma.ReadAsync("/procedures/member-service-request");

        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("picture-busy", page, StringComparison.Ordinal);
    }
}
