using System.Text.RegularExpressions;
using CaseFlow.Browser.Support;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Migrations;
using CaseFlow.Workflows.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Browser.Pages;

/// <summary>A society in the middle of its work: a case in every state, so that every page has something to show.</summary>
public sealed partial class SeededSite : BrowserSite
{
    private readonly Dictionary<string, string> _known = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Chromium.Path is null)
            return;
        await DecideAsync();
        await Server.PassAsync(TimeSpan.FromDays(15));
        await ServeAsync();
        await BeginAsync();
        await DraftAsync();
        await StopAsync();
        await AmendAsync();
        // Last of all: the cases above stay on the version before.
        (_known["version"], _) = await Server.PublishAsync(NextVersion.RenameReception);
    }

    /// <summary>
    /// The address with what it names in braces: <c>{draft}</c>, <c>{case}</c>, or <c>{case:kind}</c> for the open task
    /// of that kind as this person sees it.
    /// </summary>
    public async Task<string> AddressAsync(string pattern, string? userName)
    {
        if (Placeholder().Match(pattern) is not { Success: true } found)
            return pattern;
        var value = _known[found.Groups["name"].Value];
        if (found.Groups["kind"] is { Success: true } kind)
            value = $"{(await (await Society.AsAsync(userName!)).TaskAsync(value, $"CaseFlow.{kind.Value}"))["id"]}";
        return Placeholder().Replace(pattern, value);
    }

    [GeneratedRegex(@"\{(?<name>[^}:]+)(:(?<kind>[^}]+))?\}")]
    private static partial Regex Placeholder();

    // Decided together, for their study lasts a fortnight.
    private async Task DecideAsync()
    {
        foreach (var (name, choice) in Decided)
        {
            _known[name] = await Society.FileForStudyAsync();
            await Society.DecideAsync(_known[name], choice);
        }
    }

    private static readonly (string Name, string Choice)[] Decided =
    [
        ("accepted", "accept"),
        ("rejected", "reject"),
        ("registered", "accept"),
        ("provided", "accept"),
    ];

    private async Task ServeAsync()
    {
        foreach (var name in new[] { "registered", "provided" })
            await Society.RegisterAsync(_known[name]);
        await Society.ProvideAsync(_known["provided"]);
        var letters = (
            await (await Society.AsAsync("sara")).GetAsync($"/api/cases/{_known["rejected"]}/letters")
        ).AsArray();
        _known["letter"] = $"{letters[^1]!["number"]}";
    }

    private async Task BeginAsync()
    {
        _known["filed"] = await Society.FileAsync();
        _known["incomplete"] = await Society.FileAsync(without: ["iban-certificate"]);
        await Society.ReceiveAsync(_known["incomplete"]);
        _known["received"] = await Society.FileAsync("unit-allocation", "khalid");
        await Society.ReceiveAsync(_known["received"]);
        _known["matched"] = await Society.FileAsync();
        await Society.ReceiveAsync(_known["matched"]);
        await Society.MatchAsync(_known["matched"]);
        _known["signed"] = await Society.FileAsync();
        await Society.ReceiveAsync(_known["signed"]);
        await Society.MatchAsync(_known["signed"]);
        await Society.SignAsync(_known["signed"]);
        _known["studied"] = await Society.FileForStudyAsync();
        _known["voted"] = await Society.FileForStudyAsync();
        foreach (var voter in new[] { "abdulrahman", "latifa", "majed" })
            await Society.VoteAsync(_known["voted"], voter, "accept");
    }

    /// <summary>A fault that an administrator can try again, pass over, or end the case for.</summary>
    private async Task StopAsync()
    {
        var number = _known["incomplete"];
        var task = $"{(await (await Society.AsAsync("sara")).TaskAsync(number, "CaseFlow.SupplyItems"))["id"]}";
        await Server.ReadAsync(db =>
        {
            db.Incidents.Add(
                new IncidentRow
                {
                    Id = "seeded",
                    InstanceId = number,
                    CaseNumber = number,
                    At = Server.Now,
                    ActivityId = "check-completeness",
                    Code = "expression.failed",
                    Message = "a script failed",
                    Stimulus = StimulusJson.Write(
                        new Stimulus.TaskCompleted(task, "Supplied", new Dictionary<string, object?>(), Actor.System)
                    ),
                }
            );
            return db.SaveChangesAsync();
        });
    }

    /// <summary>Two drafts, and two documents that wait for their day together.</summary>
    private async Task AmendAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var omar = new Actor("user-omar", "عمر باوزير", null, new HashSet<string> { Role.PolicyAdministrator }, null);
        foreach (var id in new[] { "letters/registration", "forms/withdrawal" })
            await DraftAsync(id);
        SeenVersion[] together = [await DraftAsync("letters/cancellation"), await DraftAsync("forms/explanation")];
        await mediator.Send(new PublishDefinition(together, "صياغة أوضح", Server.Now.AddDays(30), omar));

        async Task<SeenVersion> DraftAsync(string id)
        {
            var latest = await Server.ReadAsync(db => db.Definitions.SingleAsync(d => d.DefinitionId == id));
            var files = PolicyDocument.Read(latest).Files.ToDictionary(f => f.Key, f => f.Value);
            files[$"{id}.json"] = files[$"{id}.json"].Replace("\"ar\": \"", "\"ar\": \"جديد: ");
            var draft = await mediator.Send(new SaveDocument(new PolicyDocument(id, files), latest.Mark, omar));
            return new SeenVersion(draft.Id, draft.Mark);
        }
    }

    private async Task DraftAsync()
    {
        await using var sara = await VisitAsync("sara");
        await sara.OpenAsync("/my/new/rent-support");
        await sara.PressAsync(Words.Portal("Service.BeginAct"));
        await sara.Page.WaitForURLAsync("**/my/drafts/*/1");
        _known["draft"] = sara.Path.Split('/')[3];
    }
}
