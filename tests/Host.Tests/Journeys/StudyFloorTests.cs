using System.Text.Json.Nodes;
using CaseFlow.Domain.Letters;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>The two-week clause (P59), through the whole host: nothing outside tells the outcome before the floor.</summary>
public abstract class StudyFloorTests : DatabaseTests
{
    private static readonly TimeSpan Floor = TimeSpan.FromDays(14);
    private readonly CaseFlowServer _accepting;
    private readonly CaseFlowServer _rejecting;

    protected StudyFloorTests() =>
        (_accepting, _rejecting) = (new() { Database = Database }, new() { Database = Database });

    public override async Task DisposeAsync()
    {
        await _accepting.DisposeAsync();
        await _rejecting.DisposeAsync();
    }

    /// <summary>Everybody but those who sit at the committee's table: the member, another member, staff, overseers, who stepped back.</summary>
    private static readonly string[] Outsiders =
    [
        "sara",
        "khalid",
        "noura",
        "huda",
        "turki",
        "reem",
        "omar",
        "salma",
        SteppedBack,
    ];

    private const string SteppedBack = "majed";

    [DatabaseFact]
    public async Task Until_one_second_before_the_floor_an_accepted_and_a_rejected_request_look_the_same_from_outside()
    {
        var accepted = await DecidedAsync(_accepting, "accept", Floor - TimeSpan.FromSeconds(1));
        var rejected = await DecidedAsync(_rejecting, "reject", Floor - TimeSpan.FromSeconds(1));

        foreach (var reader in Outsiders)
            Assert.Equal(await accepted.OfAsync(reader, "ar"), await rejected.OfAsync(reader, "ar"));
        foreach (var reader in new[] { "sara", "noura", SteppedBack })
            Assert.Equal(await accepted.OfAsync(reader, "en"), await rejected.OfAsync(reader, "en"));
        Assert.Equal(accepted.Mail(), rejected.Mail());
    }

    [DatabaseFact]
    public async Task At_the_floor_all_who_may_know_see_the_two_requests_differ()
    {
        var accepted = await DecidedAsync(_accepting, "accept", Floor);
        var rejected = await DecidedAsync(_rejecting, "reject", Floor);

        foreach (var reader in new[] { "sara", "noura", "salma" })
            Assert.NotEqual(await accepted.OfAsync(reader, "ar"), await rejected.OfAsync(reader, "ar"));
        Assert.NotEqual(accepted.Mail(), rejected.Mail());
        // Another member's case does not exist for him, whatever its end.
        Assert.Equal(await accepted.OfAsync("khalid", "ar"), await rejected.OfAsync("khalid", "ar"));
    }

    [DatabaseFact]
    public async Task A_request_withdrawn_before_the_floor_never_tells_what_had_been_decided()
    {
        var accepted = await WithdrawnAsync(_accepting, "accept");
        var rejected = await WithdrawnAsync(_rejecting, "reject");

        foreach (var reader in new[] { "sara", "noura", "salma" })
            Assert.Equal(await accepted.OfAsync(reader, "ar"), await rejected.OfAsync(reader, "ar"));
        Assert.Equal(accepted.Mail(), rejected.Mail());
    }

    [DatabaseFact]
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

    [DatabaseFact]
    public async Task A_decision_that_comes_after_the_floor_is_told_at_once()
    {
        var society = new Society(_accepting);
        var number = await society.FileForStudyAsync();
        await _accepting.PassAsync(TimeSpan.FromDays(20));
        await society.DecideAsync(number, "accept");

        Assert.Equal(1, await DecisionLettersAsync(number));
    }

    [DatabaseFact]
    public async Task A_letter_whose_permit_does_not_hold_any_more_is_stopped_at_the_door()
    {
        var society = new Society(_accepting);
        var number = await society.FileForStudyAsync();
        await society.DecideAsync(number, "accept");
        await _accepting.PassAsync(Floor - TimeSpan.FromHours(1));
        _accepting.Time.Advance(TimeSpan.FromHours(1));
        await _accepting.FireTimersAsync();
        await _accepting.ReadAsync(HoldPermitAsync);

        await _accepting.SweepAsync();

        var letter = await _accepting.ReadAsync(db => db.Outbox.SingleAsync(o => o.PermitId != null));
        Assert.Null(letter.SentAt);
        Assert.Equal("embargo", letter.LastError);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(_accepting.DataDirectory, "mail")),
            f => f.Contains(letter.Id, StringComparison.Ordinal)
        );
    }

    private static async Task<int> HoldPermitAsync(CaseFlowDb db)
    {
        var row = await db.Cases.SingleAsync();
        var document = JsonNode.Parse(row.Document)!;
        document["permit"]!["notBefore"] = "2099-01-01T00:00:00+00:00";
        row.Document = document.ToJsonString();
        return await db.SaveChangesAsync();
    }

    private Task<int> DecisionLettersAsync(string number) =>
        _accepting.ReadAsync(db =>
            db.Letters.CountAsync(l => l.CaseNumber == number && l.Class == LetterClass.DecisionAccept)
        );

    /// <summary>A decided request, seen so long after the explanation; beside it a draft and a request that waits for a document.</summary>
    private static async Task<OutsideView> DecidedAsync(CaseFlowServer server, string choice, TimeSpan after)
    {
        var society = new Society(server);
        var number = await society.FileForStudyAsync();
        await society.ReceiveAsync(await society.FileAsync(without: ["iban-certificate"]));
        var sara = await Browser.SignInAsync(server, "sara");
        await sara.PostAsync("/my/new/rent-support", from: "/my/new/rent-support");
        await server.PassAsync(TimeSpan.FromDays(1));
        await (await society.AsAsync(SteppedBack)).CompleteAsync(
            number,
            "CaseFlow.CommitteeStudy.Vote",
            "Recused",
            new { reason = "قرابة من الدرجة الأولى." }
        );
        await society.VoteAsync(number, "abdulrahman", choice);
        await society.VoteAsync(number, "latifa", choice);
        await society.SealAsync(number, choice);
        await server.PassAsync(after - TimeSpan.FromDays(1));
        return new OutsideView(server, society, number);
    }

    private static async Task<OutsideView> WithdrawnAsync(CaseFlowServer server, string choice)
    {
        var decided = await DecidedAsync(server, choice, TimeSpan.FromDays(10));
        var sara = await new Society(server).AsAsync("sara");
        await sara.MustPostAsync($"/api/cases/{decided.Number}/withdrawal", new { reason = "وجدت بديلاً." });
        await server.PassAsync(TimeSpan.FromDays(30));
        return decided;
    }
}
