using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>The object <c>variables</c>: copied in before the script and back after it.</summary>
public sealed class VariableCopyTests
{
    private readonly CaseScope scope = new();

    [Fact]
    public void An_assignment_lasts()
    {
        Evaluate("variables.Amount = 7; variables.Name += '!'");

        Assert.Equal(7.0, scope.Variables["Amount"]);
        Assert.Equal("Sara!", scope.Variables["Name"]);
    }

    [Fact]
    public void A_new_name_makes_a_variable()
    {
        Evaluate("variables.Fresh = { a: 1 }");

        Assert.Equal(1.0, Assert.IsType<Dictionary<string, object?>>(scope.Variables["Fresh"])["a"]);
    }

    [Fact]
    public void A_change_inside_an_object_lasts()
    {
        Evaluate("variables.Order.id = 'o2'; variables.Order.items.push({ sku: 'C-3' })");

        var order = Assert.IsType<Dictionary<string, object?>>(scope.Variables["Order"]);
        Assert.Equal("o2", order["id"]);
        Assert.Equal(3, Assert.IsType<List<object?>>(order["items"]).Count);
    }

    [Theory]
    [InlineData("variables.Tags.push('new')")]
    [InlineData("variables.Tags[0] = 'new'")]
    [InlineData("variables.Tags.length = 0")]
    public void A_change_inside_a_list_is_lost(string script)
    {
        Evaluate(script);

        Assert.Equal(new List<object?> { "urgent", "housing" }, scope.Variables["Tags"]);
    }

    [Fact]
    public void A_new_list_in_place_of_the_old_one_lasts()
    {
        Evaluate("variables.Tags = [...variables.Tags, 'new']");

        Assert.Equal(new List<object?> { "urgent", "housing", "new" }, scope.Variables["Tags"]);
    }

    [Fact]
    public void Until_the_script_ends_the_accessor_shows_the_old_value()
    {
        Assert.Equal(1500.0, Evaluate("variables.Amount = 7; getAmount()"));
        Assert.Equal(7.0, scope.Variables["Amount"]);
    }

    [Theory]
    [InlineData("variables.Amount; setAmount(7); variables.Amount")]
    [InlineData("variables.Amount; setVariable('Amount', 7); variables.Amount")]
    [InlineData("setAmount(7); variables.Amount")]
    public void Setting_by_function_changes_the_copy_too(string script)
    {
        Assert.Equal(7.0, Evaluate(script));
        Assert.Equal(7.0, scope.Variables["Amount"]);
    }

    [Fact]
    public void What_a_script_only_reads_keeps_its_value_and_type()
    {
        var before = new Dictionary<string, object?>(scope.Variables);

        Evaluate(
            "variables.Amount + variables.Order.items.length + variables.Tags.length + Object.keys(variables).length"
        );

        Assert.Equal(before, scope.Variables);
        Assert.Same(before["Order"], scope.Variables["Order"]);
    }

    [Fact]
    public void A_script_that_fails_leaves_the_copies_behind()
    {
        Assert.Throws<ExpressionException>(() => Evaluate("variables.Amount = 7; throw new Error('no')"));

        Assert.Equal(1500m, scope.Variables["Amount"]);
    }

    [Fact]
    public void The_whole_object_holds_all_variables_in_reach()
    {
        Assert.Equal(8.0, Evaluate("Object.keys(variables).length"));
        Assert.Equal("Sara", Evaluate("const key = 'Na' + 'me'; variables[key]"));
        Evaluate("const v = variables; v['Am' + 'ount'] = 3");
        Assert.Equal(3.0, scope.Variables["Amount"]);
    }

    [Fact]
    public void A_name_of_the_script_hides_the_workflow_s()
    {
        Assert.Equal(1.0, Evaluate("const variables = { Amount: 1 }; variables.Amount"));
        Assert.Equal(2.0, Evaluate("const getAmount = () => 2; getAmount()"));
    }

    [Fact]
    public void An_object_from_an_accessor_is_the_variables_own()
    {
        Assert.Equal("changed", Evaluate("getOrder().id = 'changed'; args.x = 1; variables.Order.id"));

        Assert.Equal("changed", Evaluate("getOrder().id"));
    }

    [Fact]
    public void What_was_set_is_not_undone_by_a_change_to_the_object_before_it()
    {
        Evaluate("const old = getOrder(); setOrder({ id: 'new' }); old.id = 'late'");

        Assert.Equal("new", Evaluate("getOrder().id"));
    }

    [Fact]
    public void A_list_from_an_accessor_is_a_copy()
    {
        Evaluate("setVariable('Order', [1]); getOrder().push(2)");

        Assert.Equal(1.0, Evaluate("getOrder().length"));
    }

    private object? Evaluate(string text)
    {
        Assert.True(Script.TryParse(text, out var script, out var problems), string.Join('\n', problems));
        return script.Evaluate(scope, ExpressionLimits.Default);
    }
}
