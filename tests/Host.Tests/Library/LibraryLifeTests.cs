using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Library;

/// <summary>Letters, forms, services and the policy's values live the life of procedures.</summary>
public sealed class LibraryLifeTests(Office office) : IClassFixture<Office>
{
    private PolicyFolder InForce => office.Server.Services.GetRequiredService<PolicyShelf>().Current;

    [Fact]
    public async Task A_draft_of_a_form_is_asked_of_nobody()
    {
        await DraftAsync("forms/withdrawal", d => d.Saying("\"ar\": \"", "\"ar\": \"مسودة "));

        Assert.DoesNotContain("مسودة", InForce.Library.Forms["withdrawal"].Title.Ar);
    }

    [Fact]
    public async Task A_published_form_is_asked_from_that_moment()
    {
        var draft = await DraftAsync(
            "forms/delivery",
            d => d.Saying("\"title\": { \"ar\": \"", "\"title\": { \"ar\": \"جديد ")
        );

        var answer = await office.PublishAsync(draft);

        Assert.True(answer.Passed);
        Assert.StartsWith("جديد", InForce.Library.Forms["delivery"].Title.Ar);
    }

    [Fact]
    public async Task A_published_letter_words_the_letters_that_follow()
    {
        var draft = await DraftAsync("letters/registration", d => d.Saying("<p>", "<p>بشرى: "));
        var before = InForce.Letters.Get("registration").ContentHash;

        await office.PublishAsync(draft);

        Assert.NotEqual(before, InForce.Letters.Get("registration").ContentHash);
    }

    [Fact]
    public async Task A_letter_that_names_an_unknown_field_is_refused_with_file_and_line()
    {
        var draft = await DraftAsync("letters/clarification", d => d.Saying("<p>", "<p>{{ member.salary }}"));

        var answer = await office.PublishAsync(draft);

        Assert.False(answer.Passed);
        Assert.Contains(
            answer.Problems,
            p => (p.Code, p.ActivityId, p.Line) == ("letter.unknown-field", "letters/clarification.ar.liquid", 1)
        );
    }

    [Fact]
    public async Task A_letter_that_procedures_send_cannot_be_retracted()
    {
        var refusal = await office.RefusedAsync(new RetractDefinition("letters/acceptance", "no more", office.Omar));

        Assert.Equal("procedure.still-used", refusal.Code);
        Assert.Contains("acceptance", InForce.Letters.Keys);
    }

    [Fact]
    public async Task A_calendar_that_tasks_count_by_cannot_be_retracted()
    {
        var refusal = await office.RefusedAsync(new RetractDefinition("calendars/official", "no more", office.Omar));

        Assert.Equal("procedure.still-used", refusal.Code);
        Assert.Contains("official", InForce.Library.Calendars.Keys);
    }

    [Fact]
    public async Task The_forms_that_the_committee_works_with_cannot_be_retracted()
    {
        var refusal = await office.RefusedAsync(new RetractDefinition("forms/committee-vote", "no more", office.Omar));

        Assert.Equal("procedure.still-used", refusal.Code);
    }

    [Fact]
    public async Task A_letter_that_nobody_sends_can_be_retracted_and_brought_back()
    {
        var copy = PolicyDocument.Read(await LatestAsync("letters/clarification")).As("spare");
        var draft = await office.SendAsync(new SaveDocument(copy, null, office.Omar));
        Assert.True((await office.PublishAsync(draft)).Passed);

        await office.SendAsync(new RetractDefinition("letters/spare", null, office.Omar));

        Assert.DoesNotContain("spare", InForce.Letters.Keys);
        await office.SendAsync(new RevertDefinition("letters/spare", 1, office.Omar));
        Assert.True((await office.PublishAsync(await LatestAsync("letters/spare"))).Passed);
        Assert.Contains("spare", InForce.Letters.Keys);
    }

    [Fact]
    public async Task The_class_of_a_letter_cannot_change_under_a_procedure_that_keeps_the_study_floor_by_it()
    {
        var draft = await DraftAsync("letters/study-notice", d => d.Saying("\"StudyNotice\"", "\"Decision.Accept\""));

        var answer = await office.PublishAsync(draft);

        Assert.False(answer.Passed);
    }

    [Fact]
    public async Task The_study_floor_cannot_be_published_below_two_weeks()
    {
        var draft = await DraftAsync(PolicyDocument.Parameters, d => d.Saying("\"value\": 14", "\"value\": 13"));

        var answer = await office.PublishAsync(draft);

        Assert.Contains(answer.Problems, p => p.Code == "library.below-least");
        Assert.Equal(14, InForce.Library.Parameters.StudyFloorDays);
    }

    [Fact]
    public async Task Nobodys_newer_work_is_overwritten()
    {
        var seen = await LatestAsync("forms/explanation");
        var mine = PolicyDocument.Read(seen);
        await office.SendAsync(new SaveDocument(mine.Saying("{", "{ "), seen.Mark, office.Omar));
        await office.SendAsync(new SaveDocument(mine.Saying("\"ar\": \"", "\"ar\": \"هند "), seen.Mark, office.Hind));

        var refusal = await office.RefusedAsync(
            new SaveDocument(mine.Saying("\"ar\": \"", "\"ar\": \"عمر "), seen.Mark, office.Omar)
        );

        Assert.Equal(("procedure.stale", office.Hind.Name), (refusal.Code, refusal.Facts["who"]));
    }

    [Fact]
    public async Task Only_policy_administrators_write()
    {
        var seen = await LatestAsync("forms/explanation");

        var refusal = await office.RefusedAsync(new SaveDocument(PolicyDocument.Read(seen), seen.Mark, office.Salma));

        Assert.Equal("administration.not-your-role", refusal.Code);
    }

    [Theory]
    [InlineData("letters/Big-Letters")]
    [InlineData("policy/more")]
    public async Task A_new_document_has_a_key_that_can_be_a_name_of_a_file(string id)
    {
        var refusal = await office.RefusedAsync(
            new SaveDocument(new PolicyDocument(id, new Dictionary<string, string>()), null, office.Omar)
        );

        Assert.Equal("library.key", refusal.Code);
    }

    [Fact]
    public async Task A_procedure_cannot_take_the_name_of_a_document()
    {
        var refusal = await office.RefusedAsync(
            new SaveDraft(Procedure.Saying("letters/acceptance", "hello"), null, office.Omar)
        );

        Assert.Equal("procedure.id-of-document", refusal.Code);
    }

    [Fact]
    public async Task A_document_comes_into_force_on_its_day()
    {
        var draft = await DraftAsync(
            "services/maintenance",
            d => d.Saying("\"name\": { \"ar\": \"", "\"name\": { \"ar\": \"قريبًا ")
        );
        await office.PublishAsync(draft, office.Server.Time.GetUtcNow().AddDays(2));
        Assert.DoesNotContain("قريبًا", InForce.Library.Services["maintenance"].Name.Ar);

        office.Server.Time.Advance(TimeSpan.FromDays(2));
        await office.SweepAsync();

        Assert.StartsWith("قريبًا", InForce.Library.Services["maintenance"].Name.Ar);
    }

    [Fact]
    public async Task What_another_host_has_published_is_caught_up_with()
    {
        var shelf = office.Server.Services.GetRequiredService<PolicyShelf>();
        var (policy, versions) = (shelf.Current, shelf.Versions);
        var draft = await DraftAsync(
            "forms/maintenance",
            d => d.Saying("\"title\": { \"ar\": \"", "\"title\": { \"ar\": \"من مضيف آخر ")
        );
        await office.PublishAsync(draft);
        // As a host knows it that had no part in it.
        shelf.Take(policy, versions);

        await using var scope = office.Server.Services.CreateAsyncScope();
        var changed = await scope.ServiceProvider.GetRequiredService<LibraryInForce>().CatchUpAsync(default);

        Assert.True(changed);
        Assert.StartsWith("من مضيف آخر", InForce.Library.Forms["maintenance"].Title.Ar);
    }

    private async Task<DefinitionRow> LatestAsync(string id) => (await office.VersionsAsync(id))[^1];

    private Task<DefinitionRow> DraftAsync(string id, Func<PolicyDocument, PolicyDocument> change) =>
        office.DraftAsync(id, change);
}

/// <summary>As it is shipped for Production.</summary>
public sealed class AmendmentTests(StrictOffice office) : IClassFixture<StrictOffice>
{
    [Fact]
    public async Task A_value_of_the_policy_counts_once_a_second_administrator_has_agreed()
    {
        var latest = (await office.VersionsAsync(PolicyDocument.Parameters))[^1];
        var longer = PolicyDocument.Read(latest).Saying("\"value\": 14", "\"value\": 21");
        var draft = await office.SendAsync(new SaveDocument(longer, latest.Mark, office.Omar));
        var answer = await office.PublishAsync(draft, reason: "طلب الجمعية العامة");
        Assert.Equal(14, office.Server.Library.Parameters.StudyFloorDays);
        Assert.Equal(
            "publication.own-work-not-yours",
            (await office.RefusedAsync(new ApprovePublication(answer.Publication!.Id, office.Omar))).Code
        );

        await office.SendAsync(new ApprovePublication(answer.Publication.Id, office.Hind));

        Assert.Equal(21, office.Server.Library.Parameters.StudyFloorDays);
    }
}
