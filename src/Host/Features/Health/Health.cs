using CaseFlow.Host.Persistence;
using CaseFlow.Host.Timers;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CaseFlow.Host.Features.Health;

/// <summary>Live: the process answers. Ready: it can read its database and the timers are not behind.</summary>
public static class HealthEndpoints
{
    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(5);

    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<Readiness>("database", tags: ["ready"]);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready"), ResponseWriter = WriteAsync }
            )
            .AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                problems = report.Entries.Values.Select(e => e.Description).OfType<string>(),
                timers = report.Entries.Values.SelectMany(e => e.Data).ToDictionary(d => d.Key, d => d.Value),
            }
        );

    private sealed class Readiness(CaseFlowDb db, TimeProvider clock, Lateness lateness) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct)
        {
            var limit = clock.GetUtcNow() - TooLate;
            var late = await db.Timers.CountAsync(t => t.DueAt < limit && t.LeaseUntil < limit, ct);
            var fired = lateness.Summary();
            var facts = new Dictionary<string, object>
            {
                ["late"] = late,
                ["fired"] = fired.Fired,
                ["secondsLateMedian"] = fired.Median,
                ["secondsLate95"] = fired.Percentile95,
                ["secondsLateLongest"] = fired.Longest,
            };
            return late == 0
                ? HealthCheckResult.Healthy(data: facts)
                : HealthCheckResult.Degraded(
                    $"{late} timers are more than {TooLate.TotalMinutes:0} minutes late.",
                    data: facts
                );
        }
    }
}
