using System.Net;
using CaseFlow.Host.Tests.Studio;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Administration;

/// <summary>Procedures without a case are called off and deleted by a policy administrator; those of cases stay.</summary>
public sealed class InstanceTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>, IAsyncLifetime
{
    private const string Waits = """e Elsa.Event {"eventName":"Go"}""";
    private const string Writes = """w Elsa.WriteLine {"text":"x"}""";

    private readonly CaseFlowServer _server = server;
    private readonly Signals.Procedures _procedures = new(server);

    public Task InitializeAsync() => _procedures.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_finished_procedure_is_deleted_from_the_page_with_all_that_it_left()
    {
        await BeginAsync("over", Writes);
        var omar = await Browser.SignInAsync(_server, "omar");

        var page = await omar.ReadAsync("/administration?tab=instances");
        await omar.PostAsync("/administration/delete?id=over");

        Assert.Contains("/administration/delete?id=over", page, StringComparison.Ordinal);
        Assert.False(await ExistsAsync("over"));
        Assert.False(await _server.ReadAsync(db => db.Journal.AnyAsync(j => j.InstanceId == "over")));
        Assert.Equal("user-omar", await ActorAsync("instance.deleted", "over"));
    }

    [Fact]
    public async Task One_that_is_under_way_is_called_off_before_it_is_deleted()
    {
        await BeginAsync("waits", Waits);
        var omar = await Browser.SignInAsync(_server, "omar");

        var refused = await omar.PostAsync("/administration/delete?id=waits");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.True(await ExistsAsync("waits"));

        await omar.PostAsync("/administration/stop?id=waits", new() { ["reason"] = "بدأ خطأ" });
        Assert.Equal("Cancelled", await _procedures.SubStatusAsync("waits"));
        Assert.False(await _server.ReadAsync(db => db.EventWaits.AnyAsync(w => w.InstanceId == "waits")));
        Assert.Equal("user-omar", await ActorAsync("instance.stopped", "waits"));

        await omar.PostAsync("/administration/delete?id=waits");
        Assert.False(await ExistsAsync("waits"));
    }

    [Fact]
    public async Task What_serves_a_case_is_neither_called_off_here_nor_deleted()
    {
        var number = await new Society(_server).FileAsync();
        var designer = await Designer.OpenAsync(_server, "omar", "en");

        var cancelled = await designer.TryPostAsync($"/cancel/workflow-instances/{number}", new { });
        var deleted = await designer.Http.DeleteAsync($"/elsa/api/workflow-instances/{number}");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (cancelled.StatusCode, deleted.StatusCode));
        Assert.Contains("part of the case file", await deleted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Suspended", await _procedures.SubStatusAsync(number));
    }

    [Fact]
    public async Task The_designer_calls_off_all_of_a_version_that_serve_no_case()
    {
        await BeginAsync("one", Waits);
        await _procedures.StartAsync("one", "two");
        var version = await _server.ReadAsync(db =>
            db.Instances.Where(i => i.Id == "two").Select(i => i.DefinitionVersionId).SingleAsync()
        );
        var designer = await Designer.OpenAsync(_server, "omar");

        var answer = await designer.PostAsync(
            "/bulk-actions/cancel/workflow-instances",
            new { definitionVersionId = version }
        );

        Assert.Equal(2, (int)answer["cancelled"]!);
        Assert.Equal("Cancelled", await _procedures.SubStatusAsync("one"));
        Assert.Equal("Cancelled", await _procedures.SubStatusAsync("two"));
    }

    [Fact]
    public async Task The_designer_calls_off_all_of_a_procedure_in_the_versions_that_are_meant()
    {
        await BeginAsync("meant", Waits);
        await BeginAsync("other", Waits);
        var designer = await Designer.OpenAsync(_server, "omar");

        var drafts = await CancelAsync("Draft");
        var all = await CancelAsync(null);

        Assert.Equal((0, 1), (drafts, all));
        Assert.Equal("Cancelled", await _procedures.SubStatusAsync("meant"));
        Assert.Equal("Suspended", await _procedures.SubStatusAsync("other"));

        async Task<int> CancelAsync(string? versionOptions) =>
            (int)
                (
                    await designer.PostAsync(
                        "/bulk-actions/cancel/workflow-instances",
                        new { definitionId = "meant", versionOptions }
                    )
                )["cancelled"]!;
    }

    [Fact]
    public async Task To_call_off_without_saying_what_is_refused()
    {
        var designer = await Designer.OpenAsync(_server, "omar");

        var answer = await designer.TryPostAsync("/bulk-actions/cancel/workflow-instances", new { });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_designer_deletes_what_may_go_and_says_why_the_rest_stays()
    {
        await BeginAsync("done", Writes);
        await BeginAsync("waits", Waits);
        var designer = await Designer.OpenAsync(_server, "omar", "en");

        var answer = await designer.TryPostAsync(
            "/bulk-actions/delete/workflow-instances/by-id",
            new { ids = new[] { "done", "waits" } }
        );

        Assert.Contains("\"deleted\":1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var said = Uri.UnescapeDataString(answer.Headers.GetValues("X-CaseFlow-Say").Single());
        Assert.Contains("still under way", said, StringComparison.Ordinal);
        Assert.Equal((false, true), (await ExistsAsync("done"), await ExistsAsync("waits")));
    }

    [Fact]
    public async Task An_auditor_looks_and_deletes_nothing()
    {
        await BeginAsync("done", Writes);
        var salma = await Browser.SignInAsync(_server, "salma");

        var page = await salma.ReadAsync("/administration?tab=instances");
        var answer = await salma.PostAsync("/administration/delete?id=done");

        Assert.Contains(">done<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/administration/delete", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.True(await ExistsAsync("done"));
    }

    private async Task BeginAsync(string id, string activity)
    {
        await _procedures.PublishAsync(id, [activity]);
        await _procedures.StartAsync(id, id);
    }

    private Task<bool> ExistsAsync(string id) => _server.ReadAsync(db => db.Instances.AnyAsync(i => i.Id == id));

    private Task<string> ActorAsync(string code, string instance) =>
        _server.ReadAsync(db =>
            db.Audit.Where(a => a.Code == code && a.Facts.Contains(instance)).Select(a => a.ActorId).SingleAsync()
        );
}
