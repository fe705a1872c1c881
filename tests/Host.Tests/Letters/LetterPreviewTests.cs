using System.Net;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Letters;

/// <summary>Looking at a letter before anybody gets it: on an invented case, and on real ones without telling what is sealed.</summary>
[Collection(LetterOffice.Name)]
public sealed class LetterPreviewTests(Office office)
{
    [Fact]
    public async Task A_letter_is_shown_in_both_languages_on_an_invented_case_and_nothing_is_written()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("study-notice", ("SubjectAr", "موضوع جديد {{ case.number }}"));
        var before = await RowsAsync();

        var answer = await omar.PostAsync(LetterDesk.Address("study-notice") + "/preview", typed);
        var page = await answer.PageOfAsync();

        Assert.Contains("موضوع جديد CF-1448-00127", page, StringComparison.Ordinal);
        Assert.Contains("نورة بنت عبدالله القحطاني", page, StringComparison.Ordinal);
        Assert.Contains("The policy says that the reply", page, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task No_script_of_a_letter_can_run_in_its_preview()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.GetAsync(LetterDesk.Address("study-notice"));

        Assert.Contains(
            "sandbox=\"allow-same-origin\"",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_shipped_letter_reads_well_on_its_invented_case()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        foreach (var key in Keys)
        {
            var page = WebUtility.HtmlDecode(await omar.ReadAsync(LetterDesk.Address(key)));

            Assert.True(page.Split("<iframe").Length == 3, $"{key} is not shown in both languages.");
            Assert.DoesNotContain("notice-warning", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_decision_is_shown_on_a_real_case_only_after_its_reply_and_what_it_says_stays_covered()
    {
        var society = new Society(office.Server);
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var number = await society.FileForStudyAsync();
        var undecided = await ShowAsync(omar, "acceptance", number);
        await society.DecideAsync(number, "reject");

        var sealedYes = await ShowAsync(omar, "acceptance", number);
        var sealedNo = await ShowAsync(omar, "rejection", number);
        var follows = await ShowAsync(omar, "registration", number);
        await office.Server.PassAsync(TimeSpan.FromDays(15));
        var told = await ShowAsync(omar, "rejection", number);
        var untrue = await ShowAsync(omar, "acceptance", number);

        const string refused = "لا يُعاين هذا الخطاب على هذه المعاملة";
        Assert.All(
            [undecided, sealedYes, sealedNo, follows, untrue],
            p => Assert.Contains(refused, p, StringComparison.Ordinal)
        );
        Assert.All(
            [undecided, sealedYes, sealedNo, follows, untrue],
            p => Assert.DoesNotContain("<iframe", p, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(refused, told, StringComparison.Ordinal);
        Assert.Contains("سارة بنت محمد العتيبي", told, StringComparison.Ordinal);
        Assert.Contains("<li class=\"reason\">•••••", told, StringComparison.Ordinal);
        Assert.DoesNotContain("الدخل يتجاوز", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_member_wrote_is_covered_for_an_administrator()
    {
        var number = await new Society(office.Server).FileAsync();
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var page = await ShowAsync(omar, "acknowledgement", number);

        Assert.Contains(number, Frame(page), StringComparison.Ordinal);
        Assert.Contains("<td>•••••</td>", Frame(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_lacks_what_the_letter_mentions_says_so_at_the_line()
    {
        var number = await new Society(office.Server).FileAsync();
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var page = await ShowAsync(omar, "study-notice", number);

        Assert.Contains("السطر ١", page, StringComparison.Ordinal);
        Assert.Contains("لا توجد هنا القيمة التي يذكرها النص", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_named()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var page = await ShowAsync(omar, "acknowledgement", "1448-99999");

        Assert.Contains("notice-sealed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_sees_letters_on_the_invented_case_alone()
    {
        var number = await new Society(office.Server).FileAsync();
        var salma = await Browser.SignInAsync(office.Server, "salma");

        var page = await ShowAsync(salma, "acknowledgement", number);

        Assert.DoesNotContain("<iframe", page, StringComparison.Ordinal);
    }

    private static readonly string[] Keys =
    [
        "acceptance",
        "acknowledgement",
        "cancellation",
        "clarification",
        "evaluation-invitation",
        "missing-items",
        "missing-items-reminder",
        "registration",
        "rejection",
        "service",
        "sign-code",
        "statement",
        "study-notice",
        "task-reminder",
        "withdrawal-acknowledgement",
    ];

    private static async Task<string> ShowAsync(Browser browser, string key, string number)
    {
        var typed = await browser.TypedAsync(key, ("Case", number));
        return await (await browser.PostAsync(LetterDesk.Address(key) + "/preview", typed)).PageOfAsync();
    }

    private static string Frame(string page) => page[page.IndexOf("<iframe", StringComparison.Ordinal)..];

    private Task<string> RowsAsync() =>
        office.Server.ReadAsync(async db =>
            $"{await db.Definitions.CountAsync()} {await db.Audit.CountAsync()} {await db.Outbox.CountAsync()} {await db.Letters.CountAsync()}"
        );
}
