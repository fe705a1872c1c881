using System.Net;
using System.Text.Json.Nodes;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>What an administrator draws is kept, and comes into force only when it holds.</summary>
public sealed class DraftingTests : IDisposable
{
    private const string Procedure = "statement-of-account";

    // By this a window says what it has saved itself.
    private const string Saved = "X-CaseFlow-Saved";

    private readonly CaseFlowServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("member-service-request")]
    [InlineData("statement-of-account")]
    public async Task To_open_a_procedure_and_save_it_as_it_is_changes_nothing(string procedure)
    {
        var designer = await Designer.OpenAsync(_server, "omar");

        await designer.SaveAsync(await designer.LatestAsync(procedure));

        Assert.Equal(1, await _server.ReadAsync(db => db.Definitions.CountAsync(d => d.DefinitionId == procedure)));
    }

    [Fact]
    public async Task A_change_of_a_published_procedure_is_a_draft_above_it_and_the_next_change_stays_in_that_draft()
    {
        var designer = await Designer.OpenAsync(_server, "omar");
        var document = await designer.LatestAsync(Procedure);

        var first = await designer.SaveAsync(Renamed(document, "أول"));
        await designer.SaveAsync(Renamed(first, "ثان"));

        var versions = await VersionsAsync();
        Assert.Equal(
            [(1, true, false), (2, false, true)],
            versions.Select(v => (v.Version, v.IsPublished, v.IsLatest))
        );
        Assert.Equal("ثان", versions[1].Name);
    }

    [Fact]
    public async Task An_editor_that_has_not_seen_the_newest_work_is_told_so_and_overwrites_nothing()
    {
        var designer = await Designer.OpenAsync(_server, "omar", "en");
        var stale = await designer.LatestAsync(Procedure);
        var newer = await designer.SaveAsync(Renamed(await designer.LatestAsync(Procedure), "أول"));
        await designer.SaveAsync(Renamed(newer, "ثان"));

        var answer = await designer.TrySaveAsync(Renamed(stale, "قديم"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("saved newer work", await ErrorAsync(answer), StringComparison.Ordinal);
        Assert.Equal("ثان", (await VersionsAsync())[^1].Name);
    }

    [Fact]
    public async Task An_editor_that_keeps_the_document_it_was_opened_with_goes_on_over_what_its_own_window_saved()
    {
        var designer = await Designer.OpenAsync(_server, "omar");
        var opened = await designer.LatestAsync(Procedure);
        foreach (var name in new[] { "أول", "ثان", "ثالث", "رابع" })
        {
            var answer = await designer.TrySaveAsync(Renamed(opened.DeepClone(), name));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            designer.Http.DefaultRequestHeaders.Remove(Saved);
            designer.Http.DefaultRequestHeaders.Add(Saved, answer.Headers.GetValues(Saved));
        }
        Assert.Equal("رابع", (await VersionsAsync())[^1].Name);

        var hind = await Designer.OpenAsync(_server, "hind");
        await hind.SaveAsync(Renamed(await hind.LatestAsync(Procedure), "خامس"));

        var late = await designer.TrySaveAsync(Renamed(opened, "سادس"));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Equal("خامس", (await VersionsAsync())[^1].Name);
    }

    [Fact]
    public async Task The_clause_that_was_chosen_is_kept_where_the_engine_looks_for_it()
    {
        var designer = await Designer.OpenAsync(_server, "omar");
        var document = await designer.LatestAsync(Procedure);
        Activity(document, "receive")["policyClause"] = "P50";

        await designer.SaveAsync(document);

        var saved = JsonNode.Parse((await VersionsAsync())[^1].Json)!;
        Assert.Equal("P50", $"{Activity(saved, "receive")["customProperties"]!["clause"]}");
        Assert.Null(Activity(saved, "receive")["policyClause"]);
    }

    [Fact]
    public async Task Variables_inputs_and_outputs_are_kept_as_they_were_entered()
    {
        var designer = await Designer.OpenAsync(_server, "omar");
        var document = await designer.LatestAsync(Procedure);
        document["variables"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """
                    {"id":"v9","name":"Visits","typeName":"Int32","isArray":false,"value":"3",
                     "storageDriverTypeName":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}
                    """
                )
            );
        document["inputs"] = JsonNode.Parse(
            """[{"type":"String","isArray":false,"name":"Branch","displayName":"الفرع","description":"","category":"","uiHint":"singleline"}]"""
        );
        document["outputs"] = JsonNode.Parse(
            """[{"type":"Boolean","isArray":false,"name":"Visited","displayName":"","description":"","category":""}]"""
        );

        await designer.SaveAsync(document);

        var saved = await designer.LatestAsync(Procedure);
        Assert.Equal(document["variables"]!.ToJsonString(), saved["variables"]!.ToJsonString());
        Assert.Equal(document["inputs"]!.ToJsonString(), saved["inputs"]!.ToJsonString());
        Assert.Equal(document["outputs"]!.ToJsonString(), saved["outputs"]!.ToJsonString());
    }

    [Fact]
    public async Task A_choice_that_was_emptied_counts_as_not_made()
    {
        var designer = await Designer.OpenAsync(_server, "omar");
        var document = await designer.LatestAsync(Procedure);
        Activity(document, "receive")["form"]!["expression"]!["value"] = "";

        await designer.SaveAsync(document);

        Assert.Null(Activity(JsonNode.Parse((await VersionsAsync())[^1].Json)!, "receive")["form"]);
    }

    [Fact]
    public async Task An_input_that_Studio_fills_in_for_the_first_time_is_given_its_type()
    {
        var designer = await Designer.OpenAsync(_server, "omar");
        var document = await designer.LatestAsync(Procedure);
        Activity(document, "receive")["due"] = JsonNode.Parse(
            """{"expression":{"type":"Literal","value":"2.00:00:00"}}"""
        );

        await designer.SaveAsync(document);

        var saved = Activity(JsonNode.Parse((await VersionsAsync())[^1].Json)!, "receive");
        Assert.Equal("TimeSpan", $"{saved["due"]!["typeName"]}");
    }

    [Fact]
    public async Task What_is_broken_is_saved_but_not_published_and_the_refusal_names_activity_and_reason()
    {
        var designer = await Designer.OpenAsync(_server, "omar", "en");
        var document = Dangling(await designer.LatestAsync(Procedure));

        var answer = await designer.TrySaveAsync(document, publish: true);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await ErrorAsync(answer);
        Assert.Contains("Ask the branch", said, StringComparison.Ordinal);
        Assert.Contains("No way leads from the start", said, StringComparison.Ordinal);
        Assert.Equal([(1, true), (2, false)], (await VersionsAsync()).Select(v => (v.Version, v.IsPublished)));
    }

    [Fact]
    public async Task Nothing_more_being_asked_a_sound_draft_is_in_force_at_once()
    {
        var designer = await Designer.OpenAsync(_server, "omar");
        var document = Renamed(await designer.LatestAsync(Procedure), "كشف");

        var answer = await designer.TrySaveAsync(document, publish: true);

        var published = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["workflowDefinition"]!;
        Assert.True(published["isPublished"]!.GetValue<bool>());
        Assert.Equal([(1, false), (2, true)], (await VersionsAsync()).Select(v => (v.Version, v.IsPublished)));
    }

    [Fact]
    public async Task Where_a_reason_is_asked_the_checked_draft_goes_on_to_the_page_that_asks()
    {
        await using var strict = new CaseFlowServer { Settings = { ["Publishing:RequireReason"] = "true" } };
        var designer = await Designer.OpenAsync(strict, "omar");
        var document = Renamed(await designer.LatestAsync(Procedure), "كشف");

        var answer = await designer.TrySaveAsync(document, publish: true);

        Assert.StartsWith(
            "/procedures/statement-of-account/publication",
            answer.Headers.GetValues("X-CaseFlow-Continue").Single(),
            StringComparison.Ordinal
        );
        var draft = await strict.ReadAsync(db =>
            db.Definitions.SingleAsync(d => d.DefinitionId == Procedure && d.IsLatest)
        );
        Assert.Equal((2, false), (draft.Version, draft.IsPublished));
    }

    [Fact]
    public async Task Rolling_back_makes_a_draft_of_what_was()
    {
        var designer = await Designer.OpenAsync(_server, "omar");
        await designer.TrySaveAsync(Renamed(await designer.LatestAsync(Procedure), "كشف"), publish: true);

        var draft = await designer.PostAsync($"/workflow-definitions/{Procedure}/revert/1", new { });

        Assert.Equal(3, draft["version"]!.GetValue<int>());
        var versions = await VersionsAsync();
        Assert.Equal(versions[0].ContentHash, versions[2].ContentHash);
        Assert.True(versions[1].IsPublished);
    }

    [Fact]
    public async Task Of_several_that_are_deleted_those_that_may_not_go_stay_and_it_is_said_why()
    {
        var designer = await Designer.OpenAsync(_server, "omar", "en");
        var fresh = await designer.SaveAsync(New("Inspection"));

        var answer = await designer.TryPostAsync(
            "/bulk-actions/delete/workflow-definitions/by-definition-id",
            new { definitionIds = new[] { Procedure, $"{fresh["definitionId"]}" } }
        );

        Assert.Equal("{\"deleted\":1}", await answer.Content.ReadAsStringAsync());
        var said = Uri.UnescapeDataString(answer.Headers.GetValues("X-CaseFlow-Say").Single());
        Assert.Contains("Services rest on the procedure", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_saves_nothing()
    {
        var auditor = await Designer.OpenAsync(_server, "salma");

        var answer = await auditor.TrySaveAsync(Renamed(await auditor.LatestAsync(Procedure), "كشف"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_procedure_that_is_taken_to_another_installation_is_the_same_there()
    {
        await using var elsewhere = new CaseFlowServer();
        var designer = await Designer.OpenAsync(_server, "omar");
        var fresh = await designer.SaveAsync(New("Inspection"));
        var file = await designer.Http.GetStringAsync($"/elsa/api/workflow-definitions/{fresh["definitionId"]}/export");

        var there = await Designer.OpenAsync(elsewhere, "omar");
        var answer = await there.TryPostAsync("/workflow-definitions/import", JsonNode.Parse(file)!);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var id = $"{fresh["definitionId"]}";
        Task<string> Hash(CaseFlowDb db) =>
            db.Definitions.Where(d => d.DefinitionId == id).Select(d => d.ContentHash).SingleAsync();
        Assert.Equal(await _server.ReadAsync(Hash), await elsewhere.ReadAsync(Hash));
    }

    private Task<List<DefinitionRow>> VersionsAsync() =>
        _server.ReadAsync(db =>
            db.Definitions.Where(d => d.DefinitionId == Procedure).OrderBy(d => d.Version).ToListAsync()
        );

    private static JsonNode Renamed(JsonNode document, string name)
    {
        document["name"] = name;
        return document;
    }

    private static JsonNode Dangling(JsonNode document)
    {
        document["root"]!["activities"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """
                    {"id":"branch","name":"HumanTask1","type":"CaseFlow.HumanTask","version":1,"customProperties":{},
                     "metadata":{"displayText":"Ask the branch"},
                     "title":{"typeName":"String","expression":{"type":"Literal","value":"اسأل الفرع"}}}
                    """
                )
            );
        return document;
    }

    private static JsonObject New(string name) =>
        new()
        {
            ["name"] = name,
            ["root"] = JsonNode.Parse(
                """
                {"id":"f","type":"Elsa.Flowchart","version":1,"connections":[],
                 "activities":[{"id":"s","name":"Start1","type":"Elsa.Start","version":1,"metadata":{}}]}
                """
            ),
        };

    private static JsonNode Activity(JsonNode document, string id) =>
        document["root"]!["activities"]!.AsArray().Single(a => $"{a!["id"]}" == id)!;

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!["generalErrors"]![0]}";
}
