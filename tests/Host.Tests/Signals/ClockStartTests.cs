using CaseFlow.Host.Signals;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Signals;

/// <summary>Procedures that the clock starts.</summary>
public sealed class ClockStartTests : IDisposable
{
    private readonly CaseFlowServer _server = new();
    private readonly Procedures _procedures;

    public ClockStartTests() => _procedures = new Procedures(_server);

    public void Dispose() => _server.Dispose();

    private const string Hourly =
        """t Elsa.Timer {"interval":"01:00:00","customProperties":{"canStartWorkflow":true}}""";

    [Fact]
    public async Task A_timer_starts_its_procedure_at_each_interval_and_a_late_sweep_does_not_shift_it()
    {
        await _procedures.PublishAsync("hourly", [Hourly]);
        Assert.Equal(1, await ArrangeAsync());
        var published = _server.Now;

        await AtAsync(published.AddMinutes(59), instances: 0);
        await AtAsync(published.AddMinutes(75), instances: 1);
        await AtAsync(published.AddMinutes(119), instances: 1);
        await AtAsync(published.AddMinutes(120), instances: 2);
    }

    [Fact]
    public async Task What_was_missed_is_made_up_for_once()
    {
        await _procedures.PublishAsync("hourly", [Hourly]);
        await ArrangeAsync();
        var published = _server.Now;

        await AtAsync(published.AddHours(5.5), instances: 1);
        await AtAsync(published.AddHours(6), instances: 2);
    }

    [Fact]
    public async Task Arranging_again_changes_nothing()
    {
        await _procedures.PublishAsync("hourly", [Hourly]);
        await ArrangeAsync();
        _server.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(0, await ArrangeAsync());
        await AtAsync(_server.Now.AddMinutes(30), instances: 1);
    }

    [Fact]
    public async Task A_cron_expression_starts_its_procedure_at_its_moments()
    {
        await _procedures.PublishAsync(
            "daily",
            ["""t Elsa.Cron {"cronExpression":"0 0 9 * * ?","customProperties":{"canStartWorkflow":true}}"""]
        );
        await ArrangeAsync();
        var day = new DateTimeOffset(_server.Now.Date, TimeSpan.Zero);

        await AtAsync(day.AddHours(9), instances: 1);
        await AtAsync(day.AddHours(32), instances: 1);
        await AtAsync(day.AddHours(33), instances: 2);
    }

    [Fact]
    public async Task A_moment_starts_its_procedure_once()
    {
        var moment = _server.Now.AddHours(2);
        await _procedures.PublishAsync(
            "once",
            [$$$"""t Elsa.StartAt {"dateTime":"{{{moment:O}}}","customProperties":{"canStartWorkflow":true}}"""]
        );
        await ArrangeAsync();

        await AtAsync(moment, instances: 1);
        await ArrangeAsync();
        await AtAsync(moment.AddDays(1), instances: 1);
        Assert.Equal(0, await _procedures.SignalsAsync());
    }

    [Fact]
    public async Task A_version_that_is_no_longer_published_is_not_started()
    {
        await _procedures.PublishAsync("hourly", [Hourly]);
        await ArrangeAsync();
        await _server.ReadAsync(db =>
            db.Definitions.Where(d => d.DefinitionId == "hourly")
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.IsPublished, false))
        );

        await AtAsync(_server.Now.AddHours(2), instances: 0);
        Assert.Equal(0, await _procedures.SignalsAsync());
    }

    private async Task AtAsync(DateTimeOffset moment, int instances)
    {
        _server.Time.MoveTo(moment);
        await _procedures.SweepAsync();
        Assert.Equal(instances, await _server.ReadAsync(db => db.Instances.CountAsync(i => i.CaseNumber == null)));
    }

    private async Task<int> ArrangeAsync()
    {
        await using var scope = _server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ClockStarts>().ArrangeAsync(CancellationToken.None);
    }
}
