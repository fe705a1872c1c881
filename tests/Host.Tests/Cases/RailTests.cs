using System.Text.RegularExpressions;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>The rail of the seven steps promises no step that will not come.</summary>
public sealed class RailTests : IDisposable
{
    private readonly CaseFlowServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_service_without_the_committee_shows_its_steps_as_not_needed()
    {
        var number = await new Society(_server).FileAsync("statement-of-account");

        Assert.Equal(3, await NotNeededAsync($"/my/cases/{number}", "sara"));
    }

    [Fact]
    public async Task After_a_rejection_registration_and_service_are_not_still_to_come()
    {
        var society = new Society(_server);
        var number = await society.FileForStudyAsync();
        await society.DecideAsync(number, "reject");
        await _server.PassAsync(TimeSpan.FromDays(14));

        Assert.Equal(2, await NotNeededAsync($"/cases/{number}", "noura"));
    }

    private async Task<int> NotNeededAsync(string address, string reader) =>
        Regex.Count(await (await Browser.SignInAsync(_server, reader)).ReadAsync(address), "rail-skipped");
}
