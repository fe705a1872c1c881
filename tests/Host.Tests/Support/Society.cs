using System.Net;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Walkthrough;

namespace CaseFlow.Host.Tests.Support;

/// <summary>The society at work: its people, and the steps of a request as they take them through the API.</summary>
public sealed class Society(ISite site, Action<TimeSpan>? completed = null)
{
    private readonly Dictionary<string, Person> _people = [];

    public async Task<Person> AsAsync(string userName)
    {
        if (_people.TryGetValue(userName, out var known))
            return known;
        var person = await Person.SignInAsync(site.CreateClient(), userName);
        person.Completed = completed;
        return _people[userName] = person;
    }

    public ServiceDefinition Service(string code) => site.Library.Services[code];

    /// <summary>A member files a request with all its documents but those named.</summary>
    public Task<string> FileAsync(string service = "rent-support", string member = "sara", params string[] without) =>
        FileOnceAsync(service, member, Guid.NewGuid().ToString("N"), without);

    /// <summary>The same with a key, so that filing again after a crash opens no second case.</summary>
    public async Task<string> FileOnceAsync(string service, string member, string key, params string[] without)
    {
        var person = await AsAsync(member);
        var evidence = new Dictionary<string, string>();
        foreach (var needed in SampleRequests.Evidence(Service(service)).Where(e => !without.Contains(e.Key)))
            evidence[needed.Key] = await person.UploadAsync(needed.Key);
        var request = new
        {
            service,
            data = SampleRequests.Json(service),
            evidence,
        };
        return (await person.MustPostAsync("/api/cases", request, key))!["number"]!.GetValue<string>();
    }

    public async Task ReceiveAsync(string number) =>
        await (await AsAsync("noura")).CompleteAsync(number, "CaseFlow.Receive", "Done", new { channel = "phone" });

    /// <summary>The member sends the proof of income after all.</summary>
    public async Task SupplyAsync(string number, string member = "sara")
    {
        var person = await AsAsync(member);
        var proof = await person.UploadAsync("income-proof");
        var evidence = new Dictionary<string, string> { ["income-proof"] = proof };
        await person.CompleteAsync(number, "CaseFlow.SupplyItems", "Supplied", new { evidence });
    }

    public async Task AskAsync(string number, string member = "sara") =>
        await (await AsAsync(member)).MustPostAsync(
            $"/api/cases/{number}/clarification",
            new { question = "متى يُصرف الدعم؟" }
        );

    public async Task ClarifyAsync(string number) =>
        await (await AsAsync("huda")).CompleteAsync(
            number,
            "CaseFlow.Clarify",
            "Done",
            new { answer = "يُصرف بعد استكمال التسجيل." }
        );

    public async Task WithdrawAsync(string number, string member = "sara") =>
        await (await AsAsync(member)).MustPostAsync($"/api/cases/{number}/withdrawal", new { reason = "انتفت الحاجة" });

    public async Task MatchAsync(string number, string service = "rent-support") =>
        await (await AsAsync("noura")).CompleteAsync(
            number,
            "CaseFlow.MatchEvidence",
            "Matched",
            new
            {
                matches = Matching.Matches(Service(service)),
                validity = Matching.Validity(Service(service), site.Now),
                attested = true,
            }
        );

    public async Task SignAsync(string number, string member = "sara")
    {
        var person = await AsAsync(member);
        var task = await person.TaskAsync(number, "CaseFlow.SignDeclaration");
        var sent = await person.PostAsync($"/api/tasks/{task["id"]}/code", new { });
        if (!sent.IsSuccessStatusCode && sent.StatusCode != HttpStatusCode.TooManyRequests)
            throw new HttpRequestException(await sent.Content.ReadAsStringAsync());
        for (var attempt = 1; !await SignAsync(person, number, task, attempt); attempt++)
            // After a crash the newest code may still be on its way; until then there is only the one before.
            await Task.Delay(500);
    }

    private async Task<bool> SignAsync(Person person, string number, JsonNode task, int attempt)
    {
        var code = await site.CodeAsync(number);
        var shown = (await person.GetAsync($"/api/tasks/{task["id"]}"))["signing"]!;
        var contentHash = shown["contentHash"]!.GetValue<string>();
        var data = new
        {
            code,
            contentHash,
            language = "ar",
        };
        var answer = await person.TryCompleteAsync(number, "CaseFlow.SignDeclaration", "Signed", data);
        var text = await answer.Content.ReadAsStringAsync();
        if (
            !answer.IsSuccessStatusCode && (attempt == 4 || !text.Contains("sign-code.wrong", StringComparison.Ordinal))
        )
            throw new HttpRequestException(text);
        return answer.IsSuccessStatusCode;
    }

    public async Task ExplainAsync(string number) =>
        await (await AsAsync("noura")).CompleteAsync(
            number,
            "CaseFlow.ExplainStudy",
            "Done",
            new { channel = "phone", acknowledged = true }
        );

    /// <summary>From a new request to the committee's table.</summary>
    public async Task<string> FileForStudyAsync(string service = "rent-support", string member = "sara")
    {
        var number = await FileAsync(service, member);
        await ReceiveAsync(number);
        await MatchAsync(number, service);
        await SignAsync(number, member);
        await ExplainAsync(number);
        return number;
    }

    /// <summary>Three votes and the sealed decision.</summary>
    public async Task DecideAsync(string number, string choice)
    {
        foreach (var voter in new[] { "abdulrahman", "latifa", "majed" })
            await VoteAsync(number, voter, choice);
        await SealAsync(number, choice);
    }

    public async Task VoteAsync(string number, string voter, string choice) =>
        await (await AsAsync(voter)).CompleteAsync(
            number,
            "CaseFlow.CommitteeStudy.Vote",
            "Voted",
            new
            {
                choice,
                note = "اطلعت على الملف.",
                reasons = Reasons(choice),
            }
        );

    public async Task SealAsync(string number, string choice) =>
        await (await AsAsync("abdulrahman")).CompleteAsync(
            number,
            "CaseFlow.CommitteeStudy.Decide",
            "Decided",
            new { decision = choice, reasons = Reasons(choice) }
        );

    /// <summary>The chair sends the case back for a newer proof of income; the study's clock stands still.</summary>
    public async Task ReturnAsync(string number) =>
        await (await AsAsync("abdulrahman")).CompleteAsync(
            number,
            "CaseFlow.CommitteeStudy.Decide",
            "ReturnedForItems",
            new
            {
                missing = new[]
                {
                    new
                    {
                        key = "income-proof",
                        kind = "evidence",
                        note = "نسخة أحدث",
                    },
                },
            }
        );

    /// <summary>Whether somebody of the committee has not voted yet.</summary>
    public async Task<bool> VotesWaitAsync(string number)
    {
        foreach (var voter in new[] { "abdulrahman", "latifa", "majed" })
        {
            var inbox = (await (await AsAsync(voter)).GetAsync("/api/tasks")).AsArray();
            if (inbox.Any(t => $"{t!["caseNumber"]}" == number && $"{t["kind"]}" == "CaseFlow.CommitteeStudy.Vote"))
                return true;
        }
        return false;
    }

    private static object[] Reasons(string choice) =>
        choice == "reject" ? [new { clause = "P46", text = "الدخل يتجاوز حد الاستحقاق." }] : [];

    public async Task RegisterAsync(string number, string service = "rent-support") =>
        await (await AsAsync("turki")).CompleteAsync(
            number,
            "CaseFlow.CompleteRegistration",
            "Done",
            new { checklist = Service(service).RegistrationChecklist.Select(c => c.Key) }
        );

    public async Task ProvideAsync(string number)
    {
        var provider = await AsAsync("turki");
        var receipt = await provider.UploadAsync("receipt", caseNumber: number);
        await provider.CompleteAsync(
            number,
            "CaseFlow.ProvideService",
            "Done",
            new
            {
                provider = "إدارة الدعم",
                deliveredOn = CalendarDate.At(site.Now).ToString(),
                proof = new Dictionary<string, string> { ["receipt"] = receipt },
            }
        );
    }

    public async Task ConfirmAsync(string number, string member = "sara") =>
        await (await AsAsync(member)).CompleteAsync(number, "CaseFlow.ConfirmService", "Confirmed", new { });
}
