using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Delivery.Calls;

/// <summary>A request as the text that is stored until it is sent.</summary>
public static class CallText
{
    public static string Write(HttpCall call) =>
        PlainJson.Write(
            new Dictionary<string, object?>
            {
                ["method"] = call.Method,
                ["url"] = call.Url,
                ["headers"] = call.Headers,
                ["content"] = call.Content,
                ["contentType"] = call.ContentType,
            }
        );

    public static HttpCall Read(string text)
    {
        var members = (IReadOnlyDictionary<string, object?>)PlainJson.Read(text)!;
        return new HttpCall(
            (string)members["method"]!,
            (string)members["url"]!,
            (IReadOnlyDictionary<string, object?>)members["headers"]!,
            (string?)members["content"],
            (string?)members["contentType"]
        );
    }
}
