using System.Diagnostics;
using CaseFlow.Browser.Support;
using CaseFlow.Host.Features.ElsaApi;
using CaseFlow.Host.Features.ElsaApi.Descriptors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CaseFlow.Browser.Designer;

/// <summary>The seven steps in the real Elsa Studio: changed, refused, published.</summary>
public sealed class DesignerTests(BrowserSite site, ITestOutputHelper output) : IClassFixture<BrowserSite>
{
    private const string SevenSteps = "member-service-request";

    // What Studio's own drawing says when it takes a simpler way for a line.
    private const string Manhattan = "Unable to execute manhattan algorithm";

    [BrowserFact]
    public async Task A_task_that_is_reworded_and_published_is_new_in_the_next_case_while_an_older_one_keeps_its_own()
    {
        const string words = "أوضح للعضو كيف يُدرس طلبه";
        await using var omar = await site.VisitAsync("omar");
        omar.Guard.Overlook(Manhattan);
        var older = await FileUntilExplanationAsync("sara");

        var began = Stopwatch.GetTimestamp();
        var drawing = await Drawing.OpenAsync(omar, SevenSteps);
        output.WriteLine($"click to open editor: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        await drawing.GoToAsync("explain-study");
        await drawing.SelectAsync("explain-study");
        await drawing.FillInAsync($"{Words.Of<ActivityTexts>("*.Title")} *", words);
        var pressed = Stopwatch.GetTimestamp();
        Assert.Equal(200, await drawing.PublishAsync());
        output.WriteLine($"click to published: {Stopwatch.GetElapsedTime(pressed).TotalSeconds:0.0} s");
        await TakePictureAsync(omar, "published");

        var newer = await FileUntilExplanationAsync("khalid");
        Assert.Contains(words, await TasksAsync(newer));
        Assert.DoesNotContain(words, await TasksAsync(older));
        await FinishAsync(older);
        omar.Guard.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task A_task_that_nothing_leads_to_is_refused_where_Studio_shows_it()
    {
        await using var omar = await site.VisitAsync("omar");
        omar.Guard.Overlook(Manhattan);
        var drawing = await Drawing.OpenAsync(omar, "statement-of-account");
        await drawing.GoToAsync("provide-service");
        await drawing.DragInAsync(
            Words.Of<ElsaTexts>("Group.every"),
            Words.Of<ActivityTexts>("CaseFlow.HumanTask"),
            above: "provide-service"
        );

        omar.Guard.Expect(400);
        Assert.Equal(400, await drawing.PublishAsync());
        Assert.Contains("لا يصل طريق من البداية", await drawing.RefusalAsync());
        await TakePictureAsync(omar, "refused");
        omar.Guard.AssertNothingWentWrong();
    }

    [BrowserFact]
    public async Task Lists_and_viewer_open_for_an_auditor_without_a_word_of_complaint()
    {
        await using var salma = await site.VisitAsync("salma", locale: "en-GB");
        salma.Guard.Overlook(Manhattan);
        var number = await site.Society.FileAsync();

        await salma.OpenAsync("/studio");
        await salma.Page.GetByText("statement-of-account").First.WaitForAsync(new() { Timeout = 180_000 });
        Assert.True(await salma.Page.GetByRole(AriaRole.Button, new() { Name = "Create workflow" }).IsDisabledAsync());
        await salma.OpenAsync($"/studio/instances/{number}");
        await salma.Page.Locator(".x6-node").First.WaitForAsync(new() { Timeout = 180_000 });
        await salma.Page.GetByText("Suspended").First.WaitForAsync();
        salma.Guard.AssertNothingWentWrong();
    }

    private static Task TakePictureAsync(Visitor who, string what) =>
        Pages.Screenshots.TakeAsync(who.Page, "omar", $"/studio/{what}", "ar", new(1440, ColorScheme.Light));

    private async Task<string> FileUntilExplanationAsync(string member)
    {
        var number = await site.Society.FileAsync(member: member);
        await site.Society.ReceiveAsync(number);
        await site.Society.MatchAsync(number);
        await site.Society.SignAsync(number, member);
        return number;
    }

    // The older case goes its own way to the end.
    private async Task FinishAsync(string number)
    {
        await site.Society.ExplainAsync(number);
        await site.Society.DecideAsync(number, "accept");
        await site.Server.PassAsync(TimeSpan.FromDays(14));
        await site.Society.RegisterAsync(number);
        await site.Society.ProvideAsync(number);
        await site.Society.ConfirmAsync(number);
        var status = await site.Server.ReadAsync(db =>
            db.Cases.Where(c => c.Number == number).Select(c => c.Status).SingleAsync()
        );
        Assert.Equal(Domain.Cases.CaseStatus.Closed, status);
    }

    private Task<List<string>> TasksAsync(string number) =>
        site.Server.ReadAsync(db => db.Tasks.Where(t => t.CaseNumber == number).Select(t => t.TitleAr).ToListAsync());
}
