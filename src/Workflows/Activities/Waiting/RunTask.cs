using CaseFlow.Domain;
using CaseFlow.Domain.Tasks;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Waiting;

/// <summary>
/// <c>Elsa.RunTask</c>: hands a task to the host and waits for its result. Elsa's is for nobody in particular; here somebody must see it: the
/// role of the further input <c>role</c>, or the relations officers.
/// </summary>
public sealed class RunTask : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.RunTask",
                "Waiting",
                Describe.Text("TaskName").Required(),
                Describe.Map("Payload"),
                Describe.Text("Role").Refers(ReferenceKind.Role)
            )
            .Yielding(Describe.Out("TaskId", "String"), Describe.Out("Result"));

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        var name = context.Text("taskName") ?? "";
        var id = context.NewId();
        var order = new TaskOrder(
            id,
            context.InstanceId,
            context.Node.Id,
            Type,
            new LocalText(name, name),
            context.Text("role") ?? Domain.Parties.Role.RelationsOfficer,
            Assignee: null,
            ForApplicant: false,
            Form: null,
            Describe.DoneOnly,
            context.Node.Clause,
            context.Node.Step,
            DueAt: null,
            context.Input("payload") as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>()
        );
        return new ActivityResult.Waiting
        {
            Changes = [new Change.PutOut("taskId", id), new Change.OpenTask("task", order)],
        };
    }

    /// <inheritdoc/>
    /// <remarks>Data with the single member <c>result</c> stands for that value, as Elsa's API sends it.</remarks>
    public override ActivityResult Resume(ActivityContext context, Resumption with) =>
        with is Resumption.TaskDone { Data: var data }
            ? Done(
                new Change.PutOut("result", data.Count == 1 && data.TryGetValue("result", out var only) ? only : data)
            )
            : throw new NotSupportedException("A task waits for nothing else.");
}
