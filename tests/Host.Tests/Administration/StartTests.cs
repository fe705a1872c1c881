using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>A policy administrator starts a procedure that serves no case, from its page or through the API.</summary>
public sealed class StartTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>, IAsyncLifetime
{
    private const string Waits = """e Elsa.Event {"eventName":"Go"}""";
    private const string AsksForText = """{"inputs":[{"name":"Who","type":"String","displayName":"الاسم · Name"}]}""";

    private readonly Signals.Procedures _procedures = new(server);

    public Task InitializeAsync() => _procedures.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_page_asks_for_the_declared_inputs_and_starts_one_however_often_it_is_pressed()
    {
        await _procedures.PublishAsync("greeting", [Waits], AsksForText);
        var omar = await Browser.SignInAsync(server, "omar");

        var page = await omar.ReadAsync("/procedures/greeting/start");
        Dictionary<string, string> sent = new()
        {
            ["key"] = "k1",
            ["input.Who"] = "سعاد",
            ["correlation"] = "c-7",
        };
        var answer = await omar.PostAsync("/procedures/greeting/start", sent);
        await omar.PostAsync("/procedures/greeting/start", sent);

        Assert.Contains("الاسم", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var begun = Assert.Single(await InstancesAsync("greeting"));
        Assert.Equal("c-7", begun.CorrelationId);
        Assert.Contains("سعاد", begun.State, StringComparison.Ordinal);
        Assert.Equal("user-omar", await StarterAsync(begun.Id));
    }

    [Fact]
    public async Task What_only_a_case_can_carry_is_not_started()
    {
        var omar = await Browser.SignInAsync(server, "omar");

        var page = await omar.ReadAsync("/procedures/member-service-request/start");
        var answer = await omar.PostAsync("/procedures/member-service-request/start");

        Assert.Contains("لا يبدأ هذا الإجراء إلا بمعاملة", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty(await InstancesAsync("member-service-request"));
    }

    [Fact]
    public async Task One_that_stops_at_once_waits_for_an_administrator_to_try_again()
    {
        await _procedures.PublishAsync("faulty-start", ["""f Elsa.Fault {"message":"no luck"}"""]);
        var omar = await Browser.SignInAsync(server, "omar");

        await omar.PostAsync("/procedures/faulty-start/start", new() { ["key"] = "k" });

        var begun = Assert.Single(await InstancesAsync("faulty-start"));
        Assert.Equal("Pending", begun.SubStatus);
        Assert.True(await server.ReadAsync(db => db.Incidents.AnyAsync(i => i.InstanceId == begun.Id)));
    }

    [Fact]
    public async Task A_program_of_an_administrator_starts_one_and_repeating_it_does_no_harm()
    {
        await _procedures.PublishAsync("by-api", [Waits], """{"inputs":[{"name":"Amount","type":"Decimal"}]}""");
        var omar = await Person.SignInAsync(server.CreateClient(), "omar");

        var first = await omar.MustPostAsync(
            "/api/procedures/by-api/instances",
            new { input = new { Amount = 5 } },
            "k"
        );
        var again = await omar.MustPostAsync(
            "/api/procedures/by-api/instances",
            new { input = new { Amount = 5 } },
            "k"
        );

        Assert.Equal(first!["instance"]!.GetValue<string>(), again!["instance"]!.GetValue<string>());
        Assert.Single(await InstancesAsync("by-api"));
    }

    [Fact]
    public async Task Nobody_else_starts_anything()
    {
        await _procedures.PublishAsync("not-theirs", [Waits]);
        var salma = await Person.SignInAsync(server.CreateClient(), "salma");

        var answer = await salma.PostAsync("/api/procedures/not-theirs/instances", new { });
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("administration.not-your-role", problem.GetProperty("code").GetString());
        Assert.Empty(await InstancesAsync("not-theirs"));
    }

    private Task<List<InstanceRow>> InstancesAsync(string definition) =>
        server.ReadAsync(db => db.Instances.AsNoTracking().Where(i => i.DefinitionId == definition).ToListAsync());

    private Task<string> StarterAsync(string instance) =>
        server.ReadAsync(db =>
            db.Audit.Where(a => a.Code == "procedure.started" && a.Facts.Contains(instance))
                .Select(a => a.ActorId)
                .SingleAsync()
        );
}
