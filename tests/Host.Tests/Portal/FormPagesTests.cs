using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Features.Portal;

namespace CaseFlow.Host.Tests.Portal;

public sealed class FormPagesTests
{
    [Fact]
    public void A_short_form_is_one_page()
    {
        var pages = FormPages.Of(Form(Plain("a"), Plain("b"), Plain("c")));

        Assert.Equal(["a b c"], Keys(pages));
    }

    [Fact]
    public void A_long_form_is_divided_evenly()
    {
        var pages = FormPages.Of(Form([.. "abcdefgh".Select(c => Plain($"{c}"))]));

        Assert.Equal(["a b c d", "e f g h"], Keys(pages));
    }

    [Fact]
    public void A_question_that_depends_on_another_stays_on_its_page()
    {
        var pages = FormPages.Of(
            Form(Plain("a"), Plain("b"), Plain("c"), Plain("d"), When("e", "d"), When("f", "e"), Plain("g"))
        );

        Assert.Equal(["a b c d e f", "g"], Keys(pages));
    }

    [Fact]
    public void No_question_is_lost_or_asked_twice()
    {
        var form = Form([
            .. Enumerable.Range(0, 23).Select(i => i % 4 == 3 ? When($"f{i}", $"f{i - 3}") : Plain($"f{i}")),
        ]);

        var asked = FormPages.Of(form).SelectMany(p => p.Fields).Select(f => f.Key);

        Assert.Equal(form.Fields.Select(f => f.Key).Order(), asked.Order());
    }

    [Fact]
    public void The_page_of_a_cell_is_the_page_of_its_table()
    {
        var pages = FormPages.Of(Form([.. "abcdefgh".Select(c => Plain($"{c}"))]));

        Assert.Equal(2, FormPages.PageOf(pages, "f[0].name"));
    }

    [Fact]
    public void A_missing_answer_is_asked_for_with_all_that_hangs_on_it()
    {
        var form = Form(Plain("a"), Plain("b"), When("c", "b"), When("d", "c"), Plain("e"));

        var around = FormPages.Around(form, new HashSet<string> { "c" });

        Assert.Equal(["b", "c", "d"], around.Fields.Select(f => f.Key));
    }

    private static IEnumerable<string> Keys(IReadOnlyList<FormDefinition> pages) =>
        pages.Select(p => string.Join(' ', p.Fields.Select(f => f.Key)));

    private static FormDefinition Form(params FormField[] fields) =>
        new("test", 1, new LocalText("نموذج", "Form"), null, fields);

    private static FormField Plain(string key) => new(key, FieldType.Text, new LocalText(key, key));

    private static FormField When(string key, string other) =>
        Plain(key) with
        {
            VisibleWhen = new FieldCondition(other, "yes"),
        };
}
