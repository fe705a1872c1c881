using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Tests.Cases;

namespace CaseFlow.Domain.Tests.Forms;

public sealed class FormCheckTests
{
    /// <summary>Type, what was typed, and what becomes of it: the canonical value, or the code of the problem.</summary>
    public static TheoryData<FieldType, object?, string> Table =>
        new()
        {
            { FieldType.Text, "  أحمد  ", "s4\"أحمد\"" },
            { FieldType.Text, "e\u0301", "s1\"é\"" },
            { FieldType.Text, "two\nlines", "form.characters" },
            { FieldType.Text, "bell\u0007", "form.characters" },
            { FieldType.Text, "evil\u202Etxt", "form.characters" },
            { FieldType.Text, "evil\u2066txt", "form.characters" },
            { FieldType.Text, "half\uD800", "form.type" },
            { FieldType.Text, new string('x', 501), "form.too-long" },
            { FieldType.Text, true, "form.type" },
            { FieldType.Text, 12, "s2\"12\"" },
            { FieldType.Multiline, "two\r\nlines", "s9\"two\nlines\"" },
            { FieldType.Multiline, new string('x', 4001), "form.too-long" },
            { FieldType.Number, "١٢٫٥", "n12.5" },
            { FieldType.Number, "۱۲", "n12" },
            { FieldType.Number, "1,234,567.5", "n1234567.5" },
            { FieldType.Number, "12,5", "form.number" },
            { FieldType.Number, "1e5", "form.number" },
            { FieldType.Number, "-7", "n-7" },
            { FieldType.Number, 2.50, "n2.5" },
            { FieldType.Number, double.NaN, "form.type" },
            { FieldType.Number, "many", "form.number" },
            { FieldType.Money, "٢٬٥٠٠٫٧٥", "n2500.75" },
            { FieldType.Money, "2.505", "form.money-decimals" },
            { FieldType.Money, "-1", "form.too-small" },
            { FieldType.Date, "2026-02-28", "d2026-02-28" },
            { FieldType.Date, "٢٠٢٦-٠٢-٢٨", "d2026-02-28" },
            { FieldType.Date, "2026-02-29", "form.date" },
            { FieldType.Date, "28/02/2026", "form.date" },
            { FieldType.YesNo, true, "true" },
            { FieldType.YesNo, "on", "true" },
            { FieldType.YesNo, "false", "false" },
            { FieldType.YesNo, "maybe", "form.yes-no" },
            { FieldType.Choice, "a", "s1\"a\"" },
            { FieldType.Choice, "c", "form.unknown-option" },
            { FieldType.Choices, new object[] { "b", "a", "a" }, "[s1\"a\",s1\"b\",]" },
            { FieldType.Choices, "b", "[s1\"b\",]" },
            { FieldType.Choices, new object[] { "a", "c" }, "form.unknown-option" },
            { FieldType.File, "doc-1", "s5\"doc-1\"" },
            { FieldType.File, "../etc/passwd", "form.file" },
            { FieldType.Email, " sara@example.sa ", "s15\"sara@example.sa\"" },
            { FieldType.Email, "sara@example", "form.email" },
            { FieldType.Email, "sara@@example.sa", "form.email" },
            { FieldType.Email, "sara@example.sa\nBcc: x@y.sa", "form.email" },
            { FieldType.Phone, "0512345678", "s13\"+966512345678\"" },
            { FieldType.Phone, "٠٥١ ٢٣٤ ٥٦٧٨", "s13\"+966512345678\"" },
            { FieldType.Phone, "+966 51-234-5678", "s13\"+966512345678\"" },
            { FieldType.Phone, "00966512345678", "s13\"+966512345678\"" },
            { FieldType.Phone, "512345678", "s13\"+966512345678\"" },
            { FieldType.Phone, "0412345678", "form.phone" },
            { FieldType.Phone, "051234567", "form.phone" },
            { FieldType.Phone, "+971512345678", "form.phone" },
            { FieldType.NationalId, "1000000008", "s10\"1000000008\"" },
            { FieldType.NationalId, "٢٠٠٠٠٠٠٠٠٦", "s10\"2000000006\"" },
            { FieldType.NationalId, "1000000009", "form.national-id" },
            { FieldType.NationalId, "3000000004", "form.national-id" },
            { FieldType.NationalId, "100000000", "form.national-id" },
            { FieldType.Rows, "a row", "form.type" },
            { FieldType.Number, new object[] { 1 }, "form.type" },
            { FieldType.Text, new object(), "form.type" },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_type_takes_what_people_type_and_refuses_the_rest(FieldType type, object? typed, string expected)
    {
        var field = Field("f", type) with { Options = [Option("a"), Option("b")] };
        var result = FormCheck.Check(Form(field), World.Facts("f", typed));

        Assert.Equal(
            expected,
            result.Ok ? PlainValue.Canonical(result.Data["f"]) : Assert.Single(result.Problems).Code
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void An_empty_answer_is_none(object? typed)
    {
        var form = Form(Field("f", FieldType.Text) with { Required = true });

        Assert.Equal("form.required", Assert.Single(FormCheck.Check(form, World.Facts("f", typed)).Problems).Code);
        Assert.True(FormCheck.Check(form, World.Facts("f", typed), partial: true).Ok);
    }

    [Fact]
    public void An_answer_to_no_question_is_a_problem() =>
        Assert.Equal(
            "form.unknown-field",
            Assert.Single(FormCheck.Check(Form(), World.Facts("extra", 1)).Problems).Code
        );

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var form = Form(
            Field("a", FieldType.Number),
            Field("b", FieldType.Date),
            Field("c", FieldType.Text) with
            {
                Required = true,
            }
        );
        var data = new Dictionary<string, object?> { ["a"] = "x", ["b"] = "y" };

        Assert.Equal(["a", "b", "c"], FormCheck.Check(form, data).Problems.Select(p => p.Field));
    }

    [Fact]
    public void A_hidden_question_has_no_answer_and_needs_none()
    {
        var form = Form(
            Field("married", FieldType.YesNo),
            Field("spouse", FieldType.Text) with
            {
                Required = true,
                VisibleWhen = new FieldCondition("married", "true"),
            }
        );
        var data = new Dictionary<string, object?> { ["married"] = "no", ["spouse"] = "Huda" };

        var result = FormCheck.Check(form, data);

        Assert.True(result.Ok);
        Assert.DoesNotContain("spouse", result.Data.Keys);
        data["married"] = "yes";
        Assert.Equal("Huda", FormCheck.Check(form, data).Data["spouse"]);
    }

    [Fact]
    public void A_question_that_depends_on_a_hidden_one_is_hidden_too()
    {
        var form = Form(
            Field("a", FieldType.Text),
            Field("b", FieldType.Text) with
            {
                VisibleWhen = new FieldCondition("a", "yes"),
            },
            Field("c", FieldType.Text) with
            {
                VisibleWhen = new FieldCondition("b", "yes"),
            }
        );
        var data = new Dictionary<string, object?>
        {
            ["a"] = "no",
            ["b"] = "yes",
            ["c"] = "shown?",
        };

        Assert.Equal(["a"], FormCheck.Check(form, data).Data.Keys);
    }

    [Fact]
    public void Questions_that_depend_on_each_other_are_hidden_rather_than_asked_for_ever()
    {
        var form = Form(
            Field("a", FieldType.Text) with
            {
                VisibleWhen = new FieldCondition("b", "x"),
            },
            Field("b", FieldType.Text) with
            {
                VisibleWhen = new FieldCondition("a", "x"),
            }
        );

        Assert.Empty(FormCheck.Check(form, new Dictionary<string, object?> { ["a"] = "x", ["b"] = "x" }).Data);
    }

    [Theory]
    [InlineData("9", "form.too-small")]
    [InlineData("10", null)]
    [InlineData("21", "form.too-large")]
    public void A_number_keeps_its_bounds(string typed, string? problem)
    {
        var form = Form(Field("f", FieldType.Number) with { Min = 10, Max = 20 });

        Assert.Equal(problem, FormCheck.Check(form, World.Facts("f", typed)).Problems.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("A-12", null)]
    [InlineData("A-12x", "form.pattern")]
    [InlineData("xA-12", "form.pattern")]
    public void A_pattern_is_for_the_whole_text(string typed, string? problem)
    {
        var form = Form(Field("f", FieldType.Text) with { Pattern = "[A-Z]-[0-9]+" });

        Assert.Equal(problem, FormCheck.Check(form, World.Facts("f", typed)).Problems.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_is_given_up()
    {
        var form = Form(Field("f", FieldType.Text) with { Pattern = "(a+)+b" });

        Assert.Equal(
            "form.pattern",
            Assert.Single(FormCheck.Check(form, World.Facts("f", new string('a', 400))).Problems).Code
        );
    }

    [Fact]
    public void Rows_are_checked_column_by_column()
    {
        var data = World.Facts(
            "income",
            new object[]
            {
                new Dictionary<string, object?> { ["source"] = "salary", ["amount"] = "٥٠٠٠" },
                new Dictionary<string, object?> { ["source"] = "", ["amount"] = null },
                new Dictionary<string, object?> { ["source"] = "rent", ["amount"] = "lots" },
                new Dictionary<string, object?> { ["amount"] = "1", ["tax"] = "2" },
            }
        );

        Assert.Equal(
            ["income[2].amount form.number", "income[3].tax form.unknown-field", "income[3].source form.required"],
            FormCheck.Check(Income, data).Problems.Select(p => $"{p.Field} {p.Code}")
        );
    }

    [Fact]
    public void Sound_rows_become_a_list_without_the_empty_ones()
    {
        var data = World.Facts(
            "income",
            new object[]
            {
                new Dictionary<string, object?> { ["source"] = "salary", ["amount"] = "5000" },
                new Dictionary<string, object?> { ["source"] = "" },
            }
        );

        Assert.Equal(
            "[{6\"amount\":n5000,6\"source\":s6\"salary\",},]",
            PlainValue.Canonical(FormCheck.Check(Income, data).Data["income"])
        );
    }

    [Theory]
    [InlineData(1, "form.too-few")]
    [InlineData(2, null)]
    [InlineData(4, "form.too-many")]
    public void Rows_keep_their_bounds(int count, string? problem)
    {
        var form = Income with { Fields = [Income.Fields[0] with { Min = 2, Max = 3 }] };
        var rows = Enumerable.Range(1, count).Select(i => new Dictionary<string, object?> { ["source"] = $"s{i}" });

        Assert.Equal(
            problem,
            FormCheck.Check(form, World.Facts("income", rows.ToArray())).Problems.SingleOrDefault()?.Code
        );
    }

    [Theory]
    [InlineData("""{"field":"a","equals":true}""", true)]
    [InlineData("""{"field":"a","equals":"true"}""", true)]
    [InlineData("""{"field":"a","equals":false}""", false)]
    [InlineData("""{"field":"n","equals":2}""", true)]
    [InlineData("""{"field":"list","equals":"x"}""", true)]
    [InlineData("""{"field":"list","equals":"y"}""", false)]
    [InlineData("""{"field":"none","equals":"x"}""", false)]
    public void A_condition_in_a_file_compares_with_bare_values(string json, bool holds)
    {
        var condition = System.Text.Json.JsonSerializer.Deserialize<FieldCondition>(json, DomainJson.Options)!;
        var data = new Dictionary<string, object?>
        {
            ["a"] = true,
            ["n"] = 2.00m,
            ["list"] = new List<object?> { "x" },
        };

        Assert.Equal(holds, condition.Holds(data));
    }

    private static FormDefinition Income { get; } =
        Form(
            Field("income", FieldType.Rows) with
            {
                Columns = [Field("source", FieldType.Text) with { Required = true }, Field("amount", FieldType.Money)],
            }
        );

    private static FormDefinition Form(params FormField[] fields) => new("form", 1, World.Text("form"), null, fields);

    private static FormField Field(string key, FieldType type) => new(key, type, World.Text(key));

    private static FieldOption Option(string value) => new(value, World.Text(value));
}
