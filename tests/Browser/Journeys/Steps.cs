using CaseFlow.Browser.Support;
using CaseFlow.Host.Demo;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Journeys;

/// <summary>The steps of a request as people take them on the pages.</summary>
internal static class Steps
{
    public const string Service = "rent-support";

    /// <summary>From the list of services to the read-back, through every page of the form and of the documents.</summary>
    public static async Task FillInAsync(this Visitor member, BrowserSite site)
    {
        var service = site.Society.Service(Service);
        await member.OpenAsync("/my/new");
        await member.Page.Locator($"a[href='/my/new/{Service}']").ClickAsync();
        await member.PressAsync(Words.Portal("Service.BeginAct"));
        await member.Page.WaitForURLAsync("**/my/drafts/*/1");
        for (var page = 2; !member.Path.EndsWith("/documents", StringComparison.Ordinal); page++)
        {
            await member.Page.AnswerAsync(site.Server.Library.Forms[service.Form], SampleRequests.Json(Service));
            await member.PressAsync(Words.Portal("Draft.Continue"));
            await member.Page.WaitForURLAsync(a =>
                a.EndsWith($"/{page}", StringComparison.Ordinal) || a.EndsWith("/documents", StringComparison.Ordinal)
            );
        }
        foreach (var needed in SampleRequests.Evidence(service))
            await member.Page.AttachAsync($"field-evidence-{needed.Key}", SampleRequests.Pdf(needed.Key));
        await member.PressAsync(Words.Portal("Draft.Continue"));
        await member.Page.WaitForURLAsync("**/review");
    }

    /// <summary>Submits what was read back; the number of the new case.</summary>
    public static async Task<string> SubmitAsync(this Visitor member)
    {
        await member.PressAsync(Words.Portal("Review.Submit"));
        await member.Page.WaitForURLAsync("**/my/cases/*");
        return member.Path.Split('/')[3];
    }

    /// <summary>Has the code sent, types it from the message, and signs.</summary>
    public static async Task SignAsync(this Visitor member, BrowserSite site, string number)
    {
        await member.OpenAsync($"/my/cases/{number}");
        await member.Page.Locator(".task-card a").ClickAsync();
        await member.PressAsync(Words.Portal("Sign.Send"));
        await member.Page.Locator("#field-code").FillAsync(await site.Server.CodeAsync(number));
        await member.PressAsync(Words.Portal("Sign.Act"));
        await member.Page.WaitForURLAsync($"**/my/cases/{number}");
    }

    /// <summary>Finds the case in the inbox and opens its task, on a page of its own where it has one. The chair votes first.</summary>
    public static async Task OpenTaskAsync(this Visitor worker, string number)
    {
        await worker.OpenAsync("/inbox");
        await worker.Page.Locator(".task-row", new() { HasText = number }).First.ClickAsync();
        var whole = worker.Page.Locator("#pane-task a[data-key='e']");
        var form = worker.Page.Locator("#pane-task form[data-task-form]");
        await whole.Or(form).First.WaitForAsync();
        if (await whole.IsVisibleAsync())
            await whole.ClickAsync();
    }

    /// <summary>Ends the open task; the inbox says so.</summary>
    public static async Task EndTaskAsync(this Visitor worker, string outcome)
    {
        await worker.PressAsync(outcome);
        await worker.Page.Locator(".flash").WaitForAsync();
    }

    public static async Task ReceiveAsync(this Visitor officer, string number)
    {
        await officer.OpenTaskAsync(number);
        await officer.Page.Locator("#field-channel").SelectOptionAsync("phone");
        await officer.EndTaskAsync(Words.Inbox("Outcome.Receive.Done"));
    }

    /// <summary>Finds that everything matches, and every document valid.</summary>
    public static async Task MatchAsync(this Visitor officer, BrowserSite site, string number)
    {
        await officer.OpenTaskAsync(number);
        var today = DateOnly.FromDateTime(site.Server.Now.UtcDateTime);
        foreach (var yes in await officer.Page.Locator("input[value='matches']").AllAsync())
            await yes.CheckAsync();
        foreach (var day in await officer.Page.Locator(".match-document fieldset").AllAsync())
        {
            var id = (await day.GetAttributeAsync("id"))!;
            var ends = id.EndsWith("validUntil", StringComparison.Ordinal);
            await officer.Page.EnterDayAsync(id, ends ? today.AddYears(1) : today.AddDays(-5));
        }
        await officer.Page.Locator("input[name='attested']").CheckAsync();
        await officer.EndTaskAsync(Words.Inbox("Outcome.MatchEvidence.Matched"));
    }

    public static async Task ExplainAsync(this Visitor officer, string number)
    {
        await officer.OpenTaskAsync(number);
        var channel = officer.Page.Locator("#field-channel");
        if (await channel.EvaluateAsync<string>("e => e.tagName") == "SELECT")
            await channel.SelectOptionAsync("phone");
        else
            await officer.Page.ChooseAsync("channel", "phone");
        await officer.Page.ChooseAsync("acknowledged", "true");
        await officer.EndTaskAsync(Words.Inbox("Outcome.ExplainStudy.Done"));
    }

    public static async Task VoteAsync(this Visitor voter, string number)
    {
        await voter.OpenTaskAsync(number);
        await voter.Page.ChooseAsync("choice", "accept");
        await voter.Page.Locator("#field-note").FillAsync("اطلعت على الملف، والحاجة قائمة.");
        await voter.EndTaskAsync(Words.Inbox("Outcome.Voted"));
    }

    public static async Task DecideAsync(this Visitor chair, string number)
    {
        await chair.OpenTaskAsync(number);
        await chair.Page.ChooseAsync("decision", "accept");
        await chair.EndTaskAsync(Words.Inbox("Outcome.Decided"));
    }

    public static async Task RegisterAsync(this Visitor officer, string number)
    {
        await officer.OpenTaskAsync(number);
        foreach (var item in await officer.Page.Locator("input[name='checklist']").AllAsync())
            await item.CheckAsync();
        await officer.EndTaskAsync(Words.Inbox("Outcome.CompleteRegistration.Done"));
    }

    public static async Task ProvideAsync(this Visitor officer, BrowserSite site, string number)
    {
        await officer.OpenTaskAsync(number);
        await officer.Page.Locator("#field-provider").FillAsync("إدارة الدعم");
        await officer.Page.EnterDayAsync("field-deliveredOn", DateOnly.FromDateTime(site.Server.Now.UtcDateTime));
        await officer.Page.AttachAsync("field-proof", SampleRequests.Pdf("receipt"));
        await officer.EndTaskAsync(Words.Inbox("Outcome.ProvideService.Done"));
    }

    /// <summary>Moves the clock with the control that every page of a development system carries.</summary>
    public static async Task PassAFortnightAsync(this Visitor anybody)
    {
        await anybody.Page.Locator(".dev-clock summary").ClickAsync();
        await anybody.PressAsync(Words.Of<Host.Ui.Texts>("DevClock.Fortnight"));
        await anybody.Page.WaitForLoadStateAsync(LoadState.Load);
    }
}
