using System.Net;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Letters;

/// <summary>Writing a letter: drafts, what the check says of them, and who may do it.</summary>
[Collection(LetterOffice.Name)]
public sealed class LetterEditorTests(Office office)
{
    [Fact]
    public async Task Saving_over_a_letter_in_force_begins_a_draft_and_leaves_the_letter()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync(
            "evaluation-invitation",
            ("BodyEn", "<p>Tell us: {{ evaluation.url | bdi }}</p>")
        );

        var answer = await omar.PostAsync(LetterDesk.Address("evaluation-invitation"), typed);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var versions = await office.VersionsAsync("letters/evaluation-invitation");
        Assert.Equal([(1, true), (2, false)], versions.Select(v => (v.Version, v.IsPublished)));
        Assert.Contains("Tell us", versions[1].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_written_on_and_what_was_not_touched_stays_as_it_was()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var before = await office.LatestAsync("service");
        await omar.PostAsync(
            LetterDesk.Address("service"),
            await omar.TypedAsync("service", ("NameEn", "About the service"))
        );
        await omar.PostAsync(
            LetterDesk.Address("service"),
            await omar.TypedAsync("service", ("NameEn", "On the service"))
        );

        var after = await office.LatestAsync("service");

        Assert.Equal(2, (await office.LatestRowAsync("service")).Version);
        Assert.Equal("On the service", after["NameEn"]);
        Assert.Equal(
            (before["BodyAr"], before["SubjectAr"], before["Clauses"]),
            (after["BodyAr"], after["SubjectAr"], after["Clauses"])
        );
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_its_place_and_the_draft_may_be_saved_all_the_same()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        await omar.PostAsync("/library/letters/new", NewLetterTests.Begin("half-written", "Circular"));
        var typed = await omar.TypedAsync("half-written", ("BodyAr", "<p>سلام</p>\n<p>{{ case.nummber }}</p>"));

        await omar.PostAsync(LetterDesk.Address("half-written"), typed);
        var page = WebUtility.HtmlDecode(await omar.ReadAsync(LetterDesk.Address("half-written")));

        Assert.Contains("النص العربي، السطر ٢ العمود ٧", page, StringComparison.Ordinal);
        Assert.Contains("لا يذكر خطاب من هذا الصنف الحقل \u2068case.nummber\u2069", page, StringComparison.Ordinal);
        Assert.Contains(
            "<code class=\"letter-excerpt\" dir=\"auto\"><p>{{ case.nummber }}</p></code>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_finding_in_the_subject_leads_to_the_subject()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("statement", ("SubjectEn", "Your {{ case.number"));

        var page = await (await omar.PostAsync(LetterDesk.Address("statement") + "/preview", typed)).PageOfAsync();

        Assert.Contains("href=\"#SubjectEn\" data-line=\"1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_whose_subject_tells_it_apart_is_found_out()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("rejection", ("SubjectEn", "We are sorry: {{ case.number }}"));

        var page = await (await omar.PostAsync(LetterDesk.Address("rejection") + "/preview", typed)).PageOfAsync();

        Assert.Contains("لخطابي القرار موضوع واحد", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_that_the_policy_does_not_have_is_found_out()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("clarification", ("Clauses", "P54 P99"));

        var page = await (await omar.PostAsync(LetterDesk.Address("clarification") + "/preview", typed)).PageOfAsync();

        Assert.Contains("href=\"#Clauses\"", page, StringComparison.Ordinal);
        Assert.Contains("\u2068P99\u2069", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mandatory_field_is_ticked_once_both_texts_mention_it()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var half = await omar.TypedAsync("study-notice", ("BodyEn", "<p>Soon.</p>"));

        var sound = await omar.ReadAsync(LetterDesk.Address("study-notice"));
        var page = await (await omar.PostAsync(LetterDesk.Address("study-notice") + "/preview", half)).PageOfAsync();

        Assert.Contains("letter-field-mark done", sound, StringComparison.Ordinal);
        Assert.DoesNotContain("letter-field-mark done", page, StringComparison.Ordinal);
        Assert.Contains("letter-field-mark due", page, StringComparison.Ordinal);
        Assert.Contains(
            "على خطاب من هذا الصنف أن يذكر \u2068study.earliestReplyAt\u2069",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_is_late_is_told_who_was_faster_and_keeps_every_word()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var hind = await Browser.SignInAsync(office.Server, "hind");
        var hers = await hind.TypedAsync("registration", ("BodyEn", "<p>Hers {{ registration.number }}</p>"));
        await omar.PostAsync(
            LetterDesk.Address("registration"),
            await omar.TypedAsync("registration", ("BodyEn", "<p>His {{ registration.number }}</p>"))
        );

        var answer = await hind.PostAsync(LetterDesk.Address("registration"), hers);
        var page = await answer.PageOfAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("عمر باوزير", page, StringComparison.Ordinal);
        Assert.Contains("<p>Hers {{ registration.number }}</p></textarea>", page, StringComparison.Ordinal);
        Assert.Contains("<mark>His</mark>", page, StringComparison.Ordinal);
        Assert.Contains("His", (await office.LatestAsync("registration"))["BodyEn"], StringComparison.Ordinal);

        hers["Seen"] = (await office.LatestRowAsync("registration")).Mark;
        await hind.PostAsync(LetterDesk.Address("registration"), hers);
        Assert.Contains("Hers", (await office.LatestAsync("registration"))["BodyEn"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_along_and_saves_nothing()
    {
        var salma = await Browser.SignInAsync(office.Server, "salma");
        var typed = await salma.TypedAsync("task-reminder", ("NameAr", "اسم آخر"));

        var page = await salma.ReadAsync(LetterDesk.Address("task-reminder"));
        var answer = await salma.PostAsync(LetterDesk.Address("task-reminder"), typed);

        Assert.Contains("readonly", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-letter-preview", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(1, (await office.LatestRowAsync("task-reminder")).Version);
    }

    [Theory]
    [InlineData("/library/letters/acceptance/edit")]
    [InlineData("/library/letters/letter.html/edit")]
    [InlineData("/library/letters/new")]
    public async Task Whoever_does_tasks_sees_no_letter_being_written(string address)
    {
        var noura = await Browser.SignInAsync(office.Server, "noura");

        Assert.False((await noura.GetAsync(address)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_letter_that_is_not_there_is_not_found()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");

        Assert.Equal(HttpStatusCode.NotFound, (await omar.GetAsync(LetterDesk.Address("no-such"))).StatusCode);
    }

    [Theory]
    [InlineData("BodyAr", 60_000, 'ب', "النص أطول من")]
    [InlineData("SubjectEn", 600, 'x', "النص أطول من")]
    [InlineData("BodyEn", 3, '\u0007', "رموز تحكم")]
    public async Task What_no_letter_can_hold_is_refused_and_shown_again(
        string field,
        int length,
        char what,
        string said
    )
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("withdrawal-acknowledgement", (field, new string(what, length)));

        var answer = await omar.PostAsync(LetterDesk.Address("withdrawal-acknowledgement"), typed);
        var page = await answer.PageOfAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(new string(what, length), page, StringComparison.Ordinal);
        Assert.Equal(1, (await office.LatestRowAsync("withdrawal-acknowledgement")).Version);
    }

    [Fact]
    public async Task A_text_of_megabytes_is_refused_without_a_fault()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("sign-code", ("BodyAr", new string('x', 5_000_000)));

        var answer = await omar.PostAsync(LetterDesk.Address("sign-code"), typed);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await office.LatestRowAsync("sign-code")).Version);
    }

    [Fact]
    public async Task Markup_in_a_name_is_text_on_the_page()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("missing-items", ("NameAr", "<script>alert(1)</script>"));

        var answer = await omar.PostAsync(LetterDesk.Address("missing-items") + "/preview", typed);

        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_would_run_something_is_refused_at_its_line()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var typed = await omar.TypedAsync("acknowledgement", ("BodyEn", "<p>Dear</p>\n<img src=x onerror=alert(1)>"));

        var page = await (
            await omar.PostAsync(LetterDesk.Address("acknowledgement") + "/preview", typed)
        ).PageOfAsync();

        Assert.Contains("الخطاب ورقة، فلا يحمل \u2068onerror=\u2069", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#BodyEn\" data-line=\"2\" data-column=\"12\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", page, StringComparison.Ordinal);
    }
}
