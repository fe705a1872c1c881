using System.Net;
using CaseFlow.Domain;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Signals;

/// <summary>Events between instances.</summary>
public sealed class EventTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>, IAsyncLifetime
{
    private readonly CaseFlowServer _server = server;
    private readonly Procedures _procedures = new(server);

    public Task InitializeAsync() => _procedures.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private const string Waits = """e Elsa.Event {"eventName":"Paid"}""";

    [Fact]
    public async Task An_event_of_one_instance_reaches_every_instance_that_waits_for_it_once()
    {
        await _procedures.PublishAsync("waiter", [Waits, """again Elsa.Event {"eventName":"Paid"}"""]);
        await _procedures.PublishAsync("payer", ["""p Elsa.PublishEvent {"eventName":"Paid","payload":7}"""]);
        await _procedures.StartAsync("waiter", "w1");
        await _procedures.StartAsync("waiter", "w2");
        await _procedures.StartAsync("payer", "p1");
        await _procedures.StartAsync("waiter", "w3");

        // The event itself, and a signal for each of the three.
        Assert.Equal(4, await _procedures.SweepAsync());

        foreach (var waiter in new[] { "w1", "w2", "w3" })
        {
            var state = await _procedures.StateAsync(waiter);
            Assert.Equal(7L, state.LastResult);
            Assert.Equal("Workflow1:root:again", Assert.Single(state.Waits).NodeId);
        }
        Assert.Equal(0, await _procedures.SweepAsync());
    }

    [Fact]
    public async Task An_addressed_event_reaches_only_whom_it_is_addressed_to()
    {
        await _procedures.PublishAsync("waiter", [Waits]);
        await _procedures.StartAsync("waiter", "mine", correlationId: "k1");
        await _procedures.StartAsync("waiter", "theirs", correlationId: "k2");

        await _procedures.PublishEventAsync("Paid", correlationId: "k1");
        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("mine"));
        Assert.Equal("Suspended", await _procedures.SubStatusAsync("theirs"));
    }

    [Fact]
    public async Task A_local_event_stays_within_its_instance_and_reaches_waits_of_the_same_burst()
    {
        const string publish = """p Elsa.PublishEvent {"eventName":"Paid","isLocalEvent":true}""";
        await _procedures.PublishAsync("waiter", [Waits]);
        await _procedures.PublishAsync("self", [publish, Waits]);
        await _procedures.StartAsync("waiter", "w");
        await _procedures.StartAsync("self", "s");

        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("s"));
        Assert.Equal("Suspended", await _procedures.SubStatusAsync("w"));
    }

    [Fact]
    public async Task An_event_starts_the_definitions_that_begin_with_it()
    {
        await _procedures.PublishAsync(
            "starter",
            [
                """e Elsa.Event {"eventName":"Paid","customProperties":{"canStartWorkflow":true}}""",
                """w Elsa.Event {"eventName":"Later"}""",
            ]
        );
        await _procedures.PublishAsync("other", [Waits]);

        await _procedures.PublishEventAsync("Paid", 7L, "k");
        await _procedures.SweepAsync();

        var started = await _server.ReadAsync(db => db.Instances.SingleAsync());
        Assert.Equal(("starter", "k", "Suspended"), (started.DefinitionId, started.CorrelationId, started.SubStatus));
        Assert.Equal(7L, InstanceStateJson.Read(started.State).LastResult);
    }

    [Fact]
    public async Task Who_begins_to_listen_a_moment_too_late_still_hears_the_event()
    {
        await _procedures.PublishAsync("waiter", [Waits]);
        await _procedures.PublishEventAsync("Paid");
        await _procedures.SweepAsync();
        _server.Time.Advance(TimeSpan.FromMinutes(9));
        await _procedures.StartAsync("waiter", "late");

        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("late"));
        Assert.Equal(0, await _procedures.SignalsAsync());
    }

    [Fact]
    public async Task An_event_that_nobody_wants_is_forgotten_after_ten_minutes()
    {
        await _procedures.PublishAsync("waiter", [Waits]);
        await _procedures.PublishEventAsync("Paid");
        await _procedures.SweepAsync();
        _server.Time.Advance(TimeSpan.FromMinutes(10));
        await _procedures.SweepAsync();
        await _procedures.StartAsync("waiter", "late");

        await _procedures.SweepAsync();

        Assert.Equal("Suspended", await _procedures.SubStatusAsync("late"));
    }

    [Fact]
    public async Task One_hearer_that_fails_keeps_no_other_from_hearing()
    {
        await _procedures.PublishAsync("bad", [Waits, "f Elsa.Fault {}"]);
        await _procedures.PublishAsync("good", [Waits]);
        await _procedures.StartAsync("bad", "a-bad");
        await _procedures.StartAsync("good", "b-good");

        await _procedures.PublishEventAsync("Paid");
        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("b-good"));
        Assert.Equal("Suspended", await _procedures.SubStatusAsync("a-bad"));
        var incident = Assert.Single(await _procedures.IncidentsAsync());
        Assert.Equal(("a-bad", "fault.0"), (incident.InstanceId, incident.Code));
        // The incident has taken the place of the signal: retrying it is up to a person.
        Assert.Equal(0, await _procedures.SignalsAsync());
        Assert.IsType<Stimulus.EventReceived>(StimulusJson.Read(incident.Stimulus!));
    }

    [Fact]
    public async Task An_event_outlives_a_stop_between_its_transaction_and_its_delivery()
    {
        await using var before = new CaseFlowServer { KeepData = true };
        var first = new Procedures(before);
        await first.PublishAsync("waiter", [Waits]);
        await first.StartAsync("waiter", "w");
        await first.PublishEventAsync("Paid");
        await before.DisposeAsync();

        await using var after = new CaseFlowServer { Data = before.Data };
        var second = new Procedures(after);
        await second.SweepAsync();

        Assert.Equal("Finished", await second.SubStatusAsync("w"));
    }

    [Fact]
    public async Task Two_sweeps_at_once_deliver_an_event_once()
    {
        await _procedures.PublishAsync("waiter", [Waits, """again Elsa.Event {"eventName":"Paid"}"""]);
        for (var i = 0; i < 10; i++)
            await _procedures.StartAsync("waiter", $"w{i}");

        await _procedures.PublishEventAsync("Paid");
        await Task.WhenAll(_procedures.SweepAsync(), _procedures.SweepAsync(), _procedures.SweepAsync());

        for (var i = 0; i < 10; i++)
            Assert.Equal("Workflow1:root:again", Assert.Single((await _procedures.StateAsync($"w{i}")).Waits).NodeId);
        Assert.Equal(0, await _procedures.SignalsAsync());
    }

    [Fact]
    public async Task A_rolled_back_burst_publishes_nothing()
    {
        await _procedures.PublishAsync("liar", ["""p Elsa.PublishEvent {"eventName":"Paid"}""", "f Elsa.Fault {}"]);

        await Assert.ThrowsAsync<RefusalException>(() => _procedures.StartAsync("liar", "l"));

        Assert.Equal(0, await _procedures.SignalsAsync());
    }

    [Theory]
    [InlineData("omar", HttpStatusCode.Accepted, "Finished")]
    [InlineData("sara", HttpStatusCode.Forbidden, "Suspended")]
    public async Task Administrators_publish_events_from_outside(string user, HttpStatusCode answer, string status)
    {
        await _procedures.PublishAsync("waiter", [Waits]);
        await _procedures.StartAsync("waiter", "w");
        var person = await new Society(_server).AsAsync(user);

        var response = await person.PostAsync("/api/events", new { name = "Paid", payload = new { amount = 5 } });
        await _procedures.SweepAsync();

        Assert.Equal(answer, response.StatusCode);
        Assert.Equal(status, await _procedures.SubStatusAsync("w"));
    }

    [Fact]
    public async Task What_goes_on_with_incidents_commits_them_and_an_operator_retries_the_activity()
    {
        await _procedures.PublishAsync(
            "faulty",
            ["f Elsa.Fault {}"],
            """{"options":{"incidentStrategyType":"ContinueWithIncidentsStrategy"}}"""
        );

        await _procedures.StartAsync("faulty", "f1");

        Assert.Equal("Suspended", await _procedures.SubStatusAsync("f1"));
        var incident = Assert.Single(await _procedures.IncidentsAsync());
        var omar = await Browser.SignInAsync(_server, "omar");
        await omar.PostAsync($"/administration/retry?id={incident.Id}");
        var all = await _procedures.IncidentsAsync();
        Assert.Equal(["retried", null], all.Select(i => i.Resolution));
    }
}
