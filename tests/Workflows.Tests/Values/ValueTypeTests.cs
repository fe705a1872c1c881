using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Values;

public class ValueTypeTests
{
    [Theory]
    [InlineData("String", ValueKind.String)]
    [InlineData("string", ValueKind.String)]
    [InlineData("Long", ValueKind.Int64)]
    [InlineData("JSON", ValueKind.Json)]
    [InlineData("JsonElement", ValueKind.Json)]
    [InlineData("JsonObject", ValueKind.Map)]
    [InlineData("JsonArray", ValueKind.List)]
    [InlineData("StringDictionary", ValueKind.TextMap)]
    [InlineData("ObjectMap", ValueKind.Map)]
    [InlineData("DateTimeOffset", ValueKind.DateTimeOffset)]
    [InlineData("ByteArray", ValueKind.ByteArray)]
    [InlineData("System.Int32, System.Private.CoreLib", ValueKind.Int32)]
    [InlineData("UnregisteredClrType:System.Guid, System.Private.CoreLib", ValueKind.Guid)]
    public void Aliases_are_known_in_any_case_and_in_old_spellings(string alias, ValueKind kind)
    {
        var type = ValueType.Parse(alias);
        Assert.Equal((kind, alias, true), (type.Kind, type.Text, type.IsKnown));
    }

    [Theory]
    [InlineData("Int32[]", ValueKind.List, ValueKind.Int32)]
    [InlineData("List<Decimal>", ValueKind.List, ValueKind.Decimal)]
    [InlineData("IReadOnlyCollection<String>", ValueKind.List, ValueKind.String)]
    [InlineData("HashSet<Guid>", ValueKind.Set, ValueKind.Guid)]
    [InlineData("iset<guid>", ValueKind.Set, ValueKind.Guid)]
    public void Collections_know_their_element(string alias, ValueKind kind, ValueKind element)
    {
        var type = ValueType.Parse(alias);
        Assert.Equal((kind, element), (type.Kind, type.Element!.Kind));
    }

    [Fact]
    public void Collections_nest() =>
        Assert.Equal(ValueKind.Boolean, ValueType.Parse("List<Boolean?[]>").Element!.Element!.Kind);

    [Fact]
    public void An_array_flag_makes_a_list_of_the_named_type()
    {
        var type = ValueType.Parse("Int32", isArray: true);
        Assert.Equal((ValueKind.List, ValueKind.Int32), (type.Kind, type.Element!.Kind));
    }

    [Fact]
    public void A_question_mark_makes_value_types_nullable()
    {
        var type = ValueType.Parse("Boolean?");
        Assert.Equal((ValueKind.Boolean, true), (type.Kind, type.IsNullable));
    }

    [Theory]
    [InlineData("Acme.Order, Acme")]
    [InlineData("UnregisteredClrType:Acme.Order, Acme")]
    [InlineData("String?")]
    [InlineData("Int32??")]
    [InlineData("List<Acme>")]
    [InlineData("List<>")]
    [InlineData("[]")]
    [InlineData("Queue<Int32>")]
    [InlineData("System.Collections.Generic.List`1[[System.String, mscorlib]], mscorlib")]
    public void Unknown_names_are_kept_and_treated_as_object(string alias)
    {
        var type = ValueType.Parse(alias);
        Assert.Equal((ValueKind.Object, alias, false), (type.Kind, type.Text, type.IsKnown));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void No_name_means_object(string? alias) =>
        Assert.Equal((ValueKind.Object, true), (ValueType.Parse(alias).Kind, ValueType.Parse(alias).IsKnown));

    [Fact]
    public void Endless_nesting_is_unknown() =>
        Assert.False(ValueType.Parse(string.Concat(Enumerable.Repeat("[]", 50_000)).Insert(0, "Int32")).IsKnown);
}
