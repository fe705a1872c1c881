using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Versions;

namespace CaseFlow.Workflows.Tests.Versions;

public sealed class ComparisonTests
{
    private const string Document = """
        {
          "id": "v1", "definitionId": "d", "name": "Before", "version": 1, "isPublished": true,
          "variables": [ { "id": "x", "name": "X", "typeName": "String" } ],
          "root": { "id": "root", "type": "Elsa.Flowchart", "activities": [
            { "id": "start", "type": "Elsa.Start", "metadata": { "designer": { "position": { "x": 0, "y": 0 } } } },
            { "id": "say", "type": "Elsa.WriteLine", "metadata": { "displayText": "Say" },
              "text": { "typeName": "String", "expression": { "type": "Literal", "value": "one" } } } ],
            "connections": [ { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "say", "port": "In" } } ] }
        }
        """;

    [Fact]
    public void A_version_does_not_differ_from_itself() => Assert.Empty(Changes(_ => { }));

    [Fact]
    public void Boxes_that_were_moved_and_another_version_number_are_no_changes() =>
        Assert.Empty(
            Changes(d =>
            {
                d["id"] = "v2";
                d["version"] = 2;
                d["isPublished"] = false;
                Activity(d, 0)["metadata"]!["designer"]!["position"]!["x"] = 500;
                Activity(d, 1)["metadata"]!["designer"] = new JsonObject
                {
                    ["position"] = new JsonObject { ["x"] = 9 },
                };
            })
        );

    [Fact]
    public void An_expression_that_changed_is_shown_before_and_after()
    {
        var change = Assert.Single(
            Changes(d =>
                Activity(d, 1)["text"]!["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "1 + 1" }
            )
        );

        Assert.Equal(
            new DefinitionChange(ChangeKind.PropertyChanged, "say", "text", "one", "JavaScript: 1 + 1"),
            change
        );
    }

    [Fact]
    public void A_new_step_and_its_connection_are_told_apart()
    {
        var kinds = Changes(d =>
            {
                Activities(d).Add(new JsonObject { ["id"] = "end", ["type"] = "Elsa.End" });
                d["root"]!["connections"]!
                    .AsArray()
                    .Add(
                        new JsonObject
                        {
                            ["source"] = new JsonObject { ["activity"] = "say", ["port"] = "Done" },
                            ["target"] = new JsonObject { ["activity"] = "end", ["port"] = "In" },
                        }
                    );
            })
            .Select(c => c.Kind);

        Assert.Equal([ChangeKind.ActivityAdded, ChangeKind.ConnectionAdded], kinds);
    }

    [Fact]
    public void A_step_that_is_gone_takes_its_connection_with_it()
    {
        var kinds = Changes(d =>
            {
                Activities(d).RemoveAt(1);
                d["root"]!["connections"] = new JsonArray();
            })
            .Select(c => c.Kind);

        Assert.Equal([ChangeKind.ActivityRemoved, ChangeKind.ConnectionRemoved], kinds);
    }

    [Fact]
    public void A_name_and_a_variable_that_changed_are_changes_of_the_procedure()
    {
        var changes = Changes(d =>
        {
            d["name"] = "After";
            d["variables"]![0]!["typeName"] = "Int32";
        });

        Assert.Equal(
            [(ChangeKind.DefinitionChanged, "name"), (ChangeKind.DeclarationChanged, "X")],
            changes.Select(c => (c.Kind, c.Name))
        );
    }

    private static IReadOnlyList<DefinitionChange> Changes(Action<JsonNode> change)
    {
        var document = JsonNode.Parse(Document)!;
        change(document);
        return DefinitionComparison.Of(Read(Document), Read(document.ToJsonString()));
    }

    private static JsonArray Activities(JsonNode document) => document["root"]!["activities"]!.AsArray();

    private static JsonNode Activity(JsonNode document, int index) => Activities(document)[index]!;

    private static WorkflowDefinition Read(string json)
    {
        Assert.True(DefinitionReader.TryRead(json, out var definition, out _));
        return definition;
    }
}
