using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Values;

public class PlainJsonTests
{
    public static TheoryData<object?> Scalars =>
        new([
            null,
            true,
            "نص",
            "",
            "\ud83d\ude00",
            "\ud83d",
            5L,
            long.MaxValue,
            long.MinValue,
            5d,
            -0.0,
            0.1,
            1e300,
            double.Epsilon,
            double.NaN,
            double.PositiveInfinity,
            double.NegativeInfinity,
            1.50m,
            decimal.MaxValue,
            -0.0000000000000000000000000001m,
            new DateTimeOffset(2026, 3, 1, 10, 30, 15, TimeSpan.FromHours(3)).AddTicks(1234567),
            DateTimeOffset.MaxValue,
            TimeSpan.FromTicks(-1),
            new TimeSpan(3, 4, 5, 6, 7),
            Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
        ]);

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_comes_back_with_its_type_and_spelling(object? value)
    {
        var back = PlainJson.Read(PlainJson.Write(value));
        Assert.Equal(value?.GetType(), back?.GetType());
        Assert.Equal(Spelling(value), Spelling(back));
    }

    [Fact]
    public void Lists_and_maps_come_back_in_order()
    {
        var value = new Dictionary<string, object?>
        {
            ["z"] = new List<object?> { 1L, 1.0, 1m, null, new Dictionary<string, object?>() },
            ["a"] = "x",
        };
        Assert.Equal(
            """{"z":[1,1.0,{"$decimal":"1"},null,{}],"a":"x"}""",
            PlainJson.Write(PlainJson.Read(PlainJson.Write(value)))
        );
    }

    [Theory]
    [InlineData("$decimal")]
    [InlineData("$map")]
    [InlineData("$")]
    public void A_map_that_looks_like_a_tag_comes_back_as_a_map(string key)
    {
        var back = PlainJson.Read(PlainJson.Write(new Dictionary<string, object?> { [key] = "5" }));
        Assert.Equal("5", Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(back)[key]);
    }

    [Fact]
    public void Random_values_come_back()
    {
        var random = new Random(4711);
        for (var i = 0; i < 500; i++)
        {
            var text = PlainJson.Write(Value(random, 4));
            Assert.Equal(text, PlainJson.Write(PlainJson.Read(text)));
        }
    }

    [Fact]
    public void A_value_that_holds_itself_is_refused()
    {
        var list = new List<object?>();
        list.Add(list);
        Assert.Throws<ArgumentException>(() => PlainJson.Write(list));
        Assert.Throws<ArgumentException>(() => PlainJson.ToJson(list));
    }

    [Fact]
    public void A_small_value_that_grows_without_end_when_written_is_refused()
    {
        object? value = 1L;
        for (var i = 0; i < 60; i++)
        {
            value = new List<object?> { value, value };
        }
        Assert.Throws<ArgumentException>(() => PlainJson.Write(value));
        Assert.False(ValueConversion.TryConvert(value, ValueType.String, out _, out var problem));
        Assert.Equal("value.too-large", problem.Code);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_json_for_others() =>
        Assert.Equal("\"\\uFFFD\"", PlainJson.ToJson("\ud83d"));

    [Fact]
    public void What_is_no_plain_value_is_refused() =>
        Assert.Throws<ArgumentException>(() => PlainJson.Write(new object()));

    [Fact]
    public void An_unknown_tag_is_refused() =>
        Assert.Throws<FormatException>(() => PlainJson.Read("""{"$strange":"x"}"""));

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("5.0", 5d)]
    [InlineData("1e2", 100d)]
    [InlineData("9223372036854775808", 9223372036854775808d)]
    [InlineData("\"2026-01-01\"", "2026-01-01")]
    public void Foreign_json_has_whole_numbers_doubles_and_texts(string json, object expected)
    {
        Assert.True(PlainJson.TryParse(json, out var value));
        Assert.Equal(expected, value);
        Assert.Equal(expected.GetType(), value!.GetType());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("\"\\ud800\"")]
    [InlineData("[[[[[[[[[[")]
    public void Broken_foreign_json_is_told(string json) => Assert.False(PlainJson.TryParse(json, out _));

    [Fact]
    public void Json_for_others_has_plain_texts_and_numbers()
    {
        var value = new List<object?>
        {
            1.50m,
            5d,
            TimeSpan.FromDays(3),
            new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            double.NaN,
            "قرار",
        };
        Assert.Equal("""[1.50,5,"3.00:00:00","2026-03-01T00:00:00Z",null,"قرار"]""", PlainJson.ToJson(value));
    }

    private static string Spelling(object? value) =>
        value is double number
            ? BitConverter.DoubleToInt64Bits(number).ToString("X", System.Globalization.CultureInfo.InvariantCulture)
            : PlainText.Of(value) ?? "null";

    private static object? Value(Random random, int depth) =>
        random.Next(depth > 0 ? 11 : 9) switch
        {
            0 => null,
            1 => random.Next(2) == 0,
            2 => random.NextInt64(),
            3 => BitConverter.Int64BitsToDouble(random.NextInt64()),
            4 => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
            5 => new DateTimeOffset(
                random.NextInt64(1, DateTime.MaxValue.Ticks / 2) + TimeSpan.TicksPerDay,
                TimeSpan.FromMinutes(random.Next(-800, 800))
            ),
            6 => new TimeSpan(random.NextInt64()),
            7 => new Guid(Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256)).ToArray()),
            8 => new string([.. Enumerable.Range(0, random.Next(5)).Select(_ => (char)random.Next(65536))]),
            9 => Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1)).ToList(),
            _ => Enumerable
                .Range(0, random.Next(3))
                .ToDictionary(i => (i == 0 ? "$" : "k") + i, _ => Value(random, depth - 1)),
        };
}
