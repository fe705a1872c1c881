using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Schedules;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

public sealed class CronTests
{
    [Theory]
    [InlineData("0 0 9 * * ?", "2026-01-05T09:00:00Z")] // every morning
    [InlineData("0 0 9 ? * SUN-THU", "2026-01-05T09:00:00Z")]
    [InlineData("0 0 9 ? * FRI", "2026-01-09T09:00:00Z")]
    [InlineData("0 0/15 * * * ?", "2026-01-04T09:15:00Z")]
    [InlineData("*/20 * * * * *", "2026-01-04T09:00:20Z")]
    [InlineData("0 0 0 L * ?", "2026-01-31T00:00:00Z")]
    [InlineData("0 0 0 LW * ?", "2026-01-30T00:00:00Z")] // the last working day: the 31st is a Saturday
    [InlineData("0 0 0 L-3 2 ?", "2026-02-25T00:00:00Z")]
    [InlineData("0 0 0 1W 8 ?", "2026-08-03T00:00:00Z")] // the 1st is a Saturday, and July is another month
    [InlineData("0 0 0 ? * 6#3", "2026-01-16T00:00:00Z")] // third Friday
    [InlineData("0 0 0 ? * 5L", "2026-01-29T00:00:00Z")] // last Thursday
    [InlineData("0 0 0 29 2 ?", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 22-2 * * ?", "2026-01-04T22:00:00Z")] // over midnight
    [InlineData("0 0 0 1 1 ? 2030", "2030-01-01T00:00:00Z")]
    public void The_next_moment_of_an_expression(string text, string next)
    {
        Assert.True(CronExpression.TryParse(text, out var cron, out _));

        var after = DateTimeOffset.Parse("2026-01-04T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), cron.Next(after));
    }

    [Theory]
    [InlineData("0 0 9 * *", "six fields")]
    [InlineData("0 0 9 ? * 0", "day of the week, which runs from 1 to 7")]
    [InlineData("0 60 9 * * ?", "minutes")]
    [InlineData("0 0 9 15 * MON", "cannot both be given")]
    [InlineData("0 0 9 ? * MON#6", "day of the week")]
    [InlineData("0 0/0 9 * * ?", "minutes")]
    [InlineData("0 0 9 ? * someday", "day of the week")]
    public void What_is_no_expression_is_refused_with_the_field_that_is_wrong(string text, string problem) =>
        Assert.Contains(problem, CronExpression.ProblemOf(text), StringComparison.Ordinal);

    [Fact]
    public void A_day_that_never_comes_gives_no_moment()
    {
        Assert.True(CronExpression.TryParse("0 0 0 30 2 ?", out var cron, out _));

        Assert.Null(cron.Next(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void A_cron_wait_ends_at_the_next_moment_and_not_before()
    {
        var story = new Story(Chart.Read("w = Elsa.Cron {\"cronExpression\":\"0 0 9 * * ?\"}\n w -> a")).Start();

        Assert.Empty(story.Wait(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1)).Lines);
        Assert.Equal(["a"], story.Wait(TimeSpan.FromTicks(1)).Lines);
    }

    [Fact]
    public void A_wait_for_a_day_that_never_comes_is_a_fault()
    {
        var story = new Story(Chart.Read("w = Elsa.Cron {\"cronExpression\":\"0 0 0 30 2 ?\"}\n w -> a")).Start();

        Assert.Equal("cron.never", story.Incident!.Code);
    }

    [Fact]
    public void A_timer_waits_once_for_its_interval_and_a_minute_if_none_is_written()
    {
        var story = new Story(Chart.Read("w = Elsa.Timer\n w -> a")).Start();

        Assert.Empty(story.Wait(TimeSpan.FromSeconds(59)).Lines);
        Assert.Equal(["a"], story.Wait(TimeSpan.FromDays(1)).Lines);
    }

    [Theory]
    [InlineData("Elsa.Timer", "{\"interval\":\"01:00:00\"}")]
    [InlineData("Elsa.Cron", "{\"cronExpression\":\"0 0 9 * * ?\"}")]
    public void A_trigger_that_started_the_instance_does_not_wait_again(string type, string more)
    {
        var story = new Story(Chart.Read($"w = {type} {more}\n w -> a"));

        story.Feed(new Workflows.Execution.Stimulus.Started("i", new Dictionary<string, object?>(), "w"));

        Assert.Equal(["a"], story.Lines);
    }

    [Fact]
    public void A_wrong_literal_is_refused_before_publishing()
    {
        var definition = Chart.Read("w = Elsa.Cron {\"cronExpression\":\"0 0 9 * *\"}\n w -> a");

        Assert.Equal(
            "input.literal-invalid",
            Assert.Single(DefinitionCheck.Check(definition, ActivityCatalogue.All)).Code
        );
    }
}
