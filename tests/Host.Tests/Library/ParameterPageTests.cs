using System.Net;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;

namespace CaseFlow.Host.Tests.Library;

/// <summary>The page with the values of the policy, as a browser without scripts sees it.</summary>
public sealed class ParameterPageTests(Office office) : IClassFixture<Office>
{
    private const string Page = "/library/policy/parameters/edit";

    private static readonly Dictionary<string, string> Shipped = new()
    {
        ["studyFloorDays"] = "14",
        ["studyTargetDays"] = "30",
        ["zone"] = "Asia/Riyadh",
        ["releaseCalendar"] = "",
        ["quorumMinimum"] = "2",
        ["minimumDeliberation"] = "",
        ["evaluationWindowDays"] = "90",
        ["confirmationDays"] = "14",
        ["publishReason"] = "",
        ["publishApprover"] = "",
    };

    [Fact]
    public async Task An_auditor_reads_the_values_with_their_clauses_and_changes_none()
    {
        var salma = await Browser.SignInAsync(office.Server, "salma");

        var page = await salma.ReadAsync(Page);
        var answer = await salma.PostAsync(Page, new(Shipped) { ["act"] = "save" });

        Assert.Contains("/policy#P59", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"save\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_does_tasks_does_not_see_the_values_page() =>
        Assert.False((await (await Browser.SignInAsync(office.Server, "noura")).GetAsync(Page)).IsSuccessStatusCode);

    [Theory]
    [InlineData("studyFloorDays", "13")]
    [InlineData("studyFloorDays", "١٣")]
    [InlineData("studyFloorDays", "14.5")]
    [InlineData("studyFloorDays", "two weeks")]
    [InlineData("studyFloorDays", "99999999999999999999")]
    [InlineData("studyTargetDays", "10")]
    [InlineData("quorumMinimum", "")]
    [InlineData("zone", "Mars/Olympus")]
    [InlineData("publishApprover", "perhaps")]
    public async Task A_value_that_the_policy_does_not_allow_is_refused_at_its_field(string key, string value)
    {
        var before = (await office.VersionsAsync("policy/parameters")).Count;
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync(Page, await With(omar, (key, value)));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"href=\"#field-{key}\"", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"field-{key}-error\"", page, StringComparison.Ordinal);
        Assert.Equal(before, (await office.VersionsAsync("policy/parameters")).Count);
    }

    [Fact]
    public async Task The_preview_says_from_when_a_request_could_be_answered_in_both_calendars()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var sent = await With(omar, ("studyFloorDays", "٢١"));
        sent["act"] = "preview";

        var page = await (await omar.PostAsync(Page, sent)).Content.ReadAsStringAsync();

        // Raised on 22 November 2026: three weeks later instead of two.
        Assert.Contains("١٣ ديسمبر ٢٠٢٦ م", page, StringComparison.Ordinal);
        Assert.Contains("٤ رجب ١٤٤٨ هـ", page, StringComparison.Ordinal);
        Assert.Contains("بدلًا من", page, StringComparison.Ordinal);
        Assert.Contains("٦ ديسمبر ٢٠٢٦ م", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_is_a_draft_and_nothing_in_force_changes()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync(Page, await With(omar, ("confirmationDays", "21")));

        var latest = (await office.VersionsAsync("policy/parameters"))[^1];
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(latest.IsPublished);
        Assert.Contains("21", latest.Json, StringComparison.Ordinal);
        Assert.Equal(14, office.Server.Library.Parameters.ConfirmationDays);
    }

    [Fact]
    public async Task Whoever_was_slower_is_told_who_was_faster_and_keeps_what_was_typed()
    {
        var (omar, hind) = (
            await Browser.SignInAsync(office.Server, "omar"),
            await Browser.SignInAsync(office.Server, "hind")
        );
        var slow = await With(omar, ("confirmationDays", "77"));
        await hind.PostAsync(Page, await With(hind, ("confirmationDays", "33")));

        var answer = await omar.PostAsync(Page, slow);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(office.Hind.Name, page, StringComparison.Ordinal);
        Assert.Contains("value=\"77\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loosening_the_rules_of_publishing_is_subject_to_the_rules_as_they_stand()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        await omar.PostAsync(Page, await With(omar, ("publishApprover", "true")));
        var strict = (await office.VersionsAsync("policy/parameters"))[^1];
        var first = await office.SendAsync(new PublishDefinition(strict.Id, strict.Mark, null, null, office.Omar));
        await omar.PostAsync(Page, await With(omar, ("publishApprover", "false")));
        var loose = (await office.VersionsAsync("policy/parameters"))[^1];

        var second = await office.SendAsync(new PublishDefinition(loose.Id, loose.Mark, null, null, office.Omar));

        Assert.Equal(PublicationState.Live, first.Publication!.State);
        Assert.Equal(PublicationState.Waiting, second.Publication!.State);
    }

    [Fact]
    public async Task A_huge_value_gets_a_clear_answer()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync(Page, await With(omar, ("zone", new string('ع', 300_000))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>What the page posts when one of the shipped values is typed over.</summary>
    private static async Task<Dictionary<string, string>> With(Browser browser, (string Key, string Value) typed) =>
        new(Shipped)
        {
            ["act"] = "save",
            ["seen"] = Typed.Hidden(await browser.ReadAsync(Page), "seen"),
            [typed.Key] = typed.Value,
        };
}
