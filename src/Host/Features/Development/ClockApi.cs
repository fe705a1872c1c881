using System.Globalization;
using System.Text.Json.Serialization;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Delivery;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Timers;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Features.Development;

/// <summary>Moves the clock forward, so that anyone can watch a study period pass. Mapped in Development only.</summary>
public static class ClockApi
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    public static void MapClock(this WebApplication app)
    {
        app.MapPost("/dev/clock", AdvanceByJsonAsync)
            .Accepts<AdvanceClock>("application/json")
            .ExcludeFromDescription();
        app.MapPost("/dev/clock/form", AdvanceByFormAsync).ExcludeFromDescription();
    }

    /// <summary>How far to move, as <c>d.hh:mm:ss</c>.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record AdvanceClock
    {
        public required string Advance { get; init; }
    }

    private static async Task<IResult> AdvanceByJsonAsync(
        AdvanceClock request,
        ClockMover mover,
        CancellationToken ct
    ) => Results.Ok(new { now = await mover.AdvanceAsync(Parse(request.Advance), ct) });

    private static async Task<IResult> AdvanceByFormAsync(
        [FromForm] string advance,
        [FromForm] string? returnUrl,
        ClockMover mover,
        CancellationToken ct
    )
    {
        await mover.AdvanceAsync(Parse(advance), ct);
        return Results.LocalRedirect(string.IsNullOrEmpty(returnUrl) ? "/" : returnUrl);
    }

    private static TimeSpan Parse(string advance) =>
        TimeSpan.TryParse(advance, CultureInfo.InvariantCulture, out var by) && by > TimeSpan.Zero && by <= Longest
            ? by
            : throw RefusalException.Of("clock.not-a-time", null, ("given", advance));
}

/// <summary>Advances the development clock, remembers it, and lets everything that came due happen at once.</summary>
public sealed class ClockMover(DevelopmentClock clock, CaseFlowDb db, UnitOfWork unit, DueWork due, Outbox outbox)
{
    private const string Key = "development-clock";

    public async Task<DateTimeOffset> AdvanceAsync(TimeSpan by, CancellationToken ct)
    {
        clock.Advance(by);
        await unit.RunAsync(
            async () =>
            {
                var setting = await db.Settings.FindAsync([Key], ct);
                if (setting is null)
                    db.Settings.Add(setting = new SettingRow { Key = Key });
                setting.Value = clock.Ahead.ToString("c", CultureInfo.InvariantCulture);
                db.Audit.Add(
                    AuditTrail.Line(null, unit.Now, "clock.advanced", EventAudience.Staff, ("by", setting.Value))
                );
            },
            ct
        );
        await due.DoAsync(ct);
        await outbox.SendAsync(ct);
        return clock.GetUtcNow();
    }

    /// <summary>At start: time goes on from where it was moved to before.</summary>
    public async Task RestoreAsync(CancellationToken ct)
    {
        if (await db.Settings.FindAsync([Key], ct) is { } setting)
            clock.Advance(TimeSpan.Parse(setting.Value, CultureInfo.InvariantCulture));
    }
}
