using System.Net;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;

namespace CaseFlow.Host.Tests.Library;

/// <summary>The editor of forms, as a browser without scripts sees it.</summary>
public sealed class FormEditorTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task An_auditor_reads_a_form_and_is_offered_nothing_to_do()
    {
        var salma = await Browser.SignInAsync(office.Server, "salma");

        var page = await salma.ReadAsync("/library/forms/rent-support/edit");
        var answer = await salma.PostAsync("/library/forms/rent-support/edit", new() { ["act"] = "save" });

        Assert.Contains("value=\"monthlyIncome\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"act\" value=\"add:fields\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Saving_a_form_as_it_is_changes_nothing(string key)
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var page = $"/library/forms/{key}/edit";
        var before = await office.VersionsAsync($"forms/{key}");

        await omar.PostAsync(page, Typed.Fields(await omar.ReadAsync(page), ("act", "save")));

        Assert.Equal(before.Count, (await office.VersionsAsync($"forms/{key}")).Count);
    }

    public static TheoryData<string> Shipped =>
        [
            .. PolicyLibrary
                .Load(Catalogue.LibraryFolder.Shipped)
                .Forms.Keys.Where(k => k is "rent-support" or "reception" or "committee-vote"),
        ];

    [Fact]
    public async Task A_field_is_added_moved_and_removed_without_a_script_and_nothing_is_kept_before_it_is_saved()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        const string Page = "/library/forms/maintenance/edit";
        var first = await omar.ReadAsync(Page);

        var added = await Pressed(omar, Page, first, "add:fields");
        var count = Typed.Keys(first).Count;
        var named = Typed.Fields(added, ("act", $"up:fields[{count}]"), ($"fields[{count}].key", "added"));
        var moved = await (await omar.PostAsync(Page, named)).Content.ReadAsStringAsync();
        var removed = await Pressed(omar, Page, moved, $"remove:fields[{count - 1}]");

        Assert.Equal(count + 1, Typed.Keys(added).Count);
        Assert.Equal("added", Typed.Keys(moved)[count - 1]);
        Assert.Equal(Typed.Keys(first), Typed.Keys(removed));
        Assert.Single(await office.VersionsAsync("forms/maintenance"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_field_stands_at_that_field()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        const string Page = "/library/forms/membership-transfer/edit";
        var fields = Typed.Fields(
            await omar.ReadAsync(Page),
            ("act", "check"),
            ("fields[0].clause", "P99"),
            ("fields[1].key", "with.dot"),
            ("fields[2].label.en", " ")
        );

        var blank = await (await omar.PostAsync(Page, fields)).Content.ReadAsStringAsync();
        fields["fields[2].label.en"] = "Something";
        var page = await (await omar.PostAsync(Page, fields)).Content.ReadAsStringAsync();

        Assert.Contains("id=\"field-fields-2-label-en-error\"", blank, StringComparison.Ordinal);
        Assert.Contains("id=\"field-fields-0-clause-error\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"field-fields-1-key-error\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_form_is_kept_as_a_draft_with_what_was_typed()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        const string Page = "/library/forms/unit-allocation/edit";
        var fields = Typed.Fields(await omar.ReadAsync(Page), ("act", "save"), ("fields[0].min", "a few"));

        var answer = await omar.PostAsync(Page, fields);
        var page = await omar.ReadAsync(Page);

        Assert.Equal(Page, answer.Headers.Location?.ToString());
        Assert.Contains("value=\"a few\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"field-fields-0-min-error\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_form_is_written_and_a_key_that_is_taken_is_refused()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var start = await Pressed(omar, "/library/forms/new", await omar.ReadAsync("/library/forms/new"), "add:fields");
        var typed = Typed.Fields(
            start,
            ("act", "save"),
            ("newKey", "late-payment"),
            ("title.ar", "طلب تأجيل"),
            ("title.en", "Late payment"),
            ("fields[0].key", "months"),
            ("fields[0].type", "number"),
            ("fields[0].label.ar", "كم شهرًا؟"),
            ("fields[0].label.en", "How many months?"),
            ("fields[0].max", "٦")
        );

        var answer = await omar.PostAsync("/library/forms/new", typed);
        var again = await omar.PostAsync("/library/forms/new", typed);

        var draft = Assert.Single(await office.VersionsAsync("forms/late-payment"));
        Assert.Equal("/library/forms/late-payment", answer.Headers.Location?.ToString());
        Assert.Equal(6, (int?)Typed.File(draft)["fields"]![0]!["max"]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("طلب تأجيل", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../policy/parameters")]
    [InlineData("a/b")]
    [InlineData("<script>")]
    [InlineData("new")]
    [InlineData("")]
    public async Task A_hostile_key_is_refused(string key)
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        var answer = await omar.PostAsync("/library/forms/new", new() { ["act"] = "save", ["newKey"] = key });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task The_preview_shows_the_fields_as_they_are_typed_in_either_language()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var fields = Typed.Fields(
            await omar.ReadAsync("/library/forms/rent-support/edit"),
            ("fields[0].label.ar", "الاسم كما في الهوية"),
            ("fields[0].label.en", "Name on your ID"),
            ("fields[1].key", "")
        );

        var arabic = await (
            await omar.PostAsync("/library/preview/form?language=ar", fields)
        ).Content.ReadAsStringAsync();
        var answer = await omar.PostAsync("/library/preview/form?language=en", fields);
        var english = await answer.Content.ReadAsStringAsync();

        Assert.Contains("الاسم كما في الهوية", arabic, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", arabic, StringComparison.Ordinal);
        Assert.Contains("Name on your ID", english, StringComparison.Ordinal);
        Assert.Contains("dir=\"ltr\"", english, StringComparison.Ordinal);
        Assert.Contains("Fields not finished and not shown: 1", english, StringComparison.Ordinal);
        Assert.Contains(
            "frame-ancestors 'self'",
            $"{answer.Headers.GetValues("Content-Security-Policy").Single()}",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Markup_and_turned_text_are_shown_as_text_or_refused()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        const string Page = "/library/forms/share-refund/edit";
        var fields = Typed.Fields(
            await omar.ReadAsync(Page),
            ("act", "check"),
            ("fields[0].label.en", "<script>alert(1)</script>"),
            ("fields[1].label.en", "abc\u202Ecba")
        );

        var page = await (await omar.PostAsync(Page, fields)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("id=\"field-fields-1-label-en-error\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_beyond_all_measure_gets_a_clear_answer()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var many = Enumerable.Range(0, 25_000).ToDictionary(i => $"fields[{i}].key", i => $"k{i}");

        var answer = await omar.PostAsync("/library/forms/rent-support/edit", many);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_slower_is_told_who_was_faster_and_keeps_what_was_typed()
    {
        var (omar, hind) = (
            await Browser.SignInAsync(office.Server, "omar"),
            await Browser.SignInAsync(office.Server, "hind")
        );
        const string Page = "/library/forms/delivery/edit";
        var slow = Typed.Fields(await omar.ReadAsync(Page), ("act", "save"), ("title.en", "The slower title"));
        await hind.PostAsync(Page, Typed.Fields(await hind.ReadAsync(Page), ("act", "save"), ("title.en", "Hind's")));

        var answer = await omar.PostAsync(Page, slow);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(office.Hind.Name, page, StringComparison.Ordinal);
        Assert.Contains("The slower title", page, StringComparison.Ordinal);
    }

    private static async Task<string> Pressed(Browser browser, string address, string page, string act) =>
        await (await browser.PostAsync(address, Typed.Fields(page, ("act", act)))).Content.ReadAsStringAsync();
}
