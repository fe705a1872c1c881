using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>The staff's list of cases.</summary>
public sealed class CaseListTests : IAsyncDisposable
{
    private const int PageSize = 25;
    private readonly CaseFlowServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_second_page_goes_on_where_the_first_one_ends()
    {
        var society = new Society(_server);
        var first = await society.FileAsync("statement-of-account");
        for (var i = 0; i < PageSize; i++)
            await society.FileAsync("statement-of-account");
        var noura = await Browser.SignInAsync(_server, "noura");

        Assert.DoesNotContain($"/cases/{first}", await noura.ReadAsync("/cases"), StringComparison.Ordinal);
        Assert.Contains($"/cases/{first}", await noura.ReadAsync("/cases?p=2"), StringComparison.Ordinal);
    }
}
