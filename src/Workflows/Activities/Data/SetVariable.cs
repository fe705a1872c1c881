using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Data;

/// <summary><c>Elsa.SetVariable</c>: assigns a variable by id, converted to its type.</summary>
public sealed class SetVariable : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type(
            "Elsa.SetVariable",
            "Data",
            Describe.Any("Variable") with
            {
                Wrapped = false,
                Required = true,
                Reference = ReferenceKind.Variable,
            },
            Describe.Any("Value")
        );

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        context.Node.Raw["variable"] is System.Text.Json.Nodes.JsonObject variable
        && variable["id"] is System.Text.Json.Nodes.JsonValue id
        && id.TryGetValue(out string? variableId)
            ? Done(new Change.SetVariable(variableId, context.Input("value")))
            : new ActivityResult.Faulting("variable.unknown", "The activity names no variable.");
}
