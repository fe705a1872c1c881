using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Browser.Support;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.ElsaApi;
using CaseFlow.Host.Features.ElsaApi.Descriptors;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using Ui = CaseFlow.Host.Ui.Texts;

namespace CaseFlow.Browser.Designer;

/// <summary>The seven steps in the real Elsa Studio: changed, refused, published.</summary>
public sealed class DesignerTests(DesignerSite site, ITestOutputHelper output) : IClassFixture<DesignerSite>
{
    // WebAssembly starts slowly on a busy machine.
    private const float Patience = 180_000;
    private const string SevenSteps = "member-service-request";
    private const string Statement = "statement-of-account";

    private static readonly string Title = $"{Words.Of<ActivityTexts>("*.Title")} *";

    // What Studio's own drawing says when it takes a simpler way for a line.
    private const string Manhattan = "Unable to execute manhattan algorithm";

    [BrowserFact]
    public async Task A_procedure_is_changed_refused_mended_published_and_rolled_back_while_an_older_case_keeps_its_own()
    {
        const string words = "أوضح للعضو كيف يُدرس طلبه";
        const string visit = "زر مسكن العضو قبل الدراسة";
        await using var omar = await site.VisitAsync("omar");
        omar.Guard.Overlook(Manhattan);
        omar.Guard.Expect(400);
        var older = await FileUntilExplanationAsync("sara");

        await omar.OpenAsync("/studio");
        await InTheListAsync(omar);
        var began = Stopwatch.GetTimestamp();
        await omar.Page.GetByText(SevenSteps).ClickAsync();
        var drawing = await Drawing.SeeAsync(omar.Page);
        output.WriteLine($"click to open editor: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");

        await drawing.DescribeInCodeAsync(await NameAsync(), " One.", " Two.", " Three.");
        Assert.EndsWith(" One. Two. Three.", (await LatestAsync(SevenSteps)).Description, StringComparison.Ordinal);

        await drawing.GoToAsync("explain-study");
        await drawing.SelectAsync("explain-study");
        await drawing.FillInAsync(Title, words);

        var added = await drawing.DragInAsync(
            Words.Of<ElsaTexts>("Group.every"),
            Words.Of<ActivityTexts>("CaseFlow.HumanTask"),
            above: "explain-study"
        );
        await drawing.FillInAsync(Title, visit);
        await drawing.ChooseAsync(Words.Of<ActivityTexts>("*.Role"), Words.Of<Ui>($"Role.{Role.BranchDelegate}"));
        Assert.Equal(400, await drawing.PublishAsync());
        var refusal = await drawing.RefusalAsync();
        Assert.Contains("HumanTask1", refusal);
        Assert.Contains("لا يصل طريق من البداية", refusal);
        await TakePictureAsync(omar, "refused");

        await drawing.ConnectAsync("explain-study", "Done", added);
        var pressed = Stopwatch.GetTimestamp();
        Assert.Equal(200, await drawing.PublishAsync());
        output.WriteLine($"click to published: {Stopwatch.GetElapsedTime(pressed).TotalSeconds:0.0} s");
        await TakePictureAsync(omar, "published");

        var newer = await FileUntilExplanationAsync("khalid");
        Assert.Contains(words, await TasksAsync(newer));
        await site.Society.ExplainAsync(newer);
        Assert.Contains(visit, await TasksAsync(newer));
        await FinishAsync(older);
        Assert.Empty((await TasksAsync(older)).Intersect([words, visit]));

        await drawing.RollBackAsync(1);
        Assert.Equal(200, await drawing.PublishAsync());
        await TakePictureAsync(omar, "rolled-back");
        var newest = await FileUntilExplanationAsync("maryam");
        Assert.DoesNotContain(words, await TasksAsync(newest));

        await drawing.AddVariableAsync();
        var draft = await LatestAsync(SevenSteps);
        Assert.Equal((4, false), (draft.Version, draft.IsPublished));
        Assert.Contains("\"Variable1\"", draft.Json, StringComparison.Ordinal);
        omar.Guard.AssertNothingWentWrong();
    }

    // Found by a word of its description, taken along as a file, changed there, brought in and put into force.
    private async Task InTheListAsync(Visitor omar)
    {
        var list = await ProcedureList.SeeAsync(omar.Page);
        await list.SearchAsync("no committee studies it");
        await Assertions.Expect(list.Row(SevenSteps)).ToHaveCountAsync(0);
        var file = await list.ExportAsync(Statement);
        Assert.Equal($"{Statement}-v1.json", file.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await file.PathAsync());

        var broken = JsonNode.Parse(text)!;
        var activities = broken["root"]!["activities"]!.AsArray();
        activities.Add(activities[0]!.DeepClone());
        await list.ImportAsync("broken.json", Encoding.UTF8.GetBytes(broken.ToJsonString()));
        await Assertions.Expect(list.Refusal).ToContainTextAsync("تكرر المعرّف");

        var changed = text.Replace(
            "no committee studies it",
            "no committee studies it at all",
            StringComparison.Ordinal
        );
        await list.ImportAsync("changed.json", Encoding.UTF8.GetBytes(changed));
        await list.Remark("imported").First.WaitForAsync();
        await list.DoToAllAsync("Publish");
        await list.Remark("published").First.WaitForAsync();
        var latest = await LatestAsync(Statement);
        Assert.Equal((2, true), (latest.Version, latest.IsPublished));
        await list.SearchAsync("");
        await list.Row(SevenSteps).WaitForAsync();
    }

    [BrowserFact]
    public async Task Behind_a_proxy_that_shows_the_site_below_a_path_an_auditor_finds_a_case_and_sees_it_go_on()
    {
        await using var proxy = await PathProxy.StartAsync(site.Home);
        await using var salma = await site.VisitAsync("salma", locale: "en-GB", home: proxy.Home);
        salma.Guard.Overlook(Manhattan);
        // The list asks again every ten seconds, whether it has heard the last answer or not.
        salma.Guard.Overlook("Failed to list workflow instances due to a cancellation");
        // Figures may come before the last box is drawn.
        salma.Guard.Overlook("Could not find wrapper element");
        var number = await site.Society.FileAsync();
        var lines = OpenLines.ListenTo(salma.Page);

        await salma.OpenAsync("/studio/instances");
        await salma.Page.GetByText(number).First.ClickAsync(new() { Timeout = Patience });
        await Drawing.SeeAsync(salma.Page);
        Assert.Equal($"{PathProxy.Prefix}/studio/instances/{number}", salma.Path);
        await salma.Page.GetByText("Receive the member - Suspended").WaitForAsync();
        await lines.AreObservedAsync();
        await Assertions.Expect(salma.Page.GetByText("Receive the member - Completed")).ToHaveCountAsync(0);
        Assert.False(lines.HaveNews);

        await site.Society.ReceiveAsync(number);

        await lines.BringNewsAsync();
        await salma.Page.GetByText("Receive the member - Completed").WaitForAsync();
        Assert.Equal(0, lines.Asked);
        await Pages.Screenshots.TakeAsync(salma.Page, "salma", "/studio/went-on", "en", new(1440, ColorScheme.Light));
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

    private async Task<string> NameAsync() => (await LatestAsync(SevenSteps)).Name;

    private Task<DefinitionRow> LatestAsync(string definitionId) =>
        site.Server.ReadAsync(db => db.Definitions.SingleAsync(d => d.DefinitionId == definitionId && d.IsLatest));
}
