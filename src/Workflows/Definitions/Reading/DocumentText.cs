using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Turns text into a JSON tree that remembers places and the exact spelling of numbers.</summary>
internal static class DocumentText
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxDepth = 128;

    public static JsonObject? Parse(ReadOnlySpan<byte> utf8, DocumentPlaces places, ProblemList problems)
    {
        if (utf8.Length > MaxBytes)
        {
            problems.Error(
                "json.too-large",
                "The document is larger than 5 MB.",
                default,
                ("maxBytes", (long)MaxBytes)
            );
            return null;
        }
        if (utf8 is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !System.Text.Unicode.Utf8.IsValid(utf8))
        {
            problems.Error("json.encoding", "The document is not UTF-8.", default);
            return null;
        }
        try
        {
            var start = utf8 is [0xEF, 0xBB, 0xBF, ..] ? utf8[3..] : utf8;
            return new TreeBuilder(places, problems).Build(start);
        }
        catch (JsonException e)
        {
            // Their lines and columns count from 0, and the column counts bytes.
            var place = new Place((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            var code = IsDepth(e) ? "json.too-deep" : "json.broken";
            problems.Error(code, Sentence(utf8, e), place);
            return null;
        }
    }

    /// <summary>Their messages end with the place once more, counted from 0.</summary>
    private static string Sentence(ReadOnlySpan<byte> utf8, JsonException e)
    {
        var message = e.Message.Split(" LineNumber:", 2)[0];
        return utf8.Trim(" \t\r\n"u8).IsEmpty ? "The document is empty." : "The document is no JSON: " + message;
    }

    public static byte[]? Utf8(string json, ProblemList problems)
    {
        if (json.Length > MaxBytes)
        {
            problems.Error(
                "json.too-large",
                "The document is larger than 5 MB.",
                default,
                ("maxBytes", (long)MaxBytes)
            );
            return null;
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json);
        }
        catch (EncoderFallbackException)
        {
            problems.Error("json.encoding", "The document holds half of a surrogate pair.", default);
            return null;
        }
    }

    // The framework has no other sign for it than its sentence.
    private static bool IsDepth(JsonException e) =>
        e.Message.Contains("maximum configured depth", StringComparison.Ordinal);
}
