using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Workflows.Execution;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TaskData = System.Collections.Generic.Dictionary<string, object?>;

namespace CaseFlow.Host.Tests.Releases;

/// <summary>
/// A society caught in the middle of its work: one case at every kind of step, so that what a release stored of each kind of wait
/// is there to be read by every later one.
/// </summary>
internal sealed class ReleaseCases(CaseFlowServer server)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly Society _society = new(server);
    private readonly Dictionary<string, string> _numbers = [];

    /// <summary>Makes them all; returns each case's number by what it waits for.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync()
    {
        await EndAsync();
        await StudyAsync();
        await server.PassAsync(14 * Day);
        await ServeAsync();
        await server.PassAsync(14 * Day);
        await PrepareAsync();
        await DeliberateAsync();
        await server.PassAsync(3 * Day);
        await KeepHalfDoneAsync();
        return _numbers;
    }

    private async Task EndAsync()
    {
        _numbers["withdrawn"] = await _society.FileForStudyAsync(member: "maryam");
        await _society.WithdrawAsync(_numbers["withdrawn"], "maryam");
    }

    // Those that need the study behind them are decided together.
    private async Task StudyAsync()
    {
        foreach (var name in new[] { "registration", "provision", "confirmation", "override", "closed" })
        {
            _numbers[name] = await _society.FileForStudyAsync();
            await _society.DecideAsync(_numbers[name], "accept");
        }
        _numbers["rejected"] = await _society.FileForStudyAsync(member: "khalid");
        await _society.DecideAsync(_numbers["rejected"], "reject");
    }

    private async Task ServeAsync()
    {
        foreach (var name in new[] { "override", "closed" })
        {
            await _society.RegisterAsync(_numbers[name]);
            await _society.ProvideAsync(_numbers[name]);
        }
        await _society.ConfirmAsync(_numbers["closed"]);
    }

    private async Task PrepareAsync()
    {
        await _society.RegisterAsync(_numbers["provision"]);
        await _society.RegisterAsync(_numbers["confirmation"]);
        await _society.ProvideAsync(_numbers["confirmation"]);

        _numbers["missing items"] = await _society.FileAsync(without: "income-proof");
        await _society.ReceiveAsync(_numbers["missing items"]);
        _numbers["matching"] = await _society.FileAsync();
        await _society.ReceiveAsync(_numbers["matching"]);
        _numbers["signature"] = await _society.FileAsync();
        await _society.ReceiveAsync(_numbers["signature"]);
        await _society.MatchAsync(_numbers["signature"]);
        _numbers["explanation"] = await _society.FileAsync(member: "khalid");
        await _society.ReceiveAsync(_numbers["explanation"]);
        await _society.MatchAsync(_numbers["explanation"]);
        await _society.SignAsync(_numbers["explanation"], "khalid");
        _numbers["direct service"] = await _society.FileAsync("statement-of-account", "maryam");
        _numbers["clarification"] = await _society.FileAsync();
        await _society.ReceiveAsync(_numbers["clarification"]);
        await _society.AskAsync(_numbers["clarification"]);
    }

    private async Task DeliberateAsync()
    {
        _numbers["votes"] = await _society.FileForStudyAsync(member: "maryam");
        await _society.VoteAsync(_numbers["votes"], "latifa", "accept");
        await _society.VoteAsync(_numbers["votes"], "majed", "accept");
        _numbers["decision"] = await _society.FileForStudyAsync();
        foreach (var voter in new[] { "abdulrahman", "latifa", "majed" })
            await _society.VoteAsync(_numbers["decision"], voter, "accept");
        _numbers["returned"] = await _society.FileForStudyAsync();
        foreach (var voter in new[] { "abdulrahman", "latifa", "majed" })
            await _society.VoteAsync(_numbers["returned"], voter, "abstain");
        await _society.ReturnAsync(_numbers["returned"]);
        _numbers["sealed acceptance"] = await _society.FileForStudyAsync();
        await _society.DecideAsync(_numbers["sealed acceptance"], "accept");
        _numbers["sealed rejection"] = await _society.FileForStudyAsync(member: "khalid");
        await _society.DecideAsync(_numbers["sealed rejection"], "reject");
    }

    /// <summary>What lies about on any day: a new request with its message still to go out, drafts, a code, an incident.</summary>
    private async Task KeepHalfDoneAsync()
    {
        _numbers["reception"] = await _society.FileAsync();
        var sara = await _society.AsAsync("sara");
        var signature = await sara.TaskAsync(_numbers["signature"], "CaseFlow.SignDeclaration");
        (await sara.PostAsync($"/api/tasks/{signature["id"]}/code", new { })).EnsureSuccessStatusCode();

        var noura = await _society.AsAsync("noura");
        var matching = $"{(await noura.TaskAsync(_numbers["matching"], "CaseFlow.MatchEvidence"))["id"]}";
        await noura.MustPostAsync($"/api/tasks/{matching}/claim", new { });
        await SendAsync(new SaveTaskDraft(matching, new TaskData { ["note"] = "نصفها مطابق" }, Officer));
        await SendAsync(
            new SaveRequestDraft(
                null,
                "rent-support",
                new TaskData { ["city"] = "الرياض" },
                new Dictionary<string, string>(),
                Member
            )
        );
        await server.ReadAsync(db =>
        {
            var number = _numbers["explanation"];
            db.Incidents.Add(
                new IncidentRow
                {
                    Id = "incident-of-old",
                    InstanceId = number,
                    CaseNumber = number,
                    At = server.Now,
                    ActivityId = "committee-study",
                    Code = "study.quorum-impossible",
                    Message = "study.quorum-impossible",
                    Stimulus = StimulusJson.Write(new Stimulus.TimerDue("timer-of-old")),
                }
            );
            return db.SaveChangesAsync();
        });
    }

    private static Domain.Parties.Actor Officer { get; } =
        new("user-noura", "نورة", "Noura", new HashSet<string> { Domain.Parties.Role.RelationsOfficer }, null);

    private static Domain.Parties.Actor Member { get; } =
        new("user-khalid", "خالد", "Khalid", new HashSet<string> { Domain.Parties.Role.Member }, "party-khalid");

    private async Task SendAsync<T>(IRequest<T> request)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
