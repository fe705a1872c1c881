using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Values;

public class ValueConversionTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        using var stream = typeof(ValueConversionTests).Assembly.GetManifestResourceStream(
            typeof(ValueConversionTests),
            "conversions.txt"
        )!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split(" | ") is [var value, var type, var expected])
            {
                data.Add(value, type, expected);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_convert_as_the_table_says(string value, string type, string expected)
    {
        var converted = ValueConversion.TryConvert(
            PlainJson.Read(value),
            ValueType.Parse(type),
            out var result,
            out var problem
        );
        Assert.Equal(expected, converted ? PlainJson.Write(result) : problem!.Code);
    }

    [Fact]
    public void The_table_is_read() => Assert.True(Cases().Count > 80);

    [Fact]
    public void A_refusal_names_the_type_and_shows_the_start_of_the_value()
    {
        Assert.False(
            ValueConversion.TryConvert(new string('x', 500), ValueType.Parse("Int32"), out _, out var problem)
        );
        Assert.Equal("Int32", problem.Type);
        Assert.Equal(101, problem.Shown.Length);
    }

    [Fact]
    public void Neither_the_machines_culture_nor_its_zone_matters()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("ar-SA");
        try
        {
            Assert.True(ValueConversion.TryConvert("1.5", ValueType.Parse("Decimal"), out var number));
            Assert.Equal(1.5m, number);
            Assert.True(ValueConversion.TryConvert("2026-03-01", ValueType.Parse("DateTimeOffset"), out var moment));
            Assert.Equal("2026-03-01T00:00:00.0000000+00:00", PlainText.Of(moment));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
