using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;

namespace CaseFlow.Host.Tests.TrialRuns;

/// <summary>Somebody who tries a procedure on its page, as a browser without scripts does.</summary>
internal sealed partial class TrialVisit(Browser browser, string address)
{
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public static async Task<TrialVisit> BeginAsync(
        Office office,
        string procedure,
        string as_ = "omar",
        params (string Name, string Value)[] given
    )
    {
        var browser = await Browser.SignInAsync(office.Server, as_);
        var visit = new TrialVisit(browser, $"/procedures/{procedure}/trial");
        await visit.ActAsync("begin", given);
        return visit;
    }

    public async Task ActAsync(string act, params (string Name, string Value)[] given)
    {
        var fields = given.ToDictionary(g => g.Name, g => g.Value);
        fields["act"] = act;
        if (Run().Match(Page) is { Success: true } run)
            fields["run"] = WebUtility.HtmlDecode(run.Groups[1].Value);
        var answer = await browser.PostAsync(address, fields);
        Status = answer.StatusCode;
        Page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public Task DaysAsync(int days) => ActAsync("days", ("days", $"{days}"));

    /// <summary>Completes the first open task.</summary>
    public Task TaskAsync(string outcome, params (string Name, string Value)[] given) =>
        ActAsync("task", [("task", Task().Match(Page).Groups[1].Value), ("outcome", outcome), .. given]);

    [GeneratedRegex("name=\"run\" value=\"([^>]+)\">")]
    private static partial Regex Run();

    [GeneratedRegex("name=\"task\" value=\"([^\"]+)\"")]
    private static partial Regex Task();
}
