using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>The audit trail tells overseers everything, and the committee's part only after the reply (P59).</summary>
public abstract class AuditTrailTests : DatabaseTests
{
    private const string Sealed = "صدر قرار اللجنة وحُجب";
    private static readonly TimeSpan Floor = TimeSpan.FromDays(14);
    private readonly CaseFlowServer _accepting;
    private readonly CaseFlowServer _rejecting;

    protected AuditTrailTests() =>
        (_accepting, _rejecting) = (new() { Database = Database }, new() { Database = Database });

    public override async Task DisposeAsync()
    {
        await _accepting.DisposeAsync();
        await _rejecting.DisposeAsync();
    }

    [DatabaseTheory]
    [InlineData("salma")]
    [InlineData("omar")]
    public async Task No_line_of_the_committee_is_listed_before_the_reply_and_all_are_after_it(string overseer)
    {
        var number = await DecideAsync(_accepting, "accept");
        var browser = await Browser.SignInAsync(_accepting, overseer);

        var before = await browser.ReadAsync($"/audit?case={number}");
        await _accepting.PassAsync(Floor);
        var after = await browser.ReadAsync($"/audit?case={number}");

        foreach (var code in new[] { "study.voted", "study.decision-sealed", "study.release-opened" })
            Assert.DoesNotContain(code, before, StringComparison.Ordinal);
        Assert.DoesNotContain(Sealed, Decoded(before), StringComparison.Ordinal);
        Assert.Contains(Sealed, Decoded(after), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Until_the_floor_the_pages_of_an_accepted_and_a_rejected_request_are_the_same()
    {
        Assert.Equal(
            await PagesAsync(_accepting, "accept", Floor - TimeSpan.FromSeconds(1)),
            await PagesAsync(_rejecting, "reject", Floor - TimeSpan.FromSeconds(1))
        );
    }

    [DatabaseFact]
    public async Task At_the_floor_the_pages_differ()
    {
        Assert.NotEqual(await PagesAsync(_accepting, "accept", Floor), await PagesAsync(_rejecting, "reject", Floor));
    }

    [DatabaseFact]
    public async Task Lines_are_found_by_person_kind_and_day()
    {
        var society = new Society(_accepting);
        var number = await society.FileAsync();
        await _accepting.PassAsync(TimeSpan.FromDays(2));
        await society.ReceiveAsync(number);
        var salma = await Browser.SignInAsync(_accepting, "salma");

        Assert.Equal(1, Lines(await salma.ReadAsync("/audit?person=Noura")));
        Assert.Equal(1, Lines(await salma.ReadAsync("/audit?code=case.opened")));
        Assert.Equal(1, Lines(await salma.ReadAsync("/audit?from=2026-11-24&to=2026-11-24&code=case.received")));
        Assert.Equal(0, Lines(await salma.ReadAsync("/audit?to=2026-11-23&code=case.received")));
    }

    [DatabaseFact]
    public async Task A_long_trail_is_read_page_by_page()
    {
        var society = new Society(_accepting);
        for (var i = 0; i < 15; i++)
            await society.ReceiveAsync(await society.FileAsync("statement-of-account"));
        var salma = await Browser.SignInAsync(_accepting, "salma");

        var first = await salma.ReadAsync("/audit");
        var second = await salma.ReadAsync("/audit?p=2");

        Assert.Equal(40, Lines(first));
        Assert.InRange(Lines(second), 1, 40);
        Assert.Contains("href=\"/audit?p=2\"", first, StringComparison.Ordinal);
    }

    private static async Task<string> DecideAsync(CaseFlowServer server, string choice)
    {
        var society = new Society(server);
        var number = await society.FileForStudyAsync();
        await society.DecideAsync(number, choice);
        return number;
    }

    private static async Task<string> PagesAsync(CaseFlowServer server, string choice, TimeSpan after)
    {
        await DecideAsync(server, choice);
        await server.PassAsync(after);
        var pages = new List<string>();
        foreach (var overseer in new[] { "salma", "omar" })
        {
            var browser = await Browser.SignInAsync(server, overseer);
            foreach (var address in new[] { "/audit", "/administration", "/administration?tab=procedures" })
                pages.Add(await browser.StableAsync(address));
        }
        return string.Join('\n', pages);
    }

    private static int Lines(string page) => Regex.Count(page, "class=\"timeline-entry ");

    private static string Decoded(string page) => WebUtility.HtmlDecode(page);

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : AuditTrailTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : AuditTrailTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : AuditTrailTests;
}
