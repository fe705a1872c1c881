using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Signals;

/// <summary>Messages that procedures send themselves.</summary>
public sealed class MailTests : IDisposable
{
    private readonly CaseFlowServer _server = new();
    private readonly Procedures _procedures;

    public MailTests() => _procedures = new Procedures(_server);

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_message_of_a_procedure_is_queued_in_its_burst_for_each_addressee_by_itself()
    {
        await _procedures.PublishAsync(
            "mailer",
            [
                """
                m Elsa.SendEmail {"to":{"typeName":"String","expression":{"type":"Object","value":"[\"a@x.example\",\"b@x.example\"]"}},"subject":"تذكير","body":"<p>أهلاً</p>"}
                """,
                """e Elsa.Event {"eventName":"Paid"}""",
            ]
        );

        await _procedures.StartAsync("mailer", "m1");

        var queued = await _server.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(o => o.To).ToListAsync());
        Assert.Equal(["a@x.example", "b@x.example"], queued.Select(o => o.To));
        Assert.All(queued, o => Assert.Equal(("تذكير", "<p>أهلاً</p>", "أهلاً"), (o.Subject, o.Html, o.Text.Trim())));
        Assert.Equal(2, queued.Select(o => o.Id).Distinct().Count());
        Assert.Equal("Suspended", await _procedures.SubStatusAsync("m1"));
    }

    [Fact]
    public async Task A_burst_that_fails_after_its_message_sends_nothing()
    {
        await _procedures.PublishAsync(
            "mailer",
            [
                """
                m Elsa.SendEmail {"to":{"typeName":"String","expression":{"type":"Object","value":"[\"a@x.example\"]"}},"subject":"s","body":"b"}
                """,
                "f Elsa.Fault",
            ]
        );

        await Assert.ThrowsAsync<Domain.RefusalException>(() => _procedures.StartAsync("mailer", "m1"));

        Assert.Equal(0, await _server.ReadAsync(db => db.Outbox.CountAsync()));
        Assert.Single(await _procedures.IncidentsAsync());
    }
}
