using CaseFlow.Browser.Support;

namespace CaseFlow.Browser.Journeys;

/// <summary>Before the signature the member may change what was given, and take back what need not be given (P55).</summary>
public sealed class ReadBackTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Circumstances = "أعول والدتي";

    [BrowserFact]
    public async Task An_optional_answer_is_emptied_and_stands_no_more_in_what_is_signed()
    {
        var number = await site.Society.FileAsync();
        await site.Society.ReceiveAsync(number);
        await site.Society.MatchAsync(number);
        var task = await (await site.Society.AsAsync("sara")).TaskAsync(number, "CaseFlow.SignDeclaration");
        await using var sara = await site.VisitAsync("sara");
        await sara.OpenAsync($"/my/tasks/{task["id"]}");
        Assert.Contains(Circumstances, await sara.ReadAsync());

        await sara.OpenAsync($"/my/tasks/{task["id"]}?correct=true");
        await sara.Page.Locator("#field-circumstances").FillAsync("");
        await sara.PressAsync(Words.Portal("Task.Correct.Act"));
        await sara.Page.WaitForURLAsync($"**/my/cases/{number}");
        await site.Society.MatchAsync(number);
        task = await (await site.Society.AsAsync("sara")).TaskAsync(number, "CaseFlow.SignDeclaration");
        await sara.OpenAsync($"/my/tasks/{task["id"]}");

        Assert.DoesNotContain(Circumstances, await sara.ReadAsync());
        sara.Guard.AssertNothingWentWrong();
    }
}
