using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Activities;

/// <summary>What an activity may see while it decides. Valid for one call.</summary>
public sealed class ActivityContext
{
    private readonly Burst burst;
    private readonly Live live;

    internal ActivityContext(Burst burst, Live live) => (this.burst, this.live) = (burst, live);

    /// <summary>The activity as the author wrote it.</summary>
    public ActivityNode Node => live.Node;

    /// <summary>The burst's moment, UTC.</summary>
    public DateTimeOffset Now => burst.Now;

    /// <summary>The running instance.</summary>
    public string InstanceId => burst.InstanceId;

    /// <summary>What this execution remembers; null at first.</summary>
    public ActivityState? State => live.State;

    /// <summary>Whether a <c>Break</c> inside wants out.</summary>
    public bool IsBreaking => live.Breaking;

    /// <summary>Inputs the instance was started with.</summary>
    public IReadOnlyDictionary<string, object?> WorkflowInput => burst.Input;

    /// <summary>What an expression of this activity sees.</summary>
    public IExpressionScope Expressions => Scope;

    internal BurstScope Scope => new(burst, live);

    /// <summary>An evaluated input; null when nothing is written.</summary>
    public object? Input(string key) => live.Inputs.GetValueOrDefault(key);

    /// <summary>A text input; null when missing or blank.</summary>
    public string? Text(string key) => Input(key) is string text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A yes-or-no input; no when missing.</summary>
    public bool Flag(string key) => Input(key) is true;

    /// <summary>A length of time; null when missing.</summary>
    public TimeSpan? Span(string key) => Input(key) as TimeSpan?;

    /// <summary>A whole number; null when missing.</summary>
    public long? Whole(string key) => Input(key) as long?;

    /// <summary>A list of texts; empty when missing.</summary>
    public IReadOnlyList<string> Names(string key) =>
        Input(key) is IReadOnlyList<object?> items ? [.. items.OfType<string>()] : [];

    /// <summary>A moment that lies a length of time ahead; the end of time when the sum is beyond it.</summary>
    public DateTimeOffset In(TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
        {
            return Now;
        }
        return span < DateTimeOffset.MaxValue - Now ? Now + span : DateTimeOffset.MaxValue;
    }

    /// <summary>A moment that lies a length of working time ahead.</summary>
    /// <exception cref="FaultException"><c>calendar.unknown</c>: none of that key is in force.</exception>
    public DateTimeOffset InWorkingTime(string calendar, TimeSpan span) =>
        burst.Times.After(calendar, Now, span)
        ?? throw new FaultException("calendar.unknown", $"There is no calendar {calendar} in force.");

    /// <summary>Evaluates an input that the type declares as lazy.</summary>
    /// <param name="key">Camel-case key.</param>
    /// <param name="arguments">What scripts reach as <c>args.x</c> and <c>getX()</c>.</param>
    public object? Evaluate(string key, IReadOnlyDictionary<string, object?>? arguments = null) =>
        Inputs.EvaluateOne(live.Node, live.Activity, key, Scope, arguments);

    /// <summary>Evaluates a condition that stands outside of the declared inputs; no when there is none.</summary>
    public bool Holds(InputExpression? condition) =>
        condition is not null && Inputs.Evaluate(condition, ValueType.Boolean, Scope, "condition") is true;

    /// <summary>Whether the wait of that key is open.</summary>
    public bool Waits(string key) => burst.Waits(live, key);

    /// <summary>The latest event of that name that was waited for; null when there was none.</summary>
    public ReceivedEvent? EventNamed(string name) => burst.EventNamed(name);

    /// <summary>A new id, when the activity must know it before the wait opens.</summary>
    public string NewId() => burst.NextId();

    /// <summary>Whether this activity's trigger started the instance; true once.</summary>
    public bool TakeTrigger() => burst.TakeTrigger(live);
}
