using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.MatchEvidence</c>: the officer matches data with documents (P53) and leaves by <c>Matched</c>, or by
/// <c>ItemsMissing</c> when something is missing or differs.
/// </summary>
public sealed class MatchEvidenceActivity : TaskActivity
{
    private const string Matched = "Matched";

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        TaskInputs.Describing("CaseFlow.MatchEvidence").Leaving(Matched, "ItemsMissing");

    /// <inheritdoc/>
    protected override string? DefaultRole => Role.RelationsOfficer;

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        done.Outcome == Matched
            ? new RecordMatching(
                done.By,
                data.List("matches", Match),
                data.List(
                    "validity",
                    v => new EvidenceValidity(
                        v.Text("requirement"),
                        v.OptionalDate("issuedOn"),
                        v.OptionalDate("validUntil")
                    )
                ),
                data.Flag("attested")
            )
            : new ReportMissing(done.By, data.Missing());

    private static FactMatch Match(TaskData match) =>
        new(
            match.Text("fact"),
            match.Text("requirement"),
            match.Text("method"),
            match.Choice<MatchResult>("result"),
            match.OptionalText("note")
        );
}
