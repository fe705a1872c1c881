using System.Net;
using CaseFlow.Domain;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Tasks;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Library;
using CaseFlow.Host.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Tasks;

/// <summary>A form that changes while tasks are open.</summary>
public sealed class TaskFormTests(Office office) : IClassFixture<Office>, IAsyncLifetime
{
    private const string Form = "forms/clarification";
    private const string Reason = "سبب التأخر";

    private readonly Signals.Procedures _procedures = new(office.Server);
    private readonly string _id = $"asks-{Guid.NewGuid():N}";

    public Task InitializeAsync() =>
        _procedures.PublishAsync(
            _id,
            [
                """t CaseFlow.HumanTask {"title":"جواب","titleEnglish":"An answer","role":"ServiceOfficer","form":"clarification"}""",
            ]
        );

    public async Task DisposeAsync()
    {
        if (office.Server.Library.Forms["clarification"].Fields.Any(f => f.Key == "reason"))
            await PublishAsync(Form, Question, "\"fields\": [");
    }

    [Fact]
    public async Task An_open_task_keeps_the_questions_that_it_was_opened_with()
    {
        var task = await OpenAsync("before");
        await AskForReasonAsync();
        var turki = await Browser.SignInAsync(office.Server, "turki");

        Assert.DoesNotContain(Reason, await turki.ReadAsync($"/tasks/{task}"), StringComparison.Ordinal);
        var done = await CompleteAsync(turki, task);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("Finished", await _procedures.SubStatusAsync($"{_id}-before"));
    }

    [Fact]
    public async Task The_next_task_asks_what_is_in_force()
    {
        await AskForReasonAsync();
        var task = await OpenAsync("after");
        var turki = await Browser.SignInAsync(office.Server, "turki");

        Assert.Contains(Reason, await turki.ReadAsync($"/tasks/{task}"), StringComparison.Ordinal);
        var refused = await CompleteAsync(turki, task);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("Suspended", await _procedures.SubStatusAsync($"{_id}-after"));
    }

    [Fact]
    public async Task A_task_of_a_release_that_kept_no_version_asks_what_is_in_force()
    {
        var task = await OpenAsync("old");
        await office.Server.ReadAsync(db =>
            db.Tasks.Where(t => t.Id == task).ExecuteUpdateAsync(t => t.SetProperty(r => r.FormVersion, (string?)null))
        );
        await AskForReasonAsync();
        var turki = await Browser.SignInAsync(office.Server, "turki");

        Assert.Contains(Reason, await turki.ReadAsync($"/tasks/{task}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_a_task_is_filled_in_by_cannot_be_deleted()
    {
        await OpenAsync("kept");
        var version = (await office.VersionsAsync(Form)).Single(v => v.IsPublished);
        await AskForReasonAsync();

        var refusal = await office.RefusedAsync(new DeleteVersion(version.Id, office.Omar));

        Assert.Equal("procedure.version-in-use", refusal.Code);
    }

    [Fact]
    public async Task The_committee_votes_by_the_form_that_its_tasks_were_opened_with()
    {
        await using var scope = office.Server.Services.CreateAsyncScope();
        var forms = scope.ServiceProvider.GetRequiredService<TaskForms>();
        var vote = Vote();
        var row = TaskRows.Create(HumanTask.Open(vote, office.Server.Now, null), "1448-1", forms.VersionFor(vote));
        var before = (await forms.OfAsync(row, vote, default))!;
        await PublishAsync("forms/committee-vote", "رأيك في الطلب", "صوتك");

        Assert.Equal(before.Field("choice")!.Label, (await forms.OfAsync(row, vote, default))!.Field("choice")!.Label);
        Assert.Equal("صوتك", office.Server.Library.Forms["committee-vote"].Field("choice")!.Label.Ar);
    }

    [Fact]
    public async Task A_form_that_is_not_there_stops_the_procedure_before_anybody_is_given_the_task()
    {
        var id = $"{_id}-lost";
        await _procedures.PublishAsync(
            id,
            [
                """t CaseFlow.HumanTask {"title":"جواب","role":"ServiceOfficer","form":{"typeName":"String","expression":{"type":"JavaScript","value":"'no-' + 'such'"}}}""",
            ]
        );

        var stopped = await Assert.ThrowsAsync<RefusalException>(() => _procedures.StartAsync(id, $"{id}-1"));

        Assert.Equal("form.unknown", stopped.Refusal.Code);
        Assert.False(await office.Server.ReadAsync(db => db.Tasks.AnyAsync(t => t.InstanceId == $"{id}-1")));
    }

    private const string Question = """
        "fields": [ { "key": "reason", "type": "text", "label": { "ar": "سبب التأخر", "en": "Why it is late" }, "required": true, "maxLength": 50 },
        """;

    private Task AskForReasonAsync() => PublishAsync(Form, "\"fields\": [", Question);

    private async Task PublishAsync(string id, string old, string changed)
    {
        var latest = (await office.VersionsAsync(id))[^1];
        var document = PolicyDocument.Read(latest).Saying(old, changed);
        var draft = await office.SendAsync(new SaveDocument(document, latest.Mark, office.Omar));
        Assert.True((await office.PublishAsync(draft)).Passed);
    }

    private async Task<string> OpenAsync(string name)
    {
        var instance = $"{_id}-{name}";
        await _procedures.StartAsync(_id, instance);
        return await office.Server.ReadAsync(db =>
            db.Tasks.Where(t => t.InstanceId == instance).Select(t => t.Id).SingleAsync()
        );
    }

    private static Task<HttpResponseMessage> CompleteAsync(Browser who, string task) =>
        who.PostAsync($"/tasks/{task}/completion", new() { ["outcome"] = "Done", ["answer"] = "نعم" });

    private static TaskOrder Vote() =>
        new(
            "vote-1",
            "instance",
            "study",
            StudySheets.Vote,
            new LocalText("تصويت", "Vote"),
            null,
            "user-latifa",
            false,
            null,
            ["Voted"],
            "P58",
            5,
            null,
            new Dictionary<string, object?>()
        );
}
