using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.SignDeclaration</c>: the applicant reads the data back and signs it, or corrects it first (P55, P56).
/// </summary>
public sealed class SignDeclarationActivity : TaskActivity
{
    private const string Signed = "Signed";

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        TaskInputs.Describing("CaseFlow.SignDeclaration").Leaving(Signed, "Corrected");

    /// <inheritdoc/>
    protected override bool IsForApplicant(ActivityContext context) => true;

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        done.Outcome == Signed
            ? new SignDeclaration(
                done.By,
                data.Choice<SignatureMethod>("method"),
                data.Text("declarationVersion"),
                data.Text("language"),
                data.Text("contentHash")
            )
            : new CorrectData(done.By, data.Map("facts"), data.Evidence("evidence"));
}
