using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Definitions;

public class ReaderVariablesTests
{
    [Theory]
    [InlineData("Int32", "5", 5L)]
    [InlineData("Boolean", "true", true)]
    [InlineData("String", "5", "5")]
    [InlineData("Object", "{\\\"a\\\":1}", "{\"a\":1}")]
    [InlineData("Int32", "", null)]
    public void A_default_is_converted_to_the_type(string type, string value, object? expected) =>
        Assert.Equal(expected, Variable($$""" "typeName": "{{type}}", "value": "{{value}}" """).Default);

    [Fact]
    public void A_default_of_a_json_type_is_parsed()
    {
        var map = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(
            Variable(""" "typeName": "ObjectDictionary", "value": "{\"a\":1}" """).Default
        );
        Assert.Equal(1L, map["a"]);
    }

    [Fact]
    public void A_default_of_an_array_is_parsed() =>
        Assert.Equal(
            new List<object?> { 1L, 2L },
            Variable(""" "typeName": "Int32", "isArray": true, "value": "[1,\"2\"]" """).Default
        );

    [Theory]
    [InlineData("Boolean")]
    [InlineData("Int32")]
    public void No_default_is_null_for_every_type(string type) =>
        Assert.Null(Variable($$""" "typeName": "{{type}}" """).Default);

    [Fact]
    public void A_default_that_does_not_fit_is_told()
    {
        var variable = Variable(""" "typeName": "Int32", "value": "one" """);
        Assert.Null(variable.Default);
        Assert.Equal("value.bad-text", variable.DefaultProblem!.Code);
    }

    [Fact]
    public void An_unknown_type_is_kept_and_treated_as_object()
    {
        var variable = Variable(""" "typeName": "Acme.Order, Acme", "value": "x" """);
        Assert.Equal(
            (ValueKind.Object, "Acme.Order, Acme", false),
            (variable.Type.Kind, variable.Type.Text, variable.Type.IsKnown)
        );
        Assert.Equal("x", variable.Default);
    }

    [Fact]
    public void Containers_have_variables_whose_defaults_may_be_scalars()
    {
        var definition = Documents.Read(
            """
            { "root": { "id": "r", "type": "Elsa.Sequence", "activities": [],
                        "variables": [ { "id": "c", "name": "Count", "typeName": "Int32", "value": 3 } ] } }
            """
        );
        Assert.Equal(3L, Assert.Single(definition.Root.Variables).Default);
    }

    private static VariableDefinition Variable(string members) =>
        Assert.Single(Documents.Read($$"""{ "variables": [ { "id": "v1", "name": "X", {{members}} } ] }""").Variables);
}
