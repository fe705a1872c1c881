using System.Net;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Letters;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>A step that failed is passed over by an administrator; the rules of the case hold as ever.</summary>
public sealed class SkipTests : IDisposable
{
    private readonly CaseFlowServer _server = new();
    private readonly Society _society;
    private readonly Faults _faults;

    public SkipTests() => (_society, _faults) = (new Society(_server), new Faults(_server));

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_step_that_failed_counts_as_done_and_the_procedure_goes_on_behind_it()
    {
        var number = await _society.FileAsync(without: "income-proof");
        var incident = await _faults.AfterReceptionAsync(number, "missing-items-letter");

        var answer = await SkipAsync(incident, "Done", "القالب معطوب وقد اتصلنا بالعضو");

        Assert.Equal("/administration", answer.Headers.Location?.OriginalString);
        Assert.Equal("القالب معطوب وقد اتصلنا بالعضو", await ResolutionAsync(incident));
        Assert.Equal("user-omar", await _faults.ActorAsync(number, "incident.skipped"));
        Assert.Equal(0, await LettersAsync(number, LetterClass.InformationRequest));
        await _society.SupplyAsync(number);
        Assert.Equal(CaseStatus.Preparing, await StatusAsync(number));
    }

    [Fact]
    public async Task Who_passes_over_the_signature_finds_the_referral_refused()
    {
        var number = await _society.FileAsync();
        await _society.ReceiveAsync(number);
        var incident = await _faults.AfterMatchingAsync(number, "sign-declaration");

        await SkipAsync(incident, "Signed", "العضو في الخارج");
        var noura = await _society.AsAsync("noura");
        var explained = await noura.TryCompleteAsync(
            number,
            "CaseFlow.ExplainStudy",
            "Done",
            new { channel = "phone", acknowledged = true }
        );

        Assert.Equal(HttpStatusCode.Conflict, explained.StatusCode);
        Assert.Equal(CaseStatus.Preparing, await StatusAsync(number));
        Assert.Equal(0, await LettersAsync(number, LetterClass.StudyNotice));
        var (code, place) = await OpenIncidentAsync(number);
        Assert.Equal(("case.not-signed", "refer-to-committee"), (code, place));
    }

    [Theory]
    [InlineData("Accepted")]
    [InlineData("Rejected")]
    public async Task The_study_gate_is_not_passed_over(string outcome)
    {
        var number = await _society.FileForStudyAsync();
        await _society.DecideAsync(number, "accept");
        var incident = await _faults.AtGateAsync(number);
        var omar = await Browser.SignInAsync(_server, "omar");

        var page = await omar.ReadAsync("/administration");
        var answer = await SkipAsync(incident, outcome, "استعجال");

        Assert.DoesNotContain("/administration/skip", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        await _server.PassAsync(TimeSpan.FromDays(13));
        Assert.Equal(CaseStatus.InStudy, await StatusAsync(number));
    }

    [Fact]
    public async Task A_study_that_was_passed_over_yields_no_reply()
    {
        var number = await _society.FileAsync();
        await _society.ReceiveAsync(number);
        await _society.MatchAsync(number);
        await _society.SignAsync(number);
        var incident = await StopAtCommitteeAsync(number);

        await SkipAsync(incident, "Decided", "لا نصاب");
        await _server.PassAsync(TimeSpan.FromDays(20));

        Assert.Equal(0, await LettersAsync(number, LetterClass.DecisionAccept));
        Assert.Equal(0, await LettersAsync(number, LetterClass.DecisionReject));
        Assert.Equal("study.not-decided", (await OpenIncidentAsync(number)).Code);
    }

    [Fact]
    public async Task A_way_that_would_leave_the_case_open_with_nothing_to_come_is_refused()
    {
        var number = await _society.FileForStudyAsync();
        await _society.DecideAsync(number, "accept");
        await _server.PassAsync(TimeSpan.FromDays(14));
        await _society.RegisterAsync(number);
        await _society.ProvideAsync(number);
        var incident = await _faults.AfterConfirmationAsync(number, "close-served");

        var answer = await SkipAsync(incident, "Done", "تجربة");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null(await ResolutionAsync(incident));
        await _society.ConfirmAsync(number);
        Assert.Equal(CaseStatus.Closed, await StatusAsync(number));
    }

    [Theory]
    [InlineData("Done", " ")]
    [InlineData("Never", "سبب")]
    [InlineData(null, "سبب")]
    public async Task Without_a_reason_or_one_of_the_step_s_outcomes_nothing_happens(string? outcome, string reason)
    {
        var number = await _society.FileAsync(without: "income-proof");
        var incident = await _faults.AfterReceptionAsync(number, "missing-items-letter");

        var answer = await SkipAsync(incident, outcome, reason);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null(await ResolutionAsync(incident));
        await _society.ReceiveAsync(number);
    }

    [Fact]
    public async Task A_step_that_is_not_reached_this_time_is_not_passed_over_later()
    {
        var number = await _society.FileAsync();
        var incident = await _faults.AfterReceptionAsync(number, "missing-items-letter");

        var answer = await SkipAsync(incident, "Done", "سبب");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        await _society.ReceiveAsync(number);
    }

    [Fact]
    public async Task The_page_names_the_step_its_outcomes_and_the_cause_in_words()
    {
        var number = await _society.FileAsync(without: "income-proof");
        await _faults.AfterReceptionAsync(number, "check-completeness");
        var omar = await Browser.SignInAsync(_server, "omar");

        var page = WebUtility.HtmlDecode(await omar.ReadAsync("/administration"));

        Assert.Contains("<option value=\"Missing\">", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Complete\">", page, StringComparison.Ordinal);
        Assert.Contains("فشل نص برمجي أو قالب في هذه الخطوة", page, StringComparison.Ordinal);
    }

    private async Task<string> StopAtCommitteeAsync(string number)
    {
        await _server.ReadAsync(db =>
            db.UserRoles.Where(r => r.UserId == "user-latifa" || r.UserId == "user-majed").ExecuteDeleteAsync()
        );
        var noura = await _society.AsAsync("noura");
        var data = new { channel = "phone", acknowledged = true };
        await noura.TryCompleteAsync(number, "CaseFlow.ExplainStudy", "Done", data);
        return await _server.ReadAsync(db => db.Incidents.Select(i => i.Id).SingleAsync());
    }

    private async Task<HttpResponseMessage> SkipAsync(string incident, string? outcome, string reason)
    {
        var omar = await Browser.SignInAsync(_server, "omar");
        var fields = new Dictionary<string, string> { ["reason"] = reason };
        if (outcome is not null)
            fields["outcome"] = outcome;
        return await omar.PostAsync($"/administration/skip?id={incident}", fields);
    }

    private Task<string?> ResolutionAsync(string id) =>
        _server.ReadAsync(db => db.Incidents.Where(i => i.Id == id).Select(i => i.Resolution).SingleAsync());

    private Task<CaseStatus> StatusAsync(string number) =>
        _server.ReadAsync(db => db.Cases.Where(c => c.Number == number).Select(c => c.Status).SingleAsync());

    private Task<int> LettersAsync(string number, LetterClass kind) =>
        _server.ReadAsync(db => db.Letters.CountAsync(l => l.CaseNumber == number && l.Class == kind));

    private async Task<(string Code, string? Place)> OpenIncidentAsync(string number)
    {
        var open = await _server.ReadAsync(db =>
            db.Incidents.Where(i => i.CaseNumber == number && i.ResolvedAt == null)
                .OrderByDescending(i => i.At)
                .FirstAsync()
        );
        return (open.Code, open.ActivityId);
    }
}
