using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Http;

/// <summary><c>Elsa.SendHttpRequest</c>: runs the embedded activity for the status code, or for what else happened; then <c>Done</c>.</summary>
public sealed class SendHttpRequest : HttpRequestActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.SendHttpRequest",
                "Http",
                [.. Inputs, Describe.Any("ExpectedStatusCodes") with { Wrapped = false }]
            )
            .Yielding(Outputs)
            .Embedding("expectedStatusCodes", "unmatchedStatusCode", "failedToConnect", "timeout");

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) => Done();

    /// <inheritdoc/>
    protected override ActivityResult Answered(ActivityContext context, long status)
    {
        var node = context.Node;
        var cases = node.Raw["expectedStatusCodes"] as JsonArray ?? [];
        for (var i = 0; i < cases.Count; i++)
        {
            if ((cases[i] as JsonObject)?["statusCode"].AsWhole() == status)
            {
                return Then(
                    node.Children("expectedStatusCodes")
                        .FirstOrDefault(c => c.Place == $"expectedStatusCodes/{i}/activity")
                );
            }
        }
        return Then(node.Child("unmatchedStatusCode"));
    }

    /// <inheritdoc/>
    protected override ActivityResult Unanswered(ActivityContext context, CallEnd end) =>
        Then(context.Node.Child(end is CallEnd.TimedOut ? "timeout" : "failedToConnect"));

    private static ActivityResult Then(ActivityNode? child) =>
        child is null ? Done() : new ActivityResult.Scheduling([new ChildRun(child)]);
}
