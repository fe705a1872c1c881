using CaseFlow.Browser.Support;

namespace CaseFlow.Browser.Journeys;

/// <summary>Scripts make the pages quicker; nothing that a member must do needs one.</summary>
public sealed class WithoutScriptTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [BrowserFact]
    public async Task A_member_files_and_signs_a_request_without_javascript()
    {
        await using var sara = await site.VisitAsync("sara", scripts: false);

        await sara.FillInAsync(site);
        var number = await sara.SubmitAsync();
        await site.Society.ReceiveAsync(number);
        await site.Society.MatchAsync(number);
        await sara.SignAsync(site, number);

        Assert.Contains(Words.Portal("Task.Done.Signed"), await sara.ReadAsync());
        sara.Guard.AssertNothingWentWrong();
    }
}
