using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Host.Features.ElsaApi.Descriptors;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>
/// A document on its way to Studio and back. Studio keeps what it does not know, so what it has seen travels along in the document's
/// custom properties: no editor can overwrite what it has never read.
/// </summary>
internal static class StudioDocument
{
    /// <summary>Twice what a definition may be: in Studio's envelope it is longer than in ours.</summary>
    private const int LongestBody = 10 * 1024 * 1024;

    private const int MaxDepth = 300;
    private const string MarkKey = "caseflowMark";

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = MaxDepth,
    };

    /// <summary>Puts the mark of what is shown into the document.</summary>
    public static void Mark(JsonObject document, string mark) => Custom(document)[MarkKey] = mark;

    /// <summary>Takes the mark out again, and with it everything that was there for Studio alone.</summary>
    /// <returns>What the editor has seen: the mark, else the id of the version.</returns>
    public static string? Unmark(JsonObject document)
    {
        PolicyNotes.Lower(document);
        StudioInputs.Settle(document);
        document.Remove("links");
        Custom(document).Remove(MarkKey, out var mark);
        var id = document["id"]?.ToString();
        return mark?.ToString() ?? (string.IsNullOrEmpty(id) ? null : id);
    }

    /// <summary>The body of a request as a JSON object.</summary>
    /// <exception cref="RefusalException">It is too long, not UTF-8, or no JSON object without repeated names.</exception>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var body = await BodyAsync(request, ct);
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(body);
            using var json = JsonDocument.Parse(WithoutMark(body), Strict);
            return JsonObject.Create(json.RootElement.Clone()) ?? throw RefusalException.Of("document.not-readable");
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw RefusalException.Of("document.not-readable");
        }
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LongestBody)
            throw RefusalException.Of("document.too-long", null, ("max", LongestBody / 1024 / 1024));
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0; )
        {
            if (body.Length + read > LongestBody)
                throw RefusalException.Of("document.too-long", null, ("max", LongestBody / 1024 / 1024));
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] body) =>
        body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body.AsMemory(Encoding.UTF8.Preamble.Length) : body;

    private static JsonObject Custom(JsonObject document)
    {
        if (document["customProperties"] is not JsonObject custom)
            document["customProperties"] = custom = [];
        return custom;
    }
}
