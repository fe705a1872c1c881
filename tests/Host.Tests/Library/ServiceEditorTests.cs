using System.Net;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;

namespace CaseFlow.Host.Tests.Library;

/// <summary>The editor of services, as a browser without scripts sees it.</summary>
public sealed class ServiceEditorTests(Office office) : IClassFixture<Office>
{
    [Theory]
    [InlineData("rent-support")]
    [InlineData("maintenance")]
    [InlineData("statement-of-account")]
    public async Task Saving_a_service_as_it_is_changes_nothing(string code)
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var page = $"/library/services/{code}/edit";

        await omar.PostAsync(page, Typed.Fields(await omar.ReadAsync(page), ("act", "save")));

        Assert.Single(await office.VersionsAsync($"services/{code}"));
    }

    [Fact]
    public async Task A_new_service_stands_in_the_portal_once_it_is_published()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var start = await omar.ReadAsync("/library/services/new?from=maintenance");
        await omar.PostAsync(
            "/library/services/new",
            Typed.Fields(
                start,
                ("act", "save"),
                ("newKey", "roof-repair"),
                ("name.ar", "إصلاح السطح"),
                ("name.en", "Repair of the roof")
            )
        );
        var sara = await Browser.SignInAsync(office.Server, "sara");
        var before = await sara.ReadAsync("/my/new");
        var draft = Assert.Single(await office.VersionsAsync("services/roof-repair"));

        await office.SendAsync(new PublishDefinition(draft.Id, draft.Mark, null, null, office.Omar));

        Assert.DoesNotContain("إصلاح السطح", before, StringComparison.Ordinal);
        Assert.Contains("إصلاح السطح", await sara.ReadAsync("/my/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_document_cannot_prove_is_said_at_that_document()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        const string Page = "/library/services/unit-allocation/edit";
        var fields = Typed.Fields(
            await omar.ReadAsync(Page),
            ("act", "check"),
            ("evidence[0].validity.kind", "issuedWithinDays"),
            ("evidence[0].validity.days", ""),
            ("evidence[1].requiredWhen.field", "noSuchField"),
            ("evidence[1].requiredWhen.equals", "true")
        );

        var page = await (await omar.PostAsync(Page, fields)).Content.ReadAsStringAsync();

        Assert.Contains("id=\"field-evidence-0-validity-days-error\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"field-evidence-1-requiredWhen-field-error\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_a_committee_and_without_a_clause_that_allows_it_is_not_publishable()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        const string Page = "/library/services/share-refund/edit";
        var fields = Typed.Fields(await omar.ReadAsync(Page), ("act", "check"));
        fields.Remove("requiresStudy");

        var page = await (await omar.PostAsync(Page, fields)).Content.ReadAsStringAsync();

        Assert.Contains("id=\"field-directClause-error\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_changes_no_service()
    {
        var salma = await Browser.SignInAsync(office.Server, "salma");

        var answer = await salma.PostAsync("/library/services/maintenance/edit", new() { ["act"] = "save" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
