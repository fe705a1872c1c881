using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>An activity that asks the case one thing and goes on with the answer.</summary>
public abstract class AskActivity : Activity
{
    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override bool NeedsCase(ActivityNode node) => true;

    /// <inheritdoc/>
    public sealed override ActivityResult Run(ActivityContext context) => new ActivityResult.Asking(Command(context));

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer) => Done();

    /// <summary>What the case is asked.</summary>
    protected abstract CaseCommand Command(ActivityContext context);

    /// <summary>Missing items as expressions see them.</summary>
    private protected static IReadOnlyList<object?> Plain(IReadOnlyList<MissingItem> items) =>
        [
            .. items.Select(i => new Dictionary<string, object?>
            {
                ["key"] = i.Key,
                ["kind"] = char.ToLowerInvariant($"{i.Kind}"[0]) + $"{i.Kind}"[1..],
                ["labelAr"] = i.Label?.Ar,
                ["labelEn"] = i.Label?.En,
                ["reasonCode"] = i.ReasonCode,
                ["note"] = i.Note,
            }),
        ];
}
