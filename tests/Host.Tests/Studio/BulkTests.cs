using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>Several procedures at once: each goes its own way, and what is refused is said.</summary>
public sealed class BulkTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    [Fact]
    public async Task Of_several_that_are_published_the_sound_ones_come_into_force_and_it_is_said_what_is_wrong_with_the_rest()
    {
        var omar = await Designer.OpenAsync(server, "omar", "en");
        await omar.SaveAsync(JsonNode.Parse(Publishing.Procedure.Saying("bulk-sound", "a"))!);
        await omar.SaveAsync(
            JsonNode.Parse(Publishing.Procedure.Of("bulk-alien", "Alien", Publishing.Procedure.Node("x", "No.Such")))!
        );

        var answer = await omar.TryPostAsync(
            "/bulk-actions/publish/workflow-definitions/by-definition-ids",
            new { definitionIds = new[] { "bulk-sound", "bulk-alien", "statement-of-account", "bulk-nobody" } }
        );

        var result = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("[\"bulk-sound\"]", result["published"]!.ToJsonString());
        Assert.Equal("[\"statement-of-account\"]", result["alreadyPublished"]!.ToJsonString());
        Assert.Equal("[\"bulk-nobody\"]", result["notFound"]!.ToJsonString());
        var said = Uri.UnescapeDataString(answer.Headers.GetValues("X-CaseFlow-Say").Single());
        Assert.Contains("No.Such", said, StringComparison.Ordinal);
        Assert.Equal((true, false), (await InForceAsync("bulk-sound"), await InForceAsync("bulk-alien")));
    }

    [Fact]
    public async Task Of_several_that_are_retracted_those_in_force_are_no_longer_and_the_rest_is_said()
    {
        var omar = await Designer.OpenAsync(server, "omar", "en");
        await omar.TrySaveAsync(JsonNode.Parse(Publishing.Procedure.Saying("bulk-old", "a"))!, publish: true);
        await omar.SaveAsync(JsonNode.Parse(Publishing.Procedure.Saying("bulk-draft", "a"))!);

        var answer = await omar.TryPostAsync(
            "/bulk-actions/retract/workflow-definitions/by-definition-ids",
            new { definitionIds = new[] { "bulk-old", "bulk-draft" } }
        );

        var result = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("[\"bulk-old\"]", result["retracted"]!.ToJsonString());
        Assert.Equal("[\"bulk-draft\"]", result["skipped"]!.ToJsonString());
        Assert.True(answer.Headers.Contains("X-CaseFlow-Say"));
        Assert.False(await InForceAsync("bulk-old"));
    }

    [Fact]
    public async Task Of_several_versions_that_are_deleted_the_one_in_force_stays()
    {
        var omar = await Designer.OpenAsync(server, "omar", "en");
        var first = await PublishedAsync(omar, Publishing.Procedure.Saying("bulk-versions", "a"));
        first["name"] = "second";
        var second = await PublishedAsync(omar, first.ToJsonString());

        var answer = await omar.PostAsync(
            "/bulk-actions/delete/workflow-definitions/by-id",
            new { ids = new[] { $"{first["id"]}", $"{second["id"]}" } }
        );

        Assert.Equal(1, answer["deleted"]!.GetValue<int>());
        Assert.Equal([$"{second["id"]}"], await VersionsAsync("bulk-versions"));
    }

    private static async Task<JsonNode> PublishedAsync(Designer omar, string json)
    {
        var answer = await omar.TrySaveAsync(JsonNode.Parse(json)!, publish: true);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["workflowDefinition"]!;
    }

    private Task<List<string>> VersionsAsync(string id) =>
        server.ReadAsync(db => db.Definitions.Where(d => d.DefinitionId == id).Select(d => d.Id).ToListAsync());

    private Task<bool> InForceAsync(string id) =>
        server.ReadAsync(db => db.Definitions.AnyAsync(d => d.DefinitionId == id && d.IsPublished));
}
