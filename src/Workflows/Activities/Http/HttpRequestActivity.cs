using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Activities.Http;

/// <summary>
/// Asks another system and waits for its answer. The request leaves after the commit, with an idempotency key and to allowed hosts only, so
/// that a burst that fails has asked nobody.
/// </summary>
public abstract class HttpRequestActivity : Activity
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];

    /// <summary>What both kinds take.</summary>
    protected static IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        Describe.Text("Url").Required(),
        Describe.Choice("Method", Methods),
        Describe.Any("Content"),
        Describe.Text("ContentType"),
        Describe.Text("Authorization"),
        Describe.Flag("DisableAuthorizationHeaderValidation"),
        Describe.Map("RequestHeaders"),
    ];

    /// <summary>What both kinds yield.</summary>
    protected static IReadOnlyList<ActivityOutput> Outputs { get; } =
    [
        Describe.Out("StatusCode", "Int32"),
        Describe.Out("ParsedContent"),
        Describe.Out("ResponseHeaders", "ObjectDictionary"),
        Describe.Out("Result"),
    ];

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        var url = context.Text("url")?.Trim();
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return new ActivityResult.Faulting("http.url-invalid", $"'{url}' is no address of a web server.");
        }
        var method = context.Text("method")?.Trim().ToUpperInvariant() ?? "GET";
        if (!Methods.Contains(method))
        {
            return new ActivityResult.Faulting("http.method-invalid", $"'{method}' is no method of HTTP.");
        }
        var headers = (
            context.Input("requestHeaders") as IReadOnlyDictionary<string, object?> ?? InstanceState.Nothing
        ).ToDictionary(StringComparer.OrdinalIgnoreCase);
        if (context.Text("authorization") is { } authorization)
        {
            headers["Authorization"] = authorization;
        }
        var content = context.Input("content");
        var call = new HttpCall(
            method,
            address.AbsoluteUri,
            headers,
            PlainText.Of(content),
            content is null
                ? null
                : context.Text("contentType") ?? (content is string ? "text/plain" : "application/json")
        );
        return new ActivityResult.Waiting { Changes = [new Change.Call("answer", call)] };
    }

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with)
    {
        var answer =
            (with as Resumption.CallAnswered)?.Answer ?? throw new NotSupportedException("Waits for an answer.");
        var next = answer.End is CallEnd.Answered ? Answered(context, answer.Status) : Unanswered(context, answer.End);
        return answer.End is CallEnd.Answered ? next with { Changes = Put(answer) } : next;
    }

    /// <summary>How to go on after an answer.</summary>
    protected abstract ActivityResult Answered(ActivityContext context, long status);

    /// <summary>How to go on without one.</summary>
    protected abstract ActivityResult Unanswered(ActivityContext context, CallEnd end);

    private static List<Change> Put(CallAnswer answer) =>
        [
            new Change.PutOut("statusCode", answer.Status),
            new Change.PutOut("parsedContent", answer.Content),
            new Change.PutOut("responseHeaders", answer.Headers),
            new Change.PutOut(
                "result",
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["StatusCode"] = answer.Status,
                    ["Content"] = answer.Content,
                    ["Headers"] = answer.Headers,
                }
            ),
        ];
}
