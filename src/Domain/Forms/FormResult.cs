namespace CaseFlow.Domain.Forms;

/// <summary>What came of checking answers against a form.</summary>
/// <param name="Data">The sound answers as plain values; fields with a problem are left out.</param>
/// <param name="Problems">Everything that is wrong, at once; empty when all is well.</param>
public sealed record FormResult(IReadOnlyDictionary<string, object?> Data, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool Ok => Problems.Count == 0;
}

/// <summary>One thing wrong with one answer.</summary>
/// <param name="Field">Key of the field; in a table <c>rows[2].column</c>, rows counted from 0.</param>
/// <param name="Code">Stable code, e.g. <c>form.required</c>.</param>
/// <param name="Facts">What the sentence may mention, e.g. <c>max</c>.</param>
public sealed record FieldProblem(string Field, string Code, IReadOnlyDictionary<string, object?> Facts);
