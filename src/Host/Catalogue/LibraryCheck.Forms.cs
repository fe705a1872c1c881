using System.Text.RegularExpressions;
using CaseFlow.Domain.Forms;

namespace CaseFlow.Host.Catalogue;

internal sealed partial class LibraryCheck
{
    private void CheckForm(string file, FormDefinition form)
    {
        CheckText(file, "title", form.Title);
        CheckClause(file, "clause", form.Clause);
        CheckFields(file, "fields", form.Fields);
    }

    private void CheckFields(string file, string place, IReadOnlyList<FormField> fields)
    {
        Unique(file, place, fields.Select(f => f.Key));
        foreach (var field in fields)
        {
            var at = $"{place}/{field.Key}";
            // Keys are names of controls: a dot or a bracket in one would make it another's.
            if (!FieldKey().IsMatch(field.Key))
                files.Add(file, at, "library.bad-key", field.Key);
            CheckText(file, at, field.Label);
            foreach (var option in field.Options)
                CheckText(file, $"{at}/options/{option.Value}", option.Label);
            CheckClause(file, at, field.Clause);
            CheckShape(file, at, field);
            CheckCondition(file, at, field.VisibleWhen, fields.Where(f => f != field));
            CheckFields(file, at, field.Columns);
        }
    }

    private void CheckShape(string file, string place, FormField field)
    {
        var chooses = field.Type is FieldType.Choice or FieldType.Choices;
        if (chooses != (field.Options.Count > 0))
            files.Add(file, place, "library.options", $"{field.Type}: {field.Options.Count}");
        if ((field.Type == FieldType.Rows) != (field.Columns.Count > 0))
            files.Add(file, place, "library.columns", $"{field.Type}: {field.Columns.Count}");
        if (field.Min > field.Max)
            files.Add(file, place, "library.min-above-max", $"{field.Min} > {field.Max}");
        if (field.Pattern is { } pattern && !IsPattern(pattern))
            files.Add(file, place, "library.bad-pattern", pattern);
        Unique(file, place, field.Options.Select(o => o.Value));
    }

    /// <summary>A condition names another field, and for a choice one of its options: else it could never hold.</summary>
    private void CheckCondition(string file, string place, FieldCondition? condition, IEnumerable<FormField> fields)
    {
        if (condition is null)
            return;
        var field = fields.FirstOrDefault(f => f.Key == condition.Field);
        if (field is null)
            files.Add(file, place, "library.unknown-fact", condition.Field);
        else if (field.Options.Count > 0 && field.Options.All(o => o.Value != condition.EqualTo))
            files.Add(file, place, "library.unknown-option", $"{condition.Field} = {condition.EqualTo}");
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,59}\z")]
    private static partial Regex FieldKey();

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
