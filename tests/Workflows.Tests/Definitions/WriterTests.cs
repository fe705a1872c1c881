using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

public class WriterTests
{
    [Fact]
    public void A_canonical_document_stays_as_it_is()
    {
        var written = JsonNode.Parse(DefinitionWriter.Write(Documents.Read(Documents.SmallApproval)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Documents.SmallApproval), written), written!.ToJsonString());
    }

    [Fact]
    public void Connections_become_nested_and_keep_what_is_unknown()
    {
        var connection = Written(
            """
            { "id": "f", "type": "Elsa.Flowchart", "start": "a",
              "activities": [ { "id": "a", "type": "A" }, { "id": "b", "type": "A" } ],
              "connections": { "$values": [ { "source": "a", "sourcePort": "Done", "target": "b", "label": "x" } ] } }
            """
        )["connections"]![0]!;
        Assert.Equal(
            """{"source":{"activity":"a","port":"Done"},"target":{"activity":"b"},"vertices":[],"label":"x"}""",
            connection.ToJsonString()
        );
    }

    [Fact]
    public void The_start_of_old_flowcharts_is_dropped() =>
        Assert.False(Written("""{ "id": "f", "type": "Elsa.Flowchart", "start": "a" }""").ContainsKey("start"));

    [Fact]
    public void The_start_input_of_a_for_loop_stays() =>
        Assert.Equal("5", Written("""{ "id": "f", "type": "Elsa.For", "start": 5 }""")["start"]!.ToJsonString());

    [Fact]
    public void Flags_move_into_the_custom_properties()
    {
        var node = Written(
            """{ "id": "a", "type": "A", "canStartWorkflow": true, "customProperties": { "RunAsynchronously": true, "mergeMode": 5, "own": 1 } }"""
        );
        Assert.Equal(
            """{"mergeMode":"Race","own":1,"canStartWorkflow":true,"runAsynchronously":true}""",
            node["customProperties"]!.ToJsonString()
        );
        Assert.False(node.ContainsKey("canStartWorkflow"));
    }

    [Fact]
    public void Inputs_lose_their_memory_reference_and_outputs_keep_it()
    {
        var node = Written(
            """
            { "id": "a", "type": "A",
              "text": { "typeName": "String", "expression": { "type": "Literal", "value": "x" }, "memoryReference": { "id": "a:input-1" } },
              "result": { "typeName": "Object", "memoryReference": { "id": "v1" } } }
            """
        );
        Assert.False(node["text"]!.AsObject().ContainsKey("memoryReference"));
        Assert.Equal("v1", (string?)node["result"]!["memoryReference"]!["id"]);
    }

    [Fact]
    public void References_become_text_in_inputs_and_in_cases()
    {
        var node = Written(
            """
            { "id": "a", "type": "Elsa.FlowSwitch",
              "text": { "typeName": "String", "expression": { "type": "Variable", "value": { "id": "v1", "name": "X" } } },
              "cases": [ { "label": "one", "condition": { "type": "Variable", "value": { "id": "v1" } } } ] }
            """
        );
        Assert.Equal("""{"id":"v1","name":"X"}""", (string?)node["text"]!["expression"]!["value"]);
        Assert.Equal("""{"id":"v1"}""", (string?)node["cases"]![0]!["condition"]!["value"]);
    }

    [Fact]
    public void Node_paths_are_recomputed()
    {
        var root = Written(
            """{ "id": "r", "type": "Elsa.While", "nodeId": "x", "body": { "id": "b", "type": "A", "nodeId": "y" } }"""
        );
        Assert.Equal(("Workflow1:r", "Workflow1:r:b"), ((string?)root["nodeId"], (string?)root["body"]!["nodeId"]));
    }

    [Fact]
    public void What_elsa_stored_away_is_written_as_it_was()
    {
        var root = Written(
            """
            { "id": "r", "type": "Elsa.Sequence", "activities": [
              { "id": "a", "type": "Elsa.NotFoundActivity", "originalActivityJson": "{\"id\":\"a\",\"type\":\"B\",\"x\":1}" } ] }
            """
        );
        Assert.Equal(
            """{"id":"a","nodeId":"Workflow1:r:a","type":"B","x":1}""",
            root["activities"]![0]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("activities/9")]
    [InlineData("activities/x")]
    public void A_key_that_looks_like_a_place_is_written_as_it_was(string key)
    {
        var root = Written(
            $$"""{ "id": "r", "type": "Elsa.Sequence", "activities": [], "{{key}}": { "id": "a", "type": "B" } }"""
        );
        Assert.Equal("""{"id":"a","type":"B"}""", root[key]!.ToJsonString());
    }

    [Fact]
    public void Numbers_keep_their_digits() =>
        Assert.Equal(
            "1.500",
            Written("""{ "id": "a", "type": "A", "metadata": { "x": 1.500 } }""")["metadata"]!["x"]!.ToJsonString()
        );

    [Fact]
    public void Keys_of_the_document_level_become_camel_case()
    {
        var json = DefinitionWriter.ToJson(
            Documents.Read("""{ "Name": "N", "VENDOR": 1, "Root": { "id": "a", "type": "A" } }""")
        );
        Assert.Equal(["name", "VENDOR", "root"], json.Select(p => p.Key));
    }

    [Fact]
    public void Defaults_of_variables_become_text_unless_that_changes_them()
    {
        var json = DefinitionWriter.ToJson(
            Documents.Read(
                """
                { "variables": [ { "id": "1", "name": "A", "typeName": "Int32", "value": 5 },
                                 { "id": "2", "name": "B", "typeName": "Object", "value": 5 } ] }
                """
            )
        );
        Assert.Equal(["\"5\"", "5"], json["variables"]!.AsArray().Select(v => v!["value"]!.ToJsonString()));
    }

    [Fact]
    public void A_stamp_overrides_identity_and_flags()
    {
        var stamp = new DefinitionStamp(
            "v2",
            "d2",
            2,
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            true,
            true
        );
        var back = Documents.Read(DefinitionWriter.Write(Documents.Read(Documents.SmallApproval), stamp));
        Assert.Equal(
            ("v2", "d2", 2, true, stamp.CreatedAt),
            (back.Id, back.DefinitionId, back.Version, back.IsPublished, back.CreatedAt)
        );
    }

    [Fact]
    public void An_export_begins_with_the_schema()
    {
        var json = JsonNode.Parse(DefinitionWriter.WriteExport(Documents.Read("""{ "id": "v" }""")))!.AsObject();
        Assert.Equal(("$schema", DefinitionWriter.Schema), (json.First().Key, (string?)json.First().Value));
    }

    [Fact]
    public void Writing_leaves_the_definition_alone()
    {
        var definition = Documents.Read(
            Documents.Flowchart("""[ { "id": "a", "type": "A", "canStartWorkflow": true } ]""")
        );
        var before = definition.Source.ToJsonString();
        DefinitionWriter.ToJson(definition)["root"]!["id"] = "changed";
        Assert.Equal(before, definition.Source.ToJsonString());
    }

    private static JsonObject Written(string root) =>
        DefinitionWriter.ToJson(Documents.Read($$"""{ "root": {{root}} }"""))["root"]!.AsObject();
}
