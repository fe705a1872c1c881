using System.Globalization;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Activities.Http;

/// <summary>
/// <c>Elsa.FlowSendHttpRequest</c>: leaves by the status code and <c>Done</c>, by <c>Unmatched status code</c> and <c>Done</c>, or by
/// <c>Failed to connect</c> or <c>Timeout</c>.
/// </summary>
public sealed class FlowSendHttpRequest : HttpRequestActivity
{
    private const string Unmatched = "Unmatched status code";

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.FlowSendHttpRequest",
                "Http",
                [
                    .. Inputs,
                    new ActivityInput("ExpectedStatusCodes", ValueType.Parse("Int32", isArray: true))
                    {
                        Default = new List<object?> { 200L },
                    },
                ]
            )
            .Yielding(Outputs) with
        {
            Outcomes = node => [.. Codes(node), Unmatched, "Done", "Failed to connect", "Timeout"],
        };

    /// <inheritdoc/>
    protected override ActivityResult Answered(ActivityContext context, long status)
    {
        var expected = context.Input("expectedStatusCodes") as IReadOnlyList<object?> ?? [];
        return expected.Count == 0 ? Outcome("Done")
            : expected.Contains(status) ? new ActivityResult.Completed([Text(status), "Done"])
            : new ActivityResult.Completed([Unmatched, "Done"]);
    }

    /// <inheritdoc/>
    protected override ActivityResult Unanswered(ActivityContext context, CallEnd end) =>
        Outcome(end is CallEnd.TimedOut ? "Timeout" : "Failed to connect");

    private static string Text(long status) => status.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Codes(ActivityNode node) =>
        node.Input("expectedStatusCodes") is not { IsUnset: false } written ? ["200"]
        : PlainJson.TryParse(written.Text, out var value) && value is IReadOnlyList<object?> codes
            ? codes.Select(c => PlainText.Of(c) ?? "").Where(c => c.Length > 0)
        : [];
}
