using System.Text;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

public class ReaderRefusalTests
{
    [Fact]
    public void Broken_json_is_refused_with_its_place()
    {
        var problem = Refused("{\n  \"id\": \"v\",\n  oops\n}");
        Assert.Equal(("json.broken", 3, 3), (problem.Code, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{} {}")]
    [InlineData("{ \"a\": 1, }")]
    [InlineData("{ /* no */ }")]
    [InlineData("{\"a\":")]
    public void What_is_no_json_is_refused(string json) => Assert.Equal("json.broken", Refused(json).Code);

    [Theory]
    [InlineData("", "The document is empty.")]
    [InlineData("\n ", "The document is empty.")]
    [InlineData(
        "{ \"a\": 1, }",
        "The document is no JSON: The JSON object contains a trailing comma at the end which is not supported in this mode. Change the reader options."
    )]
    public void A_broken_document_gets_a_sentence_that_tells_its_place_once(string json, string sentence) =>
        Assert.Equal(sentence, Refused(json).Message);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void What_is_no_object_is_refused(string json) => Assert.Equal("json.not-an-object", Refused(json).Code);

    [Fact]
    public void Nesting_beyond_128_levels_is_refused() =>
        Assert.Equal("json.too-deep", Refused(new string('[', 200)).Code);

    [Fact]
    public void Documents_beyond_five_megabytes_are_refused() =>
        Assert.Equal("json.too-large", Refused($$"""{ "x": "{{new string('x', 5 * 1024 * 1024)}}" }""").Code);

    [Fact]
    public void Arabic_text_counts_by_its_bytes() =>
        Assert.Equal("json.too-large", Refused($$"""{ "x": "{{new string('ع', 3 * 1024 * 1024)}}" }""").Code);

    [Fact]
    public void A_byte_order_mark_is_allowed() =>
        Assert.True(DefinitionReader.TryRead([0xEF, 0xBB, 0xBF, .. "{}"u8], out _, out _));

    [Fact]
    public void Utf16_is_refused()
    {
        Assert.False(
            DefinitionReader.TryRead(
                Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray(),
                out _,
                out var problems
            )
        );
        Assert.Equal("json.encoding", Assert.Single(problems).Code);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused()
    {
        Assert.False(DefinitionReader.TryRead([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8], out _, out var problems));
        Assert.Equal("json.encoding", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("""{ "name": "\ud800" }""")]
    [InlineData("""{ "\udc00": 1 }""")]
    public void An_escaped_half_of_a_surrogate_pair_is_refused(string json) =>
        Assert.Equal("json.encoding", Refused(json).Code);

    [Fact]
    public void A_key_that_occurs_twice_is_refused() =>
        Assert.Equal("json.duplicate-key", Refused("""{ "id": "a", "id": "b" }""").Code);

    [Fact]
    public void Ids_that_occur_twice_in_one_container_are_refused()
    {
        var problem = Refused(
            """
            { "root": { "id": "r", "type": "Elsa.Sequence", "activities": [
              { "id": "x", "type": "A" },
              { "id": "x", "type": "A" } ] } }
            """
        );
        Assert.Equal(("activity.duplicate-id", "x", 3), (problem.Code, problem.ActivityId, problem.Line));
    }

    [Fact]
    public void Activities_need_a_type()
    {
        Assert.False(DefinitionReader.TryRead(Documents.Flowchart("""[ { "id": "b" } ]"""), out _, out var problems));
        Assert.Equal(["activity.type-missing"], problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("""{ "name": 5 }""", "name")]
    [InlineData("""{ "variables": "x" }""", "variables")]
    [InlineData("""{ "variables": [ 5 ] }""", "variables")]
    [InlineData("""{ "root": [] }""", "root")]
    [InlineData("""{ "options": true }""", "options")]
    public void Members_of_the_wrong_kind_are_refused(string json, string key)
    {
        var problem = Refused(json);
        Assert.Equal(("definition.wrong-kind", key), (problem.Code, problem.Facts["key"]));
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void A_version_must_be_a_whole_number(string version) =>
        Assert.Equal("definition.version-invalid", Refused($$"""{ "version": {{version}} }""").Code);

    [Fact]
    public void All_errors_come_at_once()
    {
        Assert.False(
            DefinitionReader.TryRead(
                """{ "name": 1, "version": "x", "root": { "id": 5, "type": "" } }""",
                out _,
                out var problems
            )
        );
        Assert.Equal(4, problems.Count);
    }

    [Fact]
    public void Columns_count_characters()
    {
        var problem = Refused("{ \"name\": \"عربي\", \"version\": \"x\" }");
        Assert.Equal(30, problem.Column);
    }

    private static DefinitionProblem Refused(string json)
    {
        Assert.False(DefinitionReader.TryRead(json, out var definition, out var problems));
        Assert.Null(definition);
        return problems[0];
    }
}
