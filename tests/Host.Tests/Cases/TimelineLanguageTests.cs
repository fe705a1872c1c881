using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Who reads English reads the whole timeline in English.</summary>
public sealed class TimelineLanguageTests : IDisposable
{
    private readonly CaseFlowServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Letters_tasks_and_names_stand_in_an_English_timeline_in_English()
    {
        var society = new Society(_server);
        var number = await society.FileForStudyAsync();
        var noura = await society.AsAsync("noura");
        var task = await noura.TaskAsync(await society.FileAsync(), "CaseFlow.Receive");
        await noura.MustPostAsync($"/api/tasks/{task["id"]}/claim", new { });
        noura.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var lines = (await noura.GetAsync($"/api/cases/{number}/timeline"))
            .AsArray()
            .Concat((await noura.GetAsync($"/api/cases/{task["caseNumber"]}/timeline")).AsArray())
            .ToList();

        Assert.Contains(lines, l => $"{l!["code"]}" == "letter.issued");
        Assert.Contains(lines, l => $"{l!["code"]}" == "task.claimed");
        Assert.DoesNotContain(lines, l => HasArabic($"{l!["sentence"]} {l["actor"]}"));
    }

    private static bool HasArabic(string text) => text.Any(c => c is >= '\u0600' and <= '\u06FF');
}
