using System.Net;
using CaseFlow.Domain.Letters;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library.Letters;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Tests.Letters;

/// <summary>Beginning a letter, and the page around all of them.</summary>
[Collection(LetterOffice.Name)]
public sealed class NewLetterTests(Office office)
{
    public static TheoryData<LetterClass> Classes => [.. Enum.GetValues<LetterClass>()];

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_letter_begins_with_all_that_its_class_asks_for(LetterClass letter)
    {
        var shelf = PolicyFolder.Read(Catalogue.LibraryFolder.Shipped);
        var sibling = shelf.Documents.FirstOrDefault(d =>
            d.Id is not PolicyDocument.Layout
            && d.Id.StartsWith("letters/", StringComparison.Ordinal)
            && LetterForm.Of(d).Class == letter
        );

        var begun = LetterStarters.Of("begun", letter, "خطاب", "Letter", sibling);

        Assert.Empty(Problems(begun, shelf));
    }

    [Fact]
    public async Task A_new_letter_is_a_draft_that_opens_in_the_editor()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync("/library/letters/new", Begin("debt-notice", "InformationRequest"));
        var page = WebUtility.HtmlDecode(await omar.ReadAsync($"{answer.Headers.Location}"));

        Assert.Equal(LetterDesk.Address("debt-notice"), $"{answer.Headers.Location}");
        Assert.Contains("لم يجد الفحص ما يمنع النشر", page, StringComparison.Ordinal);
        Assert.False((await office.LatestRowAsync("debt-notice")).IsPublished);
    }

    [Fact]
    public async Task A_copy_says_the_same_under_another_name()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        await omar.PostAsync("/library/letters/new", Begin("second-reminder", "copy:missing-items-reminder"));

        var (copy, original) = (
            await office.LatestAsync("second-reminder"),
            await office.LatestAsync("missing-items-reminder")
        );
        Assert.Equal(original["BodyAr"], copy["BodyAr"]);
        Assert.Equal(("خطاب", original["SubjectEn"]), (copy["NameAr"], copy["SubjectEn"]));
    }

    [Theory]
    [InlineData("acceptance", "Survey")]
    [InlineData("Not A Key", "Survey")]
    [InlineData("../policy/parameters", "Survey")]
    [InlineData("letter.html", "Survey")]
    [InlineData("fine-key", "")]
    [InlineData("fine-key", "3")]
    public async Task What_cannot_be_begun_is_refused_with_what_was_typed(string key, string from)
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync("/library/letters/new", Begin(key, from));

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Conflict });
        Assert.Contains($"value=\"{key}\"", await answer.PageOfAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_around_all_letters_must_hold_the_letter()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var address = LetterDesk.Address("letter.html");
        var typed = await omar.TypedAsync("letter.html");
        var sound = typed["Layout"];
        typed["Layout"] = sound.Replace("{{ page.body }}", "", StringComparison.Ordinal);

        var page = await (await omar.PostAsync($"{address}/preview", typed)).PageOfAsync();
        typed["Layout"] = sound.Replace("<main>", "<main class=\"wide\">", StringComparison.Ordinal);
        var saved = await omar.PostAsync(address, typed);

        Assert.Contains("على خطاب من هذا الصنف أن يذكر \u2068page.body\u2069", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var row = await office.LatestRowAsync("letter.html");
        Assert.Equal((2, false), (row.Version, row.IsPublished));
    }

    [Fact]
    public async Task The_page_around_all_letters_is_shown_around_the_letter_that_is_chosen()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("letter.html");
        typed["Sample"] = "rejection";

        var page = await (await omar.PostAsync(LetterDesk.Address("letter.html") + "/preview", typed)).PageOfAsync();

        Assert.Contains("حقكم في الاعتراض", page, StringComparison.Ordinal);
    }

    internal static Dictionary<string, string> Begin(string key, string from) =>
        new()
        {
            ["key"] = key,
            ["from"] = from,
            ["nameAr"] = "خطاب",
            ["nameEn"] = "Letter",
        };

    private static IReadOnlyList<LetterProblem> Problems(PolicyDocument letter, PolicyFolder shelf)
    {
        var bodies = LetterTemplate.Languages.ToDictionary(l => l, l => letter.Files[$"{letter.Id}.{l}.liquid"]);
        var layout = shelf.Documents.Single(d => d.Id == PolicyDocument.Layout).Files[
            $"letters/{LetterTemplate.LayoutFile}"
        ];
        LetterTemplate.TryLoad(letter.Files[$"{letter.Id}.json"], bodies, layout, out _, out var problems, letter.Key);
        return problems;
    }
}
