using CaseFlow.Workflows.Schedules;
using Oracle = Quartz.CronExpression;

namespace CaseFlow.Host.Tests.Schedules;

/// <summary>Our reading of cron expressions against that of Quartz, whose notation it is.</summary>
public sealed class CronOracleTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("CASEFLOW_CORPUS") == "full" ? 20_000 : 400;
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly string[] Months =
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
    ];

    [Fact]
    public void Random_expressions_give_the_moments_that_Quartz_gives()
    {
        var random = new Random(17);
        for (var i = 0; i < Cases; i++)
        {
            var text = Expression(random);
            Assert.True(CronExpression.TryParse(text, out var ours, out var problem), $"{text}: {problem}");
            var quartz = new Oracle(text, TimeZoneInfo.Utc);
            DateTimeOffset? at = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(
                random.Next(2_000_000)
            );
            for (var step = 0; step < 5 && at is not null; step++)
            {
                var (expected, actual) = (quartz.GetNextValidTimeAfter(at.Value), ours.Next(at.Value));
                Assert.True(expected == actual, $"{text} after {at:u}: Quartz {expected:u}, we {actual:u}");
                at = expected;
            }
        }
    }

    private static string Expression(Random random)
    {
        var ofWeek = random.Next(2) == 0;
        return string.Join(
            ' ',
            Field(random, 0, 59),
            Field(random, 0, 59),
            Field(random, 0, 23),
            ofWeek ? "?" : OfMonth(random),
            random.Next(3) > 0 ? "*"
                : random.Next(2) == 0 ? Field(random, 1, 12)
                : Months[random.Next(12)],
            ofWeek ? OfWeek(random) : "?"
        );
    }

    private static string Field(Random random, int lowest, int highest)
    {
        int Value() => random.Next(lowest, highest + 1);
        var (a, b) = (Value(), Value());
        var step = random.Next(1, highest / 2);
        return random.Next(6) switch
        {
            0 => "*",
            1 => $"{a}",
            2 => $"{Math.Min(a, b)}-{Math.Max(a, b)}",
            3 => $"{a}/{step}",
            4 => $"{a},{b}",
            _ => $"*/{step}",
        };
    }

    private static string OfMonth(Random random) =>
        random.Next(7) switch
        {
            0 => "L",
            1 => "LW",
            2 => $"L-{random.Next(1, 20)}",
            3 => $"{random.Next(1, 29)}W",
            4 => $"{random.Next(1, 29)}",
            _ => Field(random, 1, 28),
        };

    private static string OfWeek(Random random) =>
        random.Next(6) switch
        {
            0 => Days[random.Next(7)],
            1 => $"{random.Next(1, 8)}L",
            2 => $"{random.Next(1, 8)}#{random.Next(1, 6)}",
            3 => "MON-FRI",
            4 => $"{random.Next(1, 8)},{random.Next(1, 8)}",
            _ => $"{random.Next(1, 4)}-{random.Next(4, 8)}",
        };
}
