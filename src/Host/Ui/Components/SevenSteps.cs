namespace CaseFlow.Host.Ui;

public enum StepState
{
    ToCome,
    Here,
    Done,

    /// <summary>Here again, because something was missing.</summary>
    Returned,

    /// <summary>Never needed: the service does without it, or the case ended before.</summary>
    Skipped,
}

/// <summary>One of the seven steps of the procedure. Its names are the shared texts <c>Step.{Number}.Name</c> and <c>.Public</c>.</summary>
/// <param name="Number">From 1 to 7, as in the policy.</param>
/// <param name="At">When it was done or begun.</param>
/// <param name="Note">A few words under the name: who has it, or what is waited for.</param>
public sealed record StepView(int Number, StepState State, DateTimeOffset? At = null, string? Note = null);

/// <summary>The procedure as a rail; draw with <c>&lt;partial name="_StepRail" model="steps" /&gt;</c>.</summary>
public sealed record SevenSteps(IReadOnlyList<StepView> Steps)
{
    /// <summary>Steps before <paramref name="here"/> are done, those after it to come; 8 means all done, 0 none begun.</summary>
    public static SevenSteps At(int here, bool returned = false) =>
        new([
            .. Enumerable
                .Range(1, 7)
                .Select(n => new StepView(
                    n,
                    n < here ? StepState.Done
                        : n > here ? StepState.ToCome
                        : returned ? StepState.Returned
                        : StepState.Here
                )),
        ]);

    public int DoneCount => Steps.Count(s => s.State == StepState.Done);
}
