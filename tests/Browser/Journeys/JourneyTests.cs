using CaseFlow.Browser.Support;

namespace CaseFlow.Browser.Journeys;

/// <summary>A request from the first click to the evaluation, in Arabic, by everybody who has a hand in it.</summary>
public sealed class JourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [BrowserFact]
    public async Task A_request_travels_from_the_member_to_the_service_and_back()
    {
        await using var sara = await site.VisitAsync("sara");
        await using var noura = await site.VisitAsync("noura");
        await using var turki = await site.VisitAsync("turki");

        await sara.FillInAsync(site);
        Assert.Contains("عبدالعزيز المقرن", await sara.ReadAsync());
        var number = await sara.SubmitAsync();

        await noura.ReceiveAsync(number);
        await noura.MatchAsync(site, number);
        await sara.SignAsync(site, number);
        await noura.ExplainAsync(number);
        await StudyAsync(number);

        await sara.OpenAsync($"/my/cases/{number}");
        Assert.DoesNotContain(Words.Portal("Reply.Accept"), await sara.ReadAsync());
        await sara.PassAFortnightAsync();
        await sara.OpenAsync($"/my/cases/{number}");
        Assert.Contains(Words.Portal("Reply.Accept"), await sara.ReadAsync());
        await ReadLetterAsync(sara);

        await turki.RegisterAsync(number);
        await turki.ProvideAsync(site, number);
        await ConfirmAsync(sara, number);
        await EvaluateAsync(sara, number);
        foreach (var person in new[] { sara, noura, turki })
            person.Guard.AssertNothingWentWrong();
    }

    private async Task StudyAsync(string number)
    {
        foreach (var name in new[] { "latifa", "majed", "abdulrahman" })
        {
            await using var voter = await site.VisitAsync(name);
            await voter.VoteAsync(number);
            if (name == "abdulrahman")
                await voter.DecideAsync(number);
            voter.Guard.AssertNothingWentWrong();
        }
    }

    private static async Task ReadLetterAsync(Visitor member)
    {
        await member.Page.Locator("a[href^='/letters/']").First.ClickAsync();
        await member.Page.WaitForURLAsync("**/letters/*");
        Assert.Contains("الرد على طلبكم", await member.Page.Locator("h1").InnerTextAsync());
        var paper = await member.Page.FrameLocator("[data-letter]").Locator("body").InnerTextAsync();
        Assert.Contains("سارة بنت محمد العتيبي", paper);
        Assert.Contains("قبول", paper);
    }

    private static async Task ConfirmAsync(Visitor member, string number)
    {
        await member.OpenAsync($"/my/cases/{number}");
        await member.Page.Locator(".task-card a").ClickAsync();
        await member.PressAsync(Words.Portal("Outcome.Confirmed"));
        await member.Page.WaitForURLAsync($"**/my/cases/{number}");
        Assert.Contains(Words.Portal("Task.Done.Confirmed"), await member.ReadAsync());
    }

    private static async Task EvaluateAsync(Visitor member, string number)
    {
        await member.FollowAsync(Words.Portal("Evaluate.Act"));
        foreach (var question in new[] { "ease", "clarity", "speed" })
            await member.Page.ChooseAsync(question, "5");
        await member.PressAsync(Words.Portal("Evaluate.Send"));
        await member.Page.WaitForURLAsync($"**/my/cases/{number}");
        Assert.Contains(Words.Portal("Evaluate.Received"), await member.ReadAsync());
    }
}
