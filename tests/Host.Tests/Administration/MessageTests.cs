using System.Net;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>Messages that could not be delivered are sent again by hand, but for those that P59 holds back.</summary>
public abstract class MessageTests : DatabaseTests
{
    [DatabaseFact]
    public async Task A_message_that_was_given_up_leaves_after_all()
    {
        var id = await GiveUpAsync("no route to host");
        var omar = await Browser.SignInAsync(Server, "omar");
        var before = await omar.ReadAsync("/administration");

        await omar.PostAsync($"/administration/send?id={id}");
        await Server.SweepAsync();

        Assert.Contains("no route to host", before, StringComparison.Ordinal);
        Assert.DoesNotContain("no route to host", await omar.ReadAsync("/administration"), StringComparison.Ordinal);
        Assert.NotNull((await RowAsync(id)).SentAt);
        Assert.Equal(
            "user-omar",
            await Server.ReadAsync(db =>
                db.Audit.Where(a => a.Code == "message.sent-again").Select(a => a.ActorId).SingleAsync()
            )
        );
    }

    [DatabaseFact]
    public async Task A_message_that_is_held_back_shows_no_subject_and_is_not_sent()
    {
        var id = await GiveUpAsync("embargo");
        var omar = await Browser.SignInAsync(Server, "omar");

        var answer = await omar.PostAsync($"/administration/send?id={id}");

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("رسالة محجوبة الموضوع", page, StringComparison.Ordinal);
        Assert.DoesNotContain((await RowAsync(id)).Subject, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.NotNull((await RowAsync(id)).DeadAt);
    }

    [DatabaseFact]
    public async Task An_auditor_sends_nothing()
    {
        var id = await GiveUpAsync("no route to host");

        var answer = await (await Browser.SignInAsync(Server, "salma")).PostAsync($"/administration/send?id={id}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotNull((await RowAsync(id)).DeadAt);
    }

    private async Task<string> GiveUpAsync(string error)
    {
        await new Society(Server).FileAsync();
        return await Server.ReadAsync(async db =>
        {
            var row = await db.Outbox.FirstAsync(o => o.SentAt == null);
            (row.Attempts, row.DeadAt, row.LastError) = (8, Server.Now, error);
            await db.SaveChangesAsync();
            return row.Id;
        });
    }

    private Task<OutboxRow> RowAsync(string id) => Server.ReadAsync(db => db.Outbox.SingleAsync(o => o.Id == id));

    [On(TestDatabase.Sqlite)]
    public sealed class OnSqlite : MessageTests;

    [On(TestDatabase.PostgreSql)]
    public sealed class OnPostgreSql : MessageTests;

    [On(TestDatabase.SqlServer)]
    public sealed class OnSqlServer : MessageTests;
}
