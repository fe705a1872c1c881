using CaseFlow.Domain.Letters;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>The two-week clause (P59), through the whole host: nothing outside tells the outcome before the floor.</summary>
public sealed class StudyFloorTests : IAsyncLifetime
{
    private static readonly TimeSpan Floor = TimeSpan.FromDays(14);
    private readonly CaseFlowServer _accepting = new();
    private readonly CaseFlowServer _rejecting = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _accepting.DisposeAsync();
        await _rejecting.DisposeAsync();
    }

    [Fact]
    public async Task Until_one_second_before_the_floor_an_accepted_and_a_rejected_request_look_the_same_from_outside()
    {
        var accepted = await OutsideAsync(_accepting, "accept", Floor - TimeSpan.FromSeconds(1));
        var rejected = await OutsideAsync(_rejecting, "reject", Floor - TimeSpan.FromSeconds(1));

        Assert.Equal(accepted, rejected);
    }

    [Fact]
    public async Task At_the_floor_the_two_requests_differ()
    {
        var accepted = await OutsideAsync(_accepting, "accept", Floor);
        var rejected = await OutsideAsync(_rejecting, "reject", Floor);

        Assert.NotEqual(accepted, rejected);
    }

    [Fact]
    public async Task The_letter_goes_at_the_floor_and_only_once()
    {
        var society = new Society(_accepting);
        var number = await society.FileForStudyAsync();
        await society.DecideAsync(number, "accept");

        await _accepting.PassAsync(Floor - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await DecisionLettersAsync(number));

        await _accepting.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await DecisionLettersAsync(number));

        await _accepting.PassAsync(TimeSpan.FromDays(30));
        Assert.Equal(1, await DecisionLettersAsync(number));
    }

    [Fact]
    public async Task A_decision_that_comes_after_the_floor_is_told_at_once()
    {
        var society = new Society(_accepting);
        var number = await society.FileForStudyAsync();
        await _accepting.PassAsync(TimeSpan.FromDays(20));
        await society.DecideAsync(number, "accept");

        Assert.Equal(1, await DecisionLettersAsync(number));
    }

    [Fact]
    public async Task A_letter_whose_permit_does_not_hold_any_more_is_stopped_at_the_door()
    {
        var society = new Society(_accepting);
        var number = await society.FileForStudyAsync();
        await society.DecideAsync(number, "accept");
        await _accepting.PassAsync(Floor - TimeSpan.FromHours(1));
        _accepting.Time.Advance(TimeSpan.FromHours(1));
        await _accepting.FireTimersAsync();
        await _accepting.ReadAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"UPDATE Cases SET Document = json_set(Document, '$.permit.notBefore', '2099-01-01T00:00:00+00:00')"
            )
        );

        await _accepting.SweepAsync();

        var letter = await _accepting.ReadAsync(db => db.Outbox.SingleAsync(o => o.PermitId != null));
        Assert.Null(letter.SentAt);
        Assert.Equal("embargo", letter.LastError);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(_accepting.DataDirectory, "mail")),
            f => f.Contains(letter.Id, StringComparison.Ordinal)
        );
    }

    private Task<int> DecisionLettersAsync(string number) =>
        _accepting.ReadAsync(db =>
            db.Letters.CountAsync(l => l.CaseNumber == number && l.Class == LetterClass.DecisionAccept)
        );

    /// <summary>Everything that anyone but the committee can read, in one text.</summary>
    private static async Task<string> OutsideAsync(CaseFlowServer server, string choice, TimeSpan after)
    {
        var society = new Society(server);
        var number = await society.FileForStudyAsync();
        await server.PassAsync(TimeSpan.FromDays(1));
        await society.DecideAsync(number, choice);
        await server.PassAsync(after - TimeSpan.FromDays(1));

        var seen = new List<string>();
        foreach (var reader in new[] { "sara", "noura", "huda", "turki", "omar", "salma" })
        {
            var person = await society.AsAsync(reader);
            foreach (var path in Paths(number))
                seen.Add($"{reader} {path}\n{await ReadAsync(person, path)}");
        }
        seen.AddRange(
            Directory
                .EnumerateFiles(Path.Combine(server.DataDirectory, "mail"))
                .Select(f => Path.GetFileName(f))
                .Where(f => !f.StartsWith("sign-code", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        return string.Join('\n', seen);
    }

    private static IEnumerable<string> Paths(string number) =>
        [
            "/api/cases",
            $"/api/cases/{number}",
            $"/api/cases/{number}/timeline",
            $"/api/cases/{number}/letters",
            "/api/tasks",
        ];

    private static async Task<string> ReadAsync(Person person, string path)
    {
        var answer = await person.Http.GetAsync(path);
        return $"{(int)answer.StatusCode} {Stable(await answer.Content.ReadAsStringAsync())}";
    }

    // Names of uploads and traces are drawn at random and say nothing of a decision.
    private static string Stable(string text) =>
        System.Text.RegularExpressions.Regex.Replace(
            text,
            "\"(documentId|traceId|permitId)\":\"[^\"]*\"",
            "\"$1\":\"…\""
        );
}
