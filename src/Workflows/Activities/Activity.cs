using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities;

/// <summary>
/// A kind of activity. It holds no state and changes nothing: it looks at the context and answers what should happen. One object serves
/// all instances on all threads.
/// </summary>
public abstract class Activity
{
    private IReadOnlyList<InputSlot>? slots;
    private IReadOnlyList<string>? outputKeys;

    /// <summary>What it takes, yields and offers.</summary>
    public abstract ActivityDescriptor Descriptor { get; }

    /// <summary>Registered name.</summary>
    public string Type => Descriptor.Type;

    /// <summary>Whether completing it ends its flowchart or sequence.</summary>
    public bool IsTerminal => Descriptor.IsTerminal;

    /// <summary>Whether <c>Break</c> leaves it.</summary>
    public virtual bool IsLoop => false;

    /// <summary>Whether scripts may make new variables in it.</summary>
    public virtual bool HoldsVariables => false;

    /// <summary>Whether it comes to its end by itself: it waits for its embedded activities at most, and asks the case nothing.</summary>
    public virtual bool RunsThrough => true;

    /// <summary>Whether its task data may tell a sealed decision, so that nobody may keep it.</summary>
    public virtual bool KeepsSecrets => false;

    /// <summary>Whether the activity, as its author wrote it, makes sense only in an instance that serves a case.</summary>
    public virtual bool NeedsCase(ActivityNode node) => false;

    /// <summary>The output meant when none is named.</summary>
    public virtual string MainOutput => "result";

    internal IReadOnlyList<InputSlot> Slots =>
        slots ??= [.. Descriptor.Inputs.Select(input => new InputSlot(input.Key, input))];

    internal IReadOnlyList<string> OutputKeys => outputKeys ??= [.. Descriptor.Outputs.Select(o => o.Key)];

    /// <summary>Begins. Inputs are evaluated.</summary>
    public abstract ActivityResult Run(ActivityContext context);

    /// <summary>Goes on after one of its waits ended.</summary>
    public virtual ActivityResult Resume(ActivityContext context, Resumption with) =>
        throw new NotSupportedException($"{Type} waits for nothing.");

    /// <summary>Goes on with the domain's answer.</summary>
    public virtual ActivityResult Answered(ActivityContext context, CaseAnswer answer) =>
        throw new NotSupportedException($"{Type} asks nothing.");

    /// <summary>Goes on after one of its embedded activities completed.</summary>
    public virtual ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) =>
        throw new NotSupportedException($"{Type} embeds nothing.");

    /// <summary>Completes with the default outcome, after these changes.</summary>
    protected static ActivityResult Done(params IReadOnlyList<Change> changes) =>
        new ActivityResult.Completed { Changes = changes };

    /// <summary>Completes with one outcome, after these changes.</summary>
    protected static ActivityResult Outcome(string outcome, params IReadOnlyList<Change> changes) =>
        new ActivityResult.Completed([outcome]) { Changes = changes };
}

/// <summary>A declared input with its key made ready.</summary>
internal sealed record InputSlot(string Key, ActivityInput Input);
