using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>A procedure that others may use as a step stands in the tool box, and works when it is dragged out of it.</summary>
public sealed class UsedProcedureTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    [Fact]
    public async Task A_marked_procedure_is_offered_once_it_is_in_force_under_its_own_name_with_its_inputs_and_ways_out()
    {
        var omar = await Designer.OpenAsync(server, "omar");
        var document = Usable("offered", "زيارة المسكن");
        await omar.SaveAsync(document);
        Assert.Null(await TypeAsync(omar, "زيارة المسكن"));

        await PublishAsync(omar, await omar.LatestAsync("offered"));

        var type = (await TypeAsync(omar, "زيارة المسكن"))!;
        Assert.True(type["isBrowsable"]!.GetValue<bool>());
        Assert.Equal("offered", $"{type["customProperties"]!["WorkflowDefinitionId"]}");
        Assert.DoesNotContain(" ", $"{type["name"]}", StringComparison.Ordinal);
        Assert.Equal(["Refused", "Done"], type["ports"]!.AsArray().Select(p => $"{p!["name"]}"));
        var branch = type["inputs"]!.AsArray().Single(i => $"{i!["name"]}" == "Branch")!;
        Assert.Equal(("الفرع", "String"), ($"{branch["displayName"]}", $"{branch["typeName"]}"));
    }

    [Fact]
    public async Task An_unmarked_procedure_and_one_that_was_retracted_are_not_offered()
    {
        var omar = await Designer.OpenAsync(server, "omar");
        await PublishAsync(omar, Usable("retracted", "Retracted visit"));
        await omar.PostAsync("/workflow-definitions/retracted/retract", new { });

        // Known still, for drawings that hold it.
        Assert.False((await TypeAsync(omar, "RetractedVisit"))!["isBrowsable"]!.GetValue<bool>());
        Assert.Null(await TypeAsync(omar, "كشف حساب عضو"));
    }

    [Fact]
    public async Task What_is_dragged_out_is_published_and_pinned_to_the_version_that_was_seen()
    {
        var omar = await Designer.OpenAsync(server, "omar");
        await PublishAsync(omar, Usable("visit", "Visit"));
        var type = (await TypeAsync(omar, "Visit"))!;
        // As Studio makes a new activity: name, version, and the members that the type hands down.
        var step = new JsonObject
        {
            ["id"] = "step",
            ["name"] = "Visit1",
            ["type"] = $"{type["typeName"]}",
            ["version"] = type["version"]!.GetValue<int>(),
            ["metadata"] = new JsonObject(),
        };
        foreach (var (key, value) in type["constructionProperties"]!.AsObject())
            step[key] = value!.DeepClone();
        var user = JsonNode.Parse(Publishing.Procedure.Of("visits", "Visits", step))!;

        await PublishAsync(omar, user);

        var seen = await server.ReadAsync(db =>
            db.Definitions.Where(d => d.DefinitionId == "visit").Select(d => d.Id).SingleAsync()
        );
        Assert.True(await server.ReadAsync(db => db.DefinitionPins.AnyAsync(p => p.PinnedVersionId == seen)));
        var inside = await omar.GetAsync(
            $"/workflow-definitions/subgraph/{(await omar.LatestAsync("visits"))["id"]}?parentNodeId=Workflow1:root:step"
        );
        Assert.Equal("Workflow1:root:step:root", $"{inside["children"]![0]!["nodeId"]}");
    }

    private static JsonNode Usable(string id, string name)
    {
        var document = JsonNode.Parse(Publishing.Procedure.Saying(id, "hello", name))!;
        document["options"] = new JsonObject { ["usableAsActivity"] = true };
        document["outcomes"] = new JsonArray("Refused");
        document["inputs"] = JsonNode.Parse(
            """[{"type":"String","isArray":false,"name":"Branch","displayName":"الفرع","description":"","category":"","uiHint":"singleline"}]"""
        );
        return document;
    }

    private static async Task PublishAsync(Designer omar, JsonNode document)
    {
        var answer = await omar.TrySaveAsync(document, publish: true);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonNode?> TypeAsync(Designer omar, string name) =>
        (await omar.GetAsync("/descriptors/activities?Refresh=True"))["items"]!
            .AsArray()
            .SingleOrDefault(t => $"{t!["typeName"]}" == name);
}
