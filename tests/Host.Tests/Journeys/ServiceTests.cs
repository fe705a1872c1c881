using CaseFlow.Domain.Letters;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>One request of each service, to its end, through the API alone.</summary>
public abstract class ServiceTests : DatabaseTests
{
    [DatabaseTheory]
    [InlineData("rent-support", "sara")]
    [InlineData("unit-allocation", "khalid")]
    [InlineData("maintenance", "maryam")]
    [InlineData("share-refund", "khalid")]
    [InlineData("membership-transfer", "maryam")]
    public async Task A_service_of_the_committee_is_studied_registered_and_served(string service, string member)
    {
        var society = new Society(Server);
        var number = await society.FileForStudyAsync(service, member);
        await society.DecideAsync(number, "accept");
        await Server.PassAsync(TimeSpan.FromDays(14));
        await society.RegisterAsync(number, service);
        await society.ProvideAsync(number);
        await society.ConfirmAsync(number, member);

        Assert.Equal("served", await StatusAsync(society, number, member));
    }

    [DatabaseFact]
    public async Task A_statement_of_account_is_served_without_the_committee()
    {
        var society = new Society(Server);
        var number = await society.FileAsync("statement-of-account");
        await society.ReceiveAsync(number);
        await society.MatchAsync(number, "statement-of-account");
        await society.ProvideAsync(number);
        await society.ConfirmAsync(number);

        Assert.Contains(await StatusAsync(society, number, "sara"), new[] { "served", "answered" });
    }

    [DatabaseFact]
    public async Task A_missing_document_is_asked_for_once_and_the_case_goes_on_when_it_comes()
    {
        var society = new Society(Server);
        var number = await society.FileAsync("rent-support", "sara", "income-proof", "iban-certificate");
        await society.ReceiveAsync(number);
        Assert.Equal(1, await LettersAsync(number, LetterClass.InformationRequest));

        var sara = await society.AsAsync("sara");
        var evidence = new Dictionary<string, string>
        {
            ["income-proof"] = await sara.UploadAsync("income-proof"),
            ["iban-certificate"] = await sara.UploadAsync("iban-certificate"),
        };
        await sara.CompleteAsync(number, "CaseFlow.SupplyItems", "Supplied", new { evidence });

        await society.MatchAsync(number);
        Assert.Equal(1, await LettersAsync(number, LetterClass.InformationRequest));
    }

    [DatabaseFact]
    public async Task A_withdrawn_request_ends_with_an_acknowledgement_and_leaves_no_task_open()
    {
        var society = new Society(Server);
        var number = await society.FileForStudyAsync();
        var sara = await society.AsAsync("sara");
        await sara.MustPostAsync($"/api/cases/{number}/withdrawal", new { reason = "انتفت الحاجة" });

        Assert.Equal("withdrawn", await StatusAsync(society, number, "sara"));
        Assert.Empty((await (await society.AsAsync("latifa")).GetAsync("/api/tasks")).AsArray());
        Assert.Equal(0, await Server.ReadAsync(db => db.Timers.CountAsync()));
    }

    [DatabaseFact]
    public async Task Letters_are_numbered_without_a_gap()
    {
        var society = new Society(Server);
        await society.FileForStudyAsync();
        await society.FileAsync("statement-of-account");

        var numbers = await Server.ReadAsync(db =>
            db.Letters.OrderBy(l => l.Number).Select(l => l.Number).ToListAsync()
        );
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => $"L-1448-{n:00000}"), numbers);
    }

    private static async Task<string> StatusAsync(Society society, string number, string member) =>
        (await (await society.AsAsync(member)).GetAsync($"/api/cases/{number}"))["status"]!.GetValue<string>();

    private Task<int> LettersAsync(string number, LetterClass kind) =>
        Server.ReadAsync(db => db.Letters.CountAsync(l => l.CaseNumber == number && l.Class == kind));

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : ServiceTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : ServiceTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : ServiceTests;
}
