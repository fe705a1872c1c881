using System.Globalization;
using CaseFlow.Host.Delivery;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Crash;

/// <summary>Everything that a burst leaves behind, as text, so that two ways to the same point can be compared.</summary>
internal static class Standing
{
    public static async Task<string> OfAsync(CaseFlowServer server)
    {
        var lines = await server.ReadAsync(async db =>
        {
            var found = new List<string>();
            found.AddRange(
                (await db.Cases.ToListAsync()).Select(c => $"case {c.Number} {c.Status} {c.PublicStatus} {c.Version}")
            );
            found.AddRange(
                (await db.Instances.ToListAsync()).Select(i => $"instance {i.Id} {i.Status} {i.SubStatus} {i.Version}")
            );
            found.AddRange(
                (await db.Journal.ToListAsync()).Select(j =>
                    $"journal {j.InstanceId} {j.Sequence:0000} {j.ActivityId} {j.Event}"
                )
            );
            found.AddRange(
                (await db.Tasks.ToListAsync()).Select(t =>
                    $"task {t.Id} {t.Kind} {t.Status} {t.AssigneeId} {t.Version}"
                )
            );
            found.AddRange(
                (await db.Timers.ToListAsync()).Select(t => $"timer {t.Id} {t.Kind} {Moment(t.DueAt)} {t.Attempts}")
            );
            found.AddRange((await db.EventWaits.ToListAsync()).Select(w => $"wait {w.Id} {w.Name}"));
            found.AddRange(
                (await db.Letters.ToListAsync()).Select(l => $"letter {l.Number} {l.Template} {l.CaseNumber} {l.Class}")
            );
            found.AddRange(
                (await db.Registers.ToListAsync()).Select(r => $"register {r.Series} {r.HijriYear} {r.Last}")
            );
            // The id of a code is drawn at random.
            found.AddRange(
                (await db.Outbox.ToListAsync()).Select(o =>
                    $"message {(o.Confidential ? "code" : o.Id)} {o.CaseNumber} {o.SentAt is not null} {o.DeadAt is not null}"
                )
            );
            found.AddRange(
                (await db.Audit.Where(a => a.CaseNumber != null).ToListAsync()).Select(a =>
                    $"audit {a.CaseNumber} {a.Code} {a.ActorId} {Moment(a.At)}"
                )
            );
            found.AddRange((await db.Incidents.ToListAsync()).Select(i => $"incident {i.Code} {i.Message}"));
            found.AddRange(
                (await db.EvaluationInvitations.ToListAsync()).Select(e => $"invitation {e.CaseNumber} {e.Answered}")
            );
            return found;
        });
        return string.Join('\n', lines.Concat(Mail(server)).Order(StringComparer.Ordinal));
    }

    // What a dead process had claimed is taken up once the claim has lapsed: so much later is no difference, earlier is one.
    private static string Moment(DateTimeOffset moment) =>
        (moment - TimeSpan.FromTicks(moment.Ticks % (2 * Outbox.Lease).Ticks)).ToString(
            "O",
            CultureInfo.InvariantCulture
        );

    private static IEnumerable<string> Mail(CaseFlowServer server)
    {
        var folder = Path.Combine(server.DataDirectory, "mail");
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder)
                .Select(f => Path.GetFileName(f))
                .Select(f => f.StartsWith("sign-code", StringComparison.Ordinal) ? "mail code" : $"mail {f}")
            : [];
    }

    /// <summary>What the one has and the other has not.</summary>
    public static string Difference(string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n').ToList(), actual.Split('\n').ToList());
        foreach (var line in wanted.ToList())
            if (got.Remove(line))
                wanted.Remove(line);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"missing {wanted.Count}: {string.Join("; ", wanted)}\ntoo much {got.Count}: {string.Join("; ", got)}"
        );
    }
}
