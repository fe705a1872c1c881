using CaseFlow.Domain.Forms;

namespace CaseFlow.Host.Features.Portal;

/// <summary>Divides a form into pages of a few questions. A question that depends on another stays on its page.</summary>
public static class FormPages
{
    private const int MostFields = 5;

    /// <summary>The pages as forms of their own, in the order of the form; each is checked by itself.</summary>
    public static IReadOnlyList<FormDefinition> Of(FormDefinition form)
    {
        var groups = form.Fields.GroupBy(f => Root(form, f).Key).Select(g => g.ToList()).ToList();
        var pages = Math.Max(1, (form.Fields.Count + MostFields - 1) / MostFields);
        var share = (double)form.Fields.Count / pages;
        var result = new List<List<FormField>>();
        var placed = 0;
        foreach (var group in groups)
        {
            // Even pages: the next one begins where an equal share of the form ends.
            if (result.Count == 0 || placed >= Math.Round(share * result.Count))
                result.Add([]);
            result[^1].AddRange(group);
            placed += group.Count;
        }
        return [.. result.Select(fields => form with { Fields = fields })];
    }

    /// <summary>From 1: the page that asks for this field; 1 when none does.</summary>
    public static int PageOf(IReadOnlyList<FormDefinition> pages, string field) =>
        Math.Max(0, pages.ToList().FindIndex(p => p.Field(field.Split('[')[0]) is not null)) + 1;

    /// <summary>The fields with these keys, with all that depend on them and all that they depend on.</summary>
    public static FormDefinition Around(FormDefinition form, IReadOnlySet<string> keys) =>
        form with
        {
            Fields =
            [
                .. form.Fields.Where(f =>
                    Line(form, f).Any(above => keys.Contains(above.Key))
                    || form.Fields.Any(below => keys.Contains(below.Key) && Line(form, below).Contains(f))
                ),
            ],
        };

    private static FormField Root(FormDefinition form, FormField field) => Line(form, field).Last();

    // The field and all above it; a form whose fields depend on each other in a circle ends after its length.
    private static IEnumerable<FormField> Line(FormDefinition form, FormField field)
    {
        var here = field;
        for (var depth = 0; here is not null && depth <= form.Fields.Count; depth++)
        {
            yield return here;
            here = here.VisibleWhen is { } condition ? form.Field(condition.Field) : null;
        }
    }
}
