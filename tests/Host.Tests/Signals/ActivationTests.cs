using CaseFlow.Domain;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Signals;

/// <summary>Definitions that let no further instance begin.</summary>
public sealed class ActivationTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>, IAsyncLifetime
{
    private readonly CaseFlowServer _server = server;
    private readonly Procedures _procedures = new(server);

    public Task InitializeAsync() => _procedures.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("SingletonStrategy", "k1", "k2", false)]
    [InlineData("CorrelatedSingletonStrategy", "k1", "k1", false)]
    [InlineData("CorrelatedSingletonStrategy", "k1", "k2", true)]
    [InlineData("CorrelatedSingletonStrategy", null, null, false)]
    [InlineData("CorrelationStrategy", "k1", "k1", false)]
    [InlineData("CorrelationStrategy", "k1", "k2", true)]
    [InlineData("CorrelationStrategy", null, null, true)]
    [InlineData("AllowAlwaysStrategy", "k1", "k1", true)]
    public async Task A_second_instance_begins_only_if_the_definition_lets_it(
        string strategy,
        string? first,
        string? second,
        bool begins
    )
    {
        await PublishAsync("gated", strategy);
        await _procedures.StartAsync("gated", "i1", first);

        var refused = await Record.ExceptionAsync(() => _procedures.StartAsync("gated", "i2", second));

        Assert.Equal(begins ? null : "procedure.already-running", (refused as RefusalException)?.Refusal.Code);
        Assert.Equal(begins ? 2 : 1, await _server.ReadAsync(db => db.Instances.CountAsync()));
    }

    [Fact]
    public async Task The_same_correlation_id_in_another_definition_keeps_one_from_beginning()
    {
        await PublishAsync("free", "AllowAlwaysStrategy");
        await PublishAsync("gated", "CorrelationStrategy");
        await _procedures.StartAsync("free", "i1", "k");

        await Assert.ThrowsAsync<RefusalException>(() => _procedures.StartAsync("gated", "i2", "k"));
    }

    [Fact]
    public async Task When_the_first_has_ended_the_next_may_begin()
    {
        await PublishAsync("gated", "SingletonStrategy");
        await _procedures.StartAsync("gated", "i1");
        await _procedures.PublishEventAsync("Go");
        await _procedures.SweepAsync();

        await _procedures.StartAsync("gated", "i2");

        Assert.Equal("Suspended", await _procedures.SubStatusAsync("i2"));
    }

    [Fact]
    public async Task Of_many_that_begin_at_once_one_begins()
    {
        await PublishAsync("gated", "SingletonStrategy");

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Record.ExceptionAsync(() => _procedures.StartAsync("gated", $"i{i}")))
        );

        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<RefusalException>(), r => Assert.Equal("procedure.already-running", r.Refusal.Code));
        Assert.Equal(1, await _server.ReadAsync(db => db.Instances.CountAsync()));
    }

    private Task PublishAsync(string id, string strategy) =>
        _procedures.PublishAsync(
            id,
            ["""e Elsa.Event {"eventName":"Go"}"""],
            $$$"""{"options":{"activationStrategyType":"Elsa.Workflows.Runtime.ActivationValidators.{{{strategy}}}, Elsa.Workflows.Runtime"}}"""
        );
}
