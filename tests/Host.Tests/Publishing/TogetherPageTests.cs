using System.Net;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Library;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>The page on which several drafts are handed in together, as a browser without scripts sees it.</summary>
public sealed class TogetherPageTests(StrictOffice office) : IClassFixture<StrictOffice>
{
    private const string Page = "/publications/new";

    [Fact]
    public async Task The_page_shows_each_draft_that_may_be_handed_in_and_ticks_what_it_was_opened_with()
    {
        var chosen = await office.SaveAsync(Procedure.Saying("listed-ticked", "one"));
        var other = await office.SaveAsync(Procedure.Saying("listed", "one"));
        var waiting = await office.SaveAsync(Procedure.Saying("listed-waiting", "one"));
        await office.PublishAsync(waiting, reason: "سبب");
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var page = await omar.ReadAsync($"{Page}?with=listed-ticked");

        Assert.Contains($"value=\"{chosen.Mark}\" checked", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{other.Mark}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.Mark, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_names_what_is_wrong_and_the_draft_that_may_be_missing()
    {
        var acceptance = await office.DraftAsync(
            "letters/acceptance",
            d => d.Saying("Reply to your", "Answer to your")
        );
        await office.DraftAsync("letters/rejection", d => d.Saying("Reply to your", "Answer to your"));
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync($"{Page}/check", new() { ["chosen[0]"] = acceptance.Mark });
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("letters/rejection.json", page, StringComparison.Ordinal);
        Assert.Contains("لعله من التغيير نفسه", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_that_is_refused_alone_shows_the_way_to_hand_it_in_with_others()
    {
        var user = await office.SaveAsync(Procedure.Using("refused-alone", "not-there-yet"));
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync(
            "/procedures/refused-alone/publication",
            new() { ["seen"] = user.Mark, ["reason"] = "سبب" }
        );

        Assert.Contains(
            "<a href=\"/publications/new?with=refused-alone\">",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_handed_in_together_shows_its_companions_and_one_approval_brings_in_all()
    {
        var first = await office.SaveAsync(Procedure.Saying("page-one", "one", "الأول"));
        var second = await office.SaveAsync(Procedure.Using("page-two", "page-one"));
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var both = new Dictionary<string, string> { ["chosen[0]"] = second.Mark, ["chosen[1]"] = first.Mark };
        Assert.Equal(HttpStatusCode.Conflict, (await omar.PostAsync(Page, both)).StatusCode);

        var answer = await omar.PostAsync(Page, new(both) { ["reason"] = "يحتاج أحدهما الآخر" });

        Assert.Equal("/procedures/page-two", answer.Headers.Location?.OriginalString);
        var hind = await Browser.SignInAsync(office.Server, "hind");
        var page = await hind.ReadAsync("/procedures/page-two");
        Assert.Contains("href=\"/procedures/page-one\"", page, StringComparison.Ordinal);
        var publication = page.Split("approve?publication=")[1].Split('"')[0];
        await hind.PostAsync($"/procedures/page-two/approve?publication={publication}");
        Assert.True((await office.RowAsync(first.Id)).IsPublished);
        Assert.True((await office.RowAsync(second.Id)).IsPublished);
    }

    [Fact]
    public async Task Nothing_ticked_is_said_in_a_sentence()
    {
        await office.SaveAsync(Procedure.Saying("not-ticked", "one"));
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync(Page, new() { ["reason"] = "سبب" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("لم تختر شيئًا", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("salma")]
    [InlineData("noura")]
    public async Task Only_policy_administrators_see_it(string who)
    {
        var visitor = await Browser.SignInAsync(office.Server, who);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Page)).StatusCode);
    }
}
