using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// An activity that is done by a person: it opens one task, reminds and escalates, turns what was delivered into a command to the case,
/// and leaves by the task's outcome once the case agreed.
/// </summary>
/// <remarks>A "no" of the case faults the burst, so the task stays open as it was.</remarks>
public abstract class TaskActivity : Activity
{
    /// <summary>Key of the one task.</summary>
    protected const string Task = "task";

    /// <inheritdoc/>
    public sealed override bool RunsThrough => false;

    /// <inheritdoc/>
    public override bool NeedsCase(ActivityNode node) => true;

    /// <summary>The role when the author names none; null when the task is for the applicant or the author must decide.</summary>
    protected virtual string? DefaultRole => null;

    /// <summary>The outcomes a task of this node may have.</summary>
    protected virtual IReadOnlyList<string> OutcomesOf(ActivityContext context) => Descriptor.Outcomes(context.Node);

    /// <summary>Whether the applicant does it.</summary>
    protected virtual bool IsForApplicant(ActivityContext context) => false;

    /// <summary>What the page needs beside the case.</summary>
    protected virtual IReadOnlyDictionary<string, object?> DataFor(ActivityContext context) =>
        new Dictionary<string, object?>();

    /// <summary>What the case is asked when the task is completed; null when it needs not be asked.</summary>
    /// <exception cref="RefusalException">The data does not fit.</exception>
    private protected abstract CaseCommand? Command(ActivityContext context, Resumption.TaskDone done, TaskData data);

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Open(context);

    /// <inheritdoc/>
    public sealed override ActivityResult Resume(ActivityContext context, Resumption with) =>
        with switch
        {
            Resumption.TimerFell { Kind: TimerKind.Reminder } => Remind(context),
            Resumption.TimerFell { Kind: TimerKind.Escalation } => new ActivityResult.Waiting
            {
                Changes = [new Change.Escalate(Task, context.Text("escalateTo") ?? "")],
            },
            Resumption.TaskDone done => Command(context, done, new TaskData(done.Data)) is { } command
                ? new ActivityResult.Asking(command, new TaskState(done.Outcome, done.Data, done.By))
                : Complete(new TaskState(done.Outcome, done.Data, done.By), []),
            _ => throw new NotSupportedException($"{Type} does not wait for {with.Key}."),
        };

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer) =>
        context.State is TaskState done ? Complete(done, OutputsOf(answer)) : new ActivityResult.Waiting();

    /// <summary>Outputs that the case's answer adds to those of the task.</summary>
    protected virtual IReadOnlyList<Change> OutputsOf(CaseAnswer answer) => [];

    /// <summary>What happens when the task has been open for <c>remindAfter</c>.</summary>
    protected virtual ActivityResult Remind(ActivityContext context) =>
        new ActivityResult.Waiting { Changes = [new Change.Remind(Task)] };

    /// <summary>Opens the task and starts its timers.</summary>
    protected ActivityResult Open(ActivityContext context)
    {
        var changes = new List<Change> { new Change.OpenTask(Task, Order(context)) };
        if (context.Span("remindAfter") is { } remindAfter)
        {
            changes.Add(new Change.StartTimer("reminder", TaskInputs.InTime(context, remindAfter), TimerKind.Reminder));
        }
        if (context.Span("escalateAfter") is { } escalateAfter && context.Text("escalateTo") is not null)
        {
            changes.Add(
                new Change.StartTimer("escalation", TaskInputs.InTime(context, escalateAfter), TimerKind.Escalation)
            );
        }
        return new ActivityResult.Waiting { Changes = changes };
    }

    private TaskOrder Order(ActivityContext context)
    {
        var forApplicant = IsForApplicant(context);
        var role = forApplicant ? null : context.Text("role") ?? DefaultRole;
        if (role is null && !forApplicant)
        {
            throw new FaultException("task.nobody", $"The task of {context.Node.Id} names no role.");
        }
        return TaskInputs.Order(context, Type, TaskInputs.Title(context, "title"), OutcomesOf(context)) with
        {
            CandidateRole = role,
            ForApplicant = forApplicant,
            Data = DataFor(context),
        };
    }

    private static ActivityResult Complete(TaskState done, IReadOnlyList<Change> more) =>
        Outcome(
            done.Outcome,
            [
                new Change.PutOut("completedBy", TaskInputs.Person(done.By)),
                new Change.PutOut("outcome", done.Outcome),
                new Change.PutOut("result", done.Data),
                .. more,
            ]
        );
}

/// <summary>What a completed task delivered, while the case is being asked.</summary>
public sealed record TaskState(string Outcome, IReadOnlyDictionary<string, object?> Data, Actor By) : ActivityState;
