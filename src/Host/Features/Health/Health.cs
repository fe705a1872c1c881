using CaseFlow.Host.Persistence;
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
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") })
            .AllowAnonymous();
    }

    private sealed class Readiness(CaseFlowDb db, TimeProvider clock) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct)
        {
            var limit = clock.GetUtcNow() - TooLate;
            var late = await db.Timers.CountAsync(t => t.DueAt < limit && t.LeaseUntil < limit, ct);
            return late == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"{late} timers are more than {TooLate.TotalMinutes:0} minutes late.");
        }
    }
}
