using System.Net;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>A case that can go no further comes to a definite end, or is refused one.</summary>
public sealed class CancelTests : IDisposable
{
    private const string Why = "قُدم الطلب مرتين";
    private readonly CaseFlowServer _server = new();
    private readonly Society _society;
    private readonly Faults _faults;

    public CancelTests() => (_society, _faults) = (new Society(_server), new Faults(_server));

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_request_that_was_never_studied_is_closed_with_all_that_was_open()
    {
        var number = await _society.FileAsync(without: "income-proof");
        await _society.ReceiveAsync(number);
        var incident = await _faults.SecretAsync(number, "supply-items");

        await CancelAsync("omar", incident, Why);

        var file = CaseFile.FromJson(await CaseAsync(number));
        Assert.Equal(CloseReason.Cancelled, file.Closing!.As);
        Assert.False(await _server.ReadAsync(db => db.Tasks.AnyAsync(t => t.EndedAt == null)));
        Assert.False(await _server.ReadAsync(db => db.Timers.AnyAsync()));
        Assert.False(await _server.ReadAsync(db => db.EventWaits.AnyAsync()));
        Assert.False(await _server.ReadAsync(db => db.Incidents.AnyAsync(i => i.ResolvedAt == null)));
        Assert.Equal("user-omar", await _faults.ActorAsync(number, "instance.cancelled"));
    }

    [Fact]
    public async Task Its_member_reads_the_reason_in_a_letter_and_in_the_portal()
    {
        var number = await _society.FileAsync();
        await CancelAsync("omar", await _faults.SecretAsync(number, "receive"), Why);
        var sara = await _society.AsAsync("sara");

        var letter = await _server.ReadAsync(db =>
            db.Letters.Where(l => l.CaseNumber == number).OrderBy(l => l.Number).LastAsync()
        );
        Assert.Equal("cancellation", letter.Template);
        Assert.Contains(Why, WebUtility.HtmlDecode(letter.HtmlAr), StringComparison.Ordinal);
        Assert.Equal("cancelled", $"{(await sara.GetAsync($"/api/cases/{number}"))["status"]}");
        var told = (await sara.GetAsync($"/api/cases/{number}/timeline")).AsArray();
        Assert.Contains(told, line => $"{line!["facts"]?["reason"]}" == Why);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task A_studied_request_is_not_called_off_before_its_reply(string decision)
    {
        var number = await _society.FileForStudyAsync();
        await _society.DecideAsync(number, decision);
        var before = await CaseAsync(number);

        var answer = await CancelAsync("omar", await _faults.SecretAsync(number, "study-gate"), Why);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(before, await CaseAsync(number));
        Assert.True(await _server.ReadAsync(db => db.Timers.AnyAsync(t => t.InstanceId == number)));
    }

    [Fact]
    public async Task It_needs_a_reason_and_an_administrator()
    {
        var number = await _society.FileAsync();
        var incident = await _faults.SecretAsync(number, "receive");

        Assert.Equal(HttpStatusCode.Conflict, (await CancelAsync("omar", incident, " ")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await CancelAsync("salma", incident, Why)).StatusCode);
        await _society.ReceiveAsync(number);
    }

    private async Task<HttpResponseMessage> CancelAsync(string who, string incident, string reason) =>
        await (await Browser.SignInAsync(_server, who)).PostAsync(
            $"/administration/cancel?id={incident}",
            new() { ["reason"] = reason }
        );

    private Task<string> CaseAsync(string number) =>
        _server.ReadAsync(db => db.Cases.Where(c => c.Number == number).Select(c => c.Document).SingleAsync());
}
