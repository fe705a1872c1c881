using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>Procedures as the designer lists and opens them.</summary>
public sealed class ReadingTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    [Fact]
    public async Task Procedures_are_searched_sorted_and_paged()
    {
        var designer = await Designer.OpenAsync(server, "omar");

        var found = await designer.GetAsync("/workflow-definitions?versionOptions=Latest&SearchTerm=statement");
        var described = await designer.GetAsync("/workflow-definitions?versionOptions=Latest&SearchTerm=no committee");
        var second = await designer.GetAsync(
            "/workflow-definitions?versionOptions=Latest&Page=1&PageSize=1&OrderBy=Created&OrderDirection=Ascending"
        );

        Assert.Equal(["statement-of-account"], Ids(found));
        Assert.Equal(["statement-of-account"], Ids(described));
        Assert.Single(Ids(second));
        Assert.Equal(server.Library.Definitions.Count, second["totalCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_administrator_is_offered_to_change_them()
    {
        var designer = await Designer.OpenAsync(server, "omar");

        var list = await designer.GetAsync("/workflow-definitions?versionOptions=Latest");

        Assert.Equal("bulk-publish", $"{list["links"]![0]!["rel"]}");
        Assert.All(
            list["items"]!.AsArray(),
            d => Assert.Contains(d!["links"]!.AsArray(), l => $"{l!["rel"]}" == "publish")
        );
    }

    [Fact]
    public async Task A_document_comes_with_a_path_for_every_activity_and_its_clause_where_it_can_be_edited()
    {
        var designer = await Designer.OpenAsync(server, "omar");

        var document = await designer.GetAsync(
            "/workflow-definitions/by-definition-id/member-service-request?versionOptions=Latest"
        );

        var activities = document["root"]!["activities"]!.AsArray();
        Assert.All(activities, a => Assert.Equal($"Workflow1:procedure:{a!["id"]}", $"{a["nodeId"]}"));
        var receive = activities.Single(a => $"{a!["id"]}" == "receive")!;
        Assert.Equal(("P49", "1"), ($"{receive["policyClause"]}", $"{receive["procedureStep"]}"));
    }

    private static IEnumerable<string> Ids(JsonNode list) =>
        list["items"]!.AsArray().Select(d => $"{d!["definitionId"]}");
}
