using CaseFlow.Domain;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>Why something was not done, where Studio shows it: each sentence as one red message beside the drawing.</summary>
public sealed class StudioProblems(RefusalText refusals, ProblemText problems)
{
    private const int Most = 12;

    public IResult Refuse(Refusal refusal) => Refuse([refusals.Sentence(refusal)]);

    /// <param name="document">The document that it was found in, for the names of activities.</param>
    public IResult Refuse(IReadOnlyList<DefinitionProblem> found, string? document)
    {
        var errors = problems.Sentences(found, document);
        return Refuse(errors.Count <= Most ? errors : [.. errors.Take(Most), problems.More(errors.Count - Most)]);
    }

    private static IResult Refuse(IReadOnlyList<string> sentences) =>
        Results.Json(
            new
            {
                statusCode = StatusCodes.Status400BadRequest,
                message = sentences[0],
                errors = new { generalErrors = sentences },
            },
            statusCode: StatusCodes.Status400BadRequest
        );
}
