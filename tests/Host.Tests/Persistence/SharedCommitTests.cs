using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Persistence;

/// <summary>Units of work that wait for each other share a commit, and nothing else.</summary>
public sealed class SharedCommitTests : IClassFixture<CaseFlowServer>
{
    private readonly CaseFlowServer _server;

    public SharedCommitTests(CaseFlowServer server) => _server = server;

    [Fact]
    public async Task Nobody_is_answered_before_the_commit_that_is_shared()
    {
        var first = new Pause();
        var second = new Pause();
        var one = NoteAsync("shared-1", first);
        await first.Reached;
        var two = NoteAsync("shared-2", second);

        first.GoOn();
        await second.Reached;
        // The first has done its work, and the second has begun behind it in the same transaction.
        Assert.False(one.IsCompleted);
        Assert.Empty(await NotesAsync("shared-"));

        second.GoOn();
        await Task.WhenAll(one, two);
        Assert.Equal(["shared-1", "shared-2"], await NotesAsync("shared-"));
    }

    [Fact]
    public async Task A_unit_of_work_that_fails_undoes_its_own_changes_only()
    {
        var (first, second, third) = (new Pause(), new Pause(), new Pause());
        var one = NoteAsync("failing-1", first);
        await first.Reached;
        var two = NoteAsync("failing-2", second);
        var three = NoteAsync("failing-3", third);

        first.GoOn();
        await second.Reached;
        second.Fail(new InvalidOperationException("It went wrong."));
        await third.Reached;
        third.GoOn();

        await one;
        await Assert.ThrowsAsync<InvalidOperationException>(() => two);
        await three;
        Assert.Equal(["failing-1", "failing-3"], await NotesAsync("failing-"));
    }

    [Fact]
    public async Task When_the_commit_fails_everybody_in_it_is_told_and_the_next_one_goes_through()
    {
        var (first, second) = (new Pause(), new Pause());
        var one = NoteAsync("lost-1", first);
        await first.Reached;
        var two = UnitAsync(async db =>
        {
            await second.StopAsync();
            db.Settings.Add(new SettingRow { Key = "lost-2", Value = "" });
            // A role of nobody, found out at the commit: the nearest to a full disk that can be had.
            await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON");
            db.UserRoles.Add(new IdentityUserRole<string> { UserId = "nobody", RoleId = "nothing" });
        });
        first.GoOn();
        await second.Reached;
        second.GoOn();

        await Assert.ThrowsAsync<SqliteException>(() => one);
        await Assert.ThrowsAsync<SqliteException>(() => two);
        Assert.Empty(await NotesAsync("lost-"));
        await UnitAsync(db =>
        {
            db.Settings.Add(new SettingRow { Key = "lost-3", Value = "" });
            return Task.CompletedTask;
        });
        Assert.Equal(["lost-3"], await NotesAsync("lost-"));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_line_to_the_others()
    {
        var (first, third) = (new Pause(), new Pause());
        using var patience = new CancellationTokenSource();
        var one = NoteAsync("line-1", first);
        await first.Reached;
        var two = NoteAsync("line-2", new Pause(), patience.Token);
        var three = NoteAsync("line-3", third);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        first.GoOn();
        await third.Reached;
        third.GoOn();

        await Task.WhenAll(one, three);
        Assert.Equal(["line-1", "line-3"], await NotesAsync("line-"));
    }

    private Task NoteAsync(string key, Pause pause, CancellationToken ct = default) =>
        UnitAsync(
            async db =>
            {
                db.Settings.Add(new SettingRow { Key = key, Value = "" });
                await db.SaveChangesAsync(CancellationToken.None);
                await pause.StopAsync();
            },
            ct
        );

    private async Task UnitAsync(Func<CaseFlowDb, Task> work, CancellationToken ct = default)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(() => work(db), ct);
    }

    private Task<List<string>> NotesAsync(string prefix) =>
        _server.ReadAsync(db =>
            db.Settings.Where(s => s.Key.StartsWith(prefix)).Select(s => s.Key).Order().ToListAsync()
        );

    /// <summary>A place in a unit of work where it stands still until the test lets it go on.</summary>
    private sealed class Pause
    {
        private readonly TaskCompletionSource _reached = new();
        private readonly TaskCompletionSource _goOn = new();

        public Task Reached => _reached.Task;

        public Task StopAsync()
        {
            _reached.SetResult();
            return _goOn.Task;
        }

        public void GoOn() => _goOn.SetResult();

        public void Fail(Exception failure) => _goOn.SetException(failure);
    }
}
