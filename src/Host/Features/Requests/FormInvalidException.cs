using CaseFlow.Domain.Forms;

namespace CaseFlow.Host.Features.Requests;

/// <summary>What was filled in does not fit the form. Carries every problem at once, for the fields to show.</summary>
public sealed class FormInvalidException(IReadOnlyList<FieldProblem> problems) : Exception("The form has problems.")
{
    public IReadOnlyList<FieldProblem> Problems { get; } = problems;

    public static void ThrowIfAny(IReadOnlyList<FieldProblem> problems)
    {
        if (problems.Count > 0)
            throw new FormInvalidException(problems);
    }
}
