namespace CaseFlow.Domain.Forms;

/// <summary>Holds answers against a form: the same rules for pages, the API and the case itself.</summary>
public static class FormCheck
{
    /// <summary>Checks all answers and returns all problems at once.</summary>
    /// <param name="form">The form.</param>
    /// <param name="data">Answers as text or plain values by field key.</param>
    /// <param name="partial">True while the answers are still being collected: nothing is required yet.</param>
    /// <returns>The sound answers typed; answers to hidden fields and empty answers are left out.</returns>
    public static FormResult Check(
        FormDefinition form,
        IReadOnlyDictionary<string, object?> data,
        bool partial = false
    ) => Check(form.Fields, data, partial, "");

    internal static FormResult Check(
        IReadOnlyList<FormField> fields,
        IReadOnlyDictionary<string, object?> data,
        bool partial,
        string path
    )
    {
        var read = fields.ToDictionary(
            f => f.Key,
            f => FieldReading.Read(f, data.GetValueOrDefault(f.Key), partial, path)
        );
        var visible = fields.Where(f => IsVisible(f, fields, read, fields.Count)).ToList();
        var clean = new Dictionary<string, object?>();
        var problems = data
            .Keys.Where(key => !read.ContainsKey(key))
            .Select(key => new FieldProblem(path + key, "form.unknown-field", NoFacts))
            .ToList();
        foreach (var field in visible)
        {
            var reading = read[field.Key];
            problems.AddRange(reading.Problems);
            if (reading.Value is not null)
            {
                clean[field.Key] = reading.Value;
            }
            else if (field.Required && !partial && reading.Problems.Count == 0)
            {
                problems.Add(new FieldProblem(path + field.Key, "form.required", NoFacts));
            }
        }

        return new FormResult(clean, problems);
    }

    private static Dictionary<string, object?> NoFacts { get; } = [];

    // A field that depends on a hidden field is hidden too. The depth stops forms that depend on themselves.
    private static bool IsVisible(
        FormField field,
        IReadOnlyList<FormField> fields,
        Dictionary<string, FieldReading> read,
        int depth
    )
    {
        if (field.VisibleWhen is not { } condition)
        {
            return true;
        }

        var other = fields.FirstOrDefault(f => f.Key == condition.Field);
        return other is not null
            && depth > 0
            && IsVisible(other, fields, read, depth - 1)
            && condition.Holds(new Dictionary<string, object?> { [other.Key] = read[other.Key].Value });
    }
}
