using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>The staff's list of cases.</summary>
public abstract class CaseListTests : DatabaseTests
{
    private const int PageSize = 25;

    [DatabaseFact]
    public async Task The_second_page_goes_on_where_the_first_one_ends()
    {
        var society = new Society(Server);
        var first = await society.FileAsync("statement-of-account");
        for (var i = 0; i < PageSize; i++)
            await society.FileAsync("statement-of-account");
        var noura = await Browser.SignInAsync(Server, "noura");

        Assert.DoesNotContain($"/cases/{first}", await noura.ReadAsync("/cases"), StringComparison.Ordinal);
        Assert.Contains($"/cases/{first}", await noura.ReadAsync("/cases?p=2"), StringComparison.Ordinal);
    }

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : CaseListTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : CaseListTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : CaseListTests;
}
