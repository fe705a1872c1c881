namespace CaseFlow.Domain.Cases;

/// <summary>Where a case stands on the policy's seven steps (P48): the rail above a case file.</summary>
/// <param name="Steps">Seven, in order.</param>
public sealed record SevenSteps(IReadOnlyList<StepView> Steps)
{
    /// <summary>Reads the rail off a case. Tells nothing of a sealed decision.</summary>
    public static SevenSteps Of(CaseFile file)
    {
        bool[] done =
        [
            file.Reception is not null,
            IsMatched(file),
            IsClear(file),
            file.Signature is not null,
            file.IsReplied,
            file.Registration is not null,
            file.Confirmation is { Received: true },
        ];
        var over = file.Status is CaseStatus.Closed or CaseStatus.Withdrawn or CaseStatus.Rejected;
        var here = over ? -1 : Here(file, done);
        var returned = file.Study is not null && file.Status is CaseStatus.Preparing or CaseStatus.AwaitingItems;
        return new SevenSteps([
            .. done.Select(
                (isDone, i) =>
                    new StepView(
                        i + 1,
                        i == here ? (returned ? StepState.Returned : StepState.Here)
                            : isDone && (here < 0 || i < here || i == 2) ? StepState.Done
                            : IsSkipped(file, i, over) ? StepState.Skipped
                            : StepState.ToCome
                    )
            ),
        ]);
    }

    private static int Here(CaseFile file, bool[] done) =>
        file.Status switch
        {
            CaseStatus.InStudy => 4,
            CaseStatus.AwaitingItems => 1,
            CaseStatus.Accepted => 5,
            CaseStatus.Registered or CaseStatus.Delivered => 6,
            _ => Array.FindIndex(done, 0, 4, d => !d) switch
            {
                -1 => file.RequiresStudy ? 4 : 6,
                3 when !file.RequiresStudy => 6,
                var first => first,
            },
        };

    private static bool IsSkipped(CaseFile file, int index, bool over) =>
        over || (!file.RequiresStudy && index is 3 or 4 or 5);

    private static bool IsMatched(CaseFile file) => file.Attestation is not null && file.Reported.Count == 0;

    // Nothing unclear is as good as explained: the step is there for those who need it.
    private static bool IsClear(CaseFile file) =>
        file.Clarifications.All(c => c.Answer is not null)
        && (file.Clarifications.Count > 0 || file.Signature is not null || IsMatched(file));
}

/// <summary>One of the seven steps.</summary>
/// <param name="Number">1 to 7.</param>
/// <param name="State">Where the case stands with it.</param>
public sealed record StepView(int Number, StepState State);

/// <summary>Where a case stands with a step.</summary>
public enum StepState
{
    /// <summary>Behind it.</summary>
    Done,

    /// <summary>At it.</summary>
    Here,

    /// <summary>Not yet at it.</summary>
    ToCome,

    /// <summary>At it again, sent back by the committee.</summary>
    Returned,

    /// <summary>Never at it: the service does without, or the case ended before.</summary>
    Skipped,
}
