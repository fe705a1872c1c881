using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Catalogue;
using CaseFlow.Host.Tests.Library;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>The policy folder while CaseFlow runs.</summary>
public sealed class FolderTests : IDisposable
{
    private const string File = "statement-of-account.json";
    private const string Id = "statement-of-account";

    private readonly LibraryFolder _folder = new();
    private readonly FolderOffice _office;

    public FolderTests() => _office = new FolderOffice(_folder.Path);

    public void Dispose()
    {
        _office.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_has_not_changed_says_nothing_new()
    {
        await _office.RefreshAsync();

        Assert.Single(await _office.VersionsAsync(Id));
    }

    [Fact]
    public async Task A_changed_file_becomes_a_version_of_its_own()
    {
        Rename("كشف حساب جديد");

        await _office.RefreshAsync();

        Assert.Equal("كشف حساب جديد", (await PublishedAsync()).Name);
    }

    [Fact]
    public async Task A_file_that_goes_back_to_what_it_said_is_a_change_too()
    {
        var first = (await PublishedAsync()).ContentHash;
        var old = System.IO.File.ReadAllText(Path.Combine(_folder.Path, File));
        Rename("كشف حساب جديد");
        await _office.RefreshAsync();
        _folder.Write(File, old);

        await _office.RefreshAsync();

        var published = await PublishedAsync();
        Assert.Equal((3, first), (published.Version, published.ContentHash));
    }

    [Fact]
    public async Task A_broken_file_is_reported_and_the_version_in_force_stays()
    {
        var before = await PublishedAsync();
        _folder.Write(File, "{ half");

        var problems = await _office.RefreshAsync();

        Assert.Contains(problems, p => p.File == File);
        Assert.Contains(_office.Shelf.Problems, p => p.File == File);
        Assert.Equal(before.Id, (await PublishedAsync()).Id);
    }

    [Fact]
    public async Task A_file_that_does_not_pass_the_gate_is_reported_with_its_activity()
    {
        _folder.Write(File, Procedure.Of(Id, Id, Procedure.Node("mystery", "Nobody.KnowsThis")));

        var problems = await _office.RefreshAsync();

        Assert.Contains(problems, p => (p.File, p.Place, p.Code) == (File, "mystery", "activity.unknown-type"));
    }

    [Fact]
    public async Task A_folder_that_asks_for_less_at_publishing_is_held_to_what_is_asked_now_on_a_host_that_has_just_started_too()
    {
        const string parameters = "policy/parameters.json";
        const string open = "\"publishApprover\": {\n      \"value\": null";
        const string strict = "\"publishApprover\": {\n      \"value\": true";
        _folder.Edit(parameters, open, strict);
        await _office.RefreshAsync();
        _folder.Edit(parameters, strict, "\"publishApprover\": {\n      \"value\": false");
        // As a host begins: by what lies in the folder.
        _office.Shelf.Take(PolicyFolder.Read(_folder.Path), []);

        await _office.RefreshAsync();

        var waiting = await _office.Server.ReadAsync(db =>
            db.Publications.SingleAsync(p => p.DefinitionId == PolicyDocument.Parameters && p.IsOpen)
        );
        Assert.Equal(PublicationState.Waiting, waiting.State);
        Assert.True(_office.Server.Library.Parameters.PublishApprover);
    }

    [Fact]
    public async Task A_file_never_replaces_an_administrators_newer_work()
    {
        var before = await PublishedAsync();
        await _office.SaveAsync(Procedure.Saying(Id, "Omar's"), before);
        Rename("من الملف");

        var problems = await _office.RefreshAsync();

        var problem = Assert.Single(problems, p => p.Code == "file.newer-work");
        Assert.Equal(_office.Omar.Name, problem.Facts["who"]);
        Assert.Equal(2, (await _office.VersionsAsync(Id)).Count);
    }

    [Fact]
    public async Task Where_an_approver_is_asked_for_a_changed_file_waits_for_one()
    {
        using var office = new FolderOffice(_folder.Path, approver: true);
        Rename("من الملف");

        await office.RefreshAsync();

        var versions = await office.VersionsAsync(Id);
        Assert.Equal([true, false], versions.Select(v => v.IsPublished));
        var waiting = await office.Server.ReadAsync(db => db.Publications.SingleAsync(p => p.IsOpen));
        await office.SendAsync(new ApprovePublication(waiting.Id, office.Omar));
        Assert.True((await office.RowAsync(versions[1].Id)).IsPublished);
    }

    [Fact]
    public async Task Where_an_approver_is_asked_for_files_that_changed_together_wait_for_one_decision()
    {
        using var office = new FolderOffice(_folder.Path, approver: true);
        ChangeSubject();

        await office.RefreshAsync();

        var waiting = await WaitingAsync(office);
        Assert.Equal(["letters/acceptance", "letters/rejection"], waiting.Select(p => p.DefinitionId));
        await office.SendAsync(new ApprovePublication(waiting[0].Id, office.Omar));
        Assert.Empty(await WaitingAsync(office));
        foreach (var letter in new[] { "acceptance", "rejection" })
            Assert.Equal("Our answer", office.Shelf.Current.Letters.Get(letter).Metadata.Subject.En);
    }

    [Fact]
    public async Task A_file_that_changes_again_takes_along_what_waits_with_it()
    {
        using var office = new FolderOffice(_folder.Path, approver: true);
        ChangeSubject();
        await office.RefreshAsync();
        _folder.Edit("letters/acceptance.en.liquid", "</p>", " Once more.</p>");

        Assert.Empty(await office.RefreshAsync());

        var waiting = await WaitingAsync(office);
        Assert.Equal([3, 2], waiting.Select(p => p.Version));
        var answer = await office.SendAsync(new ApprovePublication(waiting[1].Id, office.Omar));
        Assert.True(answer.Passed);
        Assert.Equal([2, 3], answer.Versions.Where(v => v.IsPublished).Select(v => v.Version).Order());
    }

    private void ChangeSubject()
    {
        foreach (var letter in new[] { "acceptance", "rejection" })
            _folder.Edit($"letters/{letter}.json", "Reply to your request {{ case.number }}", "Our answer");
    }

    private static Task<List<PublicationRow>> WaitingAsync(FolderOffice office) =>
        office.Server.ReadAsync(db => db.Publications.Where(p => p.IsOpen).OrderBy(p => p.DefinitionId).ToListAsync());

    [Fact]
    public async Task What_an_earlier_release_stored_is_counted_anew_and_otherwise_left_as_it_is()
    {
        var kept = (await PublishedAsync()).Json;
        await _office.Server.ReadAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Definitions" ("Id", "DefinitionId", "Version", "Name", "Json", "ContentHash", "CreatedAt",
                    "IsLatest", "IsPublished", "IsFrozen", "PublishedAt", "Origin", "Revision")
                VALUES ('old-1', 'old', 1, 'old', {0}, 'plain', 0, 1, 1, 1, 0, 'File', 0)
                """,
                kept
            )
        );

        await _office.RefreshAsync();

        var row = await _office.RowAsync("old-1");
        Assert.Equal((kept, true), (row.Json, row.IsPublished));
        Assert.Equal((await PublishedAsync()).ContentHash, row.ContentHash);
    }

    [Fact]
    public async Task A_broken_form_keeps_all_of_the_library_as_it_was()
    {
        _folder.Write("forms/reception.json", "{ half");

        var problems = await _office.RefreshAsync();

        Assert.Contains(problems, p => p.File == "forms/reception.json");
        Assert.True(_office.Server.Library.Forms.ContainsKey("reception"));
    }

    [Fact]
    public async Task A_form_that_is_mended_is_in_use_without_a_restart()
    {
        _folder.Edit("services/maintenance.json", "\"clause\"", "\"clause \"");
        await _office.RefreshAsync();
        _folder.Edit("services/maintenance.json", "\"clause \"", "\"clause\"");
        _folder.Edit("forms/reception.json", "استقبال العضو", "استقبال الأعضاء");

        await _office.RefreshAsync();

        Assert.Empty(_office.Shelf.Problems);
        Assert.Equal("استقبال الأعضاء", _office.Server.Library.Forms["reception"].Title.Ar);
        Assert.Equal(2, (await _office.VersionsAsync("forms/reception")).Count);
    }

    [Fact]
    public async Task A_file_that_is_gone_takes_nothing_out_of_force()
    {
        _folder.Delete("services/unit-allocation.json");

        await _office.RefreshAsync();

        Assert.True(_office.Server.Library.Services.ContainsKey("unit-allocation"));
    }

    [Fact]
    public async Task A_form_in_the_folder_never_replaces_an_administrators_newer_work()
    {
        var before = Assert.Single(await _office.VersionsAsync("forms/reception"));
        var mine = PolicyDocument.Read(before).Saying("استقبال العضو", "من عمر");
        await _office.SendAsync(new SaveDocument(mine, before.Mark, _office.Omar));
        _folder.Edit("forms/reception.json", "استقبال العضو", "من الملف");

        var problems = await _office.RefreshAsync();

        Assert.Contains(problems, p => (p.File, p.Code) == ("forms/reception", "file.newer-work"));
        Assert.Equal("استقبال العضو", _office.Server.Library.Forms["reception"].Title.Ar);
    }

    [Fact]
    public async Task The_folder_is_watched_while_CaseFlow_runs()
    {
        using var office = new FolderOffice(_folder.Path, watch: true);
        var refreshed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        office.Server.Services.GetRequiredService<FolderWatch>().Refreshed += () => refreshed.TrySetResult();

        Rename("رآه المراقب");

        await refreshed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("رآه المراقب", (await office.VersionsAsync(Id)).Single(v => v.IsPublished).Name);
    }

    private void Rename(string name)
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(
            System.IO.File.ReadAllText(Path.Combine(_folder.Path, File))
        )!;
        document["name"] = name;
        _folder.Write(File, document.ToJsonString());
    }

    private Task<DefinitionRow> PublishedAsync() =>
        _office.Server.ReadAsync(db =>
            db.Definitions.AsNoTracking().SingleAsync(d => d.DefinitionId == Id && d.IsPublished)
        );
}

/// <summary>An office whose policy folder a test may change.</summary>
internal sealed class FolderOffice : Office
{
    public FolderOffice(string folder, bool watch = false, bool approver = false)
    {
        Server.Settings["Publishing:RequireApprover"] = approver ? "true" : "false";
        Server.Settings["CaseFlow:Definitions"] = folder;
        Server.Settings["CaseFlow:WatchFolder"] = watch ? "true" : "false";
        // It starts on the folder as it is now, whatever a test does to it afterwards.
        _ = Server.Services;
    }

    public PolicyShelf Shelf => Server.Services.GetRequiredService<PolicyShelf>();

    public async Task<IReadOnlyList<FolderProblem>> RefreshAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FolderImport>().RefreshAsync(CancellationToken.None);
    }

    protected override CaseFlowServer Open() => new();
}
