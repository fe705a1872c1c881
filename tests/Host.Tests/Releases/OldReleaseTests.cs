using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Crash;
using CaseFlow.Host.Tests.Migrations;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Releases;

/// <summary>
/// A database that an earlier release has left goes on under this one: every case that waited comes to its end, with its letters.
/// docs/releases.md says how the database of a new release is kept.
/// </summary>
public sealed class OldReleaseTests
{
    /// <summary>The end of each case, and the letters that it has had by then beside the invitation to evaluate.</summary>
    private static readonly Dictionary<string, (CloseReason As, string Letters)> Ends = new()
    {
        ["withdrawn"] = (CloseReason.Withdrawn, "acknowledgement study-notice withdrawal-acknowledgement"),
        ["rejected"] = (CloseReason.Rejected, "acknowledgement study-notice rejection"),
        ["closed"] = (CloseReason.Served, Served),
        ["registration"] = (CloseReason.Served, Served),
        ["provision"] = (CloseReason.Served, Served),
        ["confirmation"] = (CloseReason.Served, Served),
        ["override"] = (CloseReason.Served, Served),
        ["reception"] = (CloseReason.Served, Served),
        ["missing items"] = (CloseReason.Served, ServedAfterAsking),
        ["matching"] = (CloseReason.Served, Served),
        ["signature"] = (CloseReason.Served, Served),
        ["explanation"] = (CloseReason.Served, Served),
        ["clarification"] = (CloseReason.Served, $"acknowledgement clarification {AfterStudy}"),
        ["votes"] = (CloseReason.Served, Served),
        ["decision"] = (CloseReason.Served, Served),
        ["returned"] = (CloseReason.Served, $"acknowledgement study-notice missing-items {AfterStudy}"),
        ["sealed acceptance"] = (CloseReason.Served, Served),
        ["sealed rejection"] = (CloseReason.Rejected, "acknowledgement study-notice rejection"),
        ["direct service"] = (CloseReason.Answered, "acknowledgement statement"),
    };

    private const string AfterStudy = "study-notice acceptance registration service";
    private const string Served = $"acknowledgement {AfterStudy}";
    private const string ServedAfterAsking = $"acknowledgement missing-items {AfterStudy}";

    public static TheoryData<string> Releases => [.. StoredRelease.All];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Every_case_of_an_earlier_release_comes_to_its_end_with_its_letters(string release)
    {
        var (data, left, cases) = await StoredRelease.Named(release).UnpackAsync();
        await using var server = new CaseFlowServer { Data = data };
        server.Time.MoveTo(left);
        var pending = await server.ReadAsync(db => db.Outbox.CountAsync(o => o.SentAt == null));

        await WorkToTheEndAsync(server);

        Assert.NotEqual(0, pending);
        Assert.Equal(Expected(cases.Keys), await EndsAsync(server, cases));
        Assert.Equal(0, await server.ReadAsync(db => db.Outbox.CountAsync(o => o.SentAt == null)));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Moved_to_the_version_in_force_every_case_comes_to_the_same_end(string release)
    {
        var (data, left, cases) = await StoredRelease.Named(release).UnpackAsync();
        await using var server = new CaseFlowServer { Data = data };
        server.Time.MoveTo(left);
        var (_, to) = await server.PublishAsync(NextVersion.AddNote);
        var omar = await Administration.Browser.SignInAsync(server, "omar");
        foreach (var from in await server.ReadAsync(db => OldVersions(db, to)))
            await omar.PostAsync("/migrations/run", new() { ["from"] = from, ["to"] = to });

        Assert.Empty(await server.ReadAsync(db => OldVersions(db, to)));
        await WorkToTheEndAsync(server);
        Assert.Equal(Expected(cases.Keys), await EndsAsync(server, cases));
    }

    private static Task<List<string>> OldVersions(CaseFlowDb db, string to) =>
        db
            .Instances.Where(i => i.DefinitionId == NextVersion.Procedure && i.FinishedAt == null)
            .Where(i => i.DefinitionVersionId != to)
            .Select(i => i.DefinitionVersionId)
            .Distinct()
            .ToListAsync();

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task What_was_half_done_in_an_earlier_release_is_still_there(string release)
    {
        var (data, left, cases) = await StoredRelease.Named(release).UnpackAsync();
        await using var server = new CaseFlowServer { Data = data };
        server.Time.MoveTo(left);
        var omar = await Administration.Browser.SignInAsync(server, "omar");

        var page = await omar.ReadAsync("/administration");

        Assert.Contains(cases["explanation"], page, StringComparison.Ordinal);
        Assert.Equal(1, await server.ReadAsync(db => db.RequestDrafts.CountAsync()));
        Assert.Equal(1, await server.ReadAsync(db => db.SignCodes.CountAsync()));
        var matching = await server.ReadAsync(db =>
            db.Tasks.SingleAsync(t => t.CaseNumber == cases["matching"] && t.Status == HumanTaskStatus.Claimed)
        );
        Assert.Equal(1, await server.ReadAsync(db => db.TaskDrafts.CountAsync(d => d.TaskId == matching.Id)));
    }

    /// <summary>Also what makes the database of a release: see docs/releases.md.</summary>
    [Fact]
    public async Task This_release_leaves_a_case_at_every_kind_of_step_and_brings_each_to_its_end()
    {
        var data = Directory.CreateTempSubdirectory("caseflow-test-");
        IReadOnlyDictionary<string, string> cases;
        await using (var server = new CaseFlowServer { Data = data, KeepData = true })
            cases = await new ReleaseCases(server).MakeAsync();
        var file = Environment.GetEnvironmentVariable("CASEFLOW_RELEASE_FIXTURE") is { Length: > 0 } wanted
            ? wanted
            : Path.Combine(data.FullName, "release.zip");

        await StoredRelease.PackAsync(data, cases, file);

        Assert.Equal(Ends.Keys.Order(StringComparer.Ordinal), cases.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(new FileInfo(file).Length, 1, 800_000);
        data.Delete(recursive: true);
    }

    private static Task<List<string>> EndsAsync(CaseFlowServer server, IReadOnlyDictionary<string, string> cases) =>
        server.ReadAsync(async db =>
        {
            var found = new List<string>();
            foreach (var (name, number) in cases)
            {
                var document = await db.Cases.Where(c => c.Number == number).Select(c => c.Document).SingleAsync();
                var letters = await db
                    .Letters.Where(l => l.CaseNumber == number && l.Class != LetterClass.Survey)
                    .OrderBy(l => l.IssuedAt)
                    .ThenBy(l => l.Number)
                    .Select(l => l.Template)
                    .ToListAsync();
                found.Add($"{name}: {CaseFile.FromJson(document).Closing?.As} {string.Join(' ', letters)}");
            }
            return found.Order(StringComparer.Ordinal).ToList();
        });

    private static async Task WorkToTheEndAsync(CaseFlowServer server)
    {
        var everybody = new Workforce(new Society(server));
        // What was on its way first of all stays on its way: the member signs with the code that the earlier release sent.
        while (await server.ReadAsync(db => db.Cases.AnyAsync(c => c.Status != CaseStatus.Closed)))
            if (await everybody.WorkAsync() == 0)
                await server.PassAsync(TimeSpan.FromDays(14));
        await server.SweepAsync();
    }

    private static List<string> Expected(IEnumerable<string> names) =>
        [.. names.Select(n => $"{n}: {Ends[n].As} {Ends[n].Letters}").Order(StringComparer.Ordinal)];
}
