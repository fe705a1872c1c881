using CaseFlow.Domain.Cases;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Cases;

/// <summary>The study period and the seven steps of a case as the shared components draw them.</summary>
public static class StudyBars
{
    /// <summary>Null while the case was never raised to the committee.</summary>
    public static StudyBarView? Of(CaseOnFile onFile, DateTimeOffset now) =>
        StudyPeriod.Of(onFile.File, onFile.Context.Policy, now) is { } period
            ? new StudyBarView(
                period.AnchorAt,
                period.EarliestReplyAt,
                period.TargetAt,
                period.RepliedAt ?? now,
                [.. period.Pauses.Select(p => new CaseFlow.Host.Ui.StudyPause(p.From, p.Until))]
            )
            : null;

    public static CaseFlow.Host.Ui.SevenSteps Rail(CaseFile file) =>
        new([
            .. CaseFlow
                .Domain.Cases.SevenSteps.Of(file)
                .Steps.Select(s => new CaseFlow.Host.Ui.StepView(s.Number, StateOf(s.State))),
        ]);

    private static CaseFlow.Host.Ui.StepState StateOf(CaseFlow.Domain.Cases.StepState state) =>
        state switch
        {
            CaseFlow.Domain.Cases.StepState.Done => CaseFlow.Host.Ui.StepState.Done,
            CaseFlow.Domain.Cases.StepState.Here => CaseFlow.Host.Ui.StepState.Here,
            CaseFlow.Domain.Cases.StepState.Returned => CaseFlow.Host.Ui.StepState.Returned,
            CaseFlow.Domain.Cases.StepState.Skipped => CaseFlow.Host.Ui.StepState.Skipped,
            _ => CaseFlow.Host.Ui.StepState.ToCome,
        };
}
