using System.Net;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Letters;

/// <summary>A letter sent to oneself before anybody else gets it.</summary>
[Collection(LetterOffice.Name)]
public sealed class LetterTestSendTests(Office office)
{
    [Fact]
    public async Task A_test_goes_to_its_author_alone_says_that_it_is_one_and_is_in_no_register()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync(
            "acceptance",
            ("BodyEn", (await office.LatestAsync("acceptance"))["BodyEn"] + "<p>More</p>")
        );
        typed["language"] = "en";
        var letters = await office.Server.ReadAsync(db => db.Letters.CountAsync());

        var answer = await omar.PostAsync(LetterDesk.Address("acceptance") + "/test", typed);

        var sent = await office.Server.ReadAsync(db =>
            db.Outbox.AsNoTracking().SingleAsync(o => o.To == "omar@society.example")
        );
        Assert.Contains("omar@society.example", await answer.PageOfAsync(), StringComparison.Ordinal);
        Assert.Equal("omar@society.example", sent.To);
        Assert.StartsWith("[تجربة · TEST] Reply to your request", sent.Subject, StringComparison.Ordinal);
        Assert.StartsWith("هذه رسالة تجريبية", sent.Text, StringComparison.Ordinal);
        Assert.Contains("This is a test", sent.Html, StringComparison.Ordinal);
        Assert.Contains("<p>More</p>", sent.Html, StringComparison.Ordinal);
        Assert.Equal((null, null), (sent.CaseNumber, sent.LetterId));
        Assert.Equal(letters, await office.Server.ReadAsync(db => db.Letters.CountAsync()));
        Assert.Equal(
            1,
            await office.Server.ReadAsync(db =>
                db.Audit.CountAsync(a => a.Code == "library.test-sent" && a.ActorName == "عمر باوزير")
            )
        );
        Assert.Equal(1, (await office.LatestRowAsync("acceptance")).Version);
    }

    [Fact]
    public async Task Tests_have_a_limit_for_a_while()
    {
        var hind = await Browser.SignInAsync(office.Server, "hind");
        var typed = await hind.TypedAsync("statement", ("language", "ar"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 7; i++)
            answers.Add((await hind.PostAsync(LetterDesk.Address("statement") + "/test", typed)).StatusCode);
        office.Server.Time.Advance(TimeSpan.FromMinutes(11));
        answers.Add((await hind.PostAsync(LetterDesk.Address("statement") + "/test", typed)).StatusCode);

        Assert.Equal(
            [.. Enumerable.Repeat(HttpStatusCode.OK, 6), HttpStatusCode.TooManyRequests, HttpStatusCode.OK],
            answers
        );
    }

    [Fact]
    public async Task A_letter_with_problems_is_not_sent()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("service", ("BodyAr", "{{ oops"), ("language", "ar"));

        var answer = await omar.PostAsync(LetterDesk.Address("service") + "/test", typed);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("{{ oops</textarea>", await answer.PageOfAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_sends_nothing()
    {
        var salma = await Browser.SignInAsync(office.Server, "salma");
        var typed = await salma.TypedAsync("service", ("language", "ar"));

        var answer = await salma.PostAsync(LetterDesk.Address("service") + "/test", typed);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
