using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Host.Features.ElsaApi;

/// <summary>Answers in the form that Elsa's client reads: camel case, exact, enums by their own names, nulls left out.</summary>
internal static class Elsa
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IResult Ok(object? value) => Results.Json(value, Json);

    public static IResult Created(object? value) => Results.Json(value, Json, statusCode: StatusCodes.Status201Created);

    /// <summary>The same with a tag: whoever holds this very answer already is told so instead.</summary>
    public static IResult OkIfChanged(HttpContext context, object value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, Json);
        var tag = new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"",
            isWeak: true
        );
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.ETag = tag.ToString();
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(body, "application/json; charset=utf-8");
    }

    /// <summary>A whole list.</summary>
    public static IResult List<T>(IReadOnlyList<T> items) => Ok(new { items, count = items.Count });

    /// <summary>One page of a list.</summary>
    public static IResult Page<T>(IReadOnlyList<T> items, long totalCount) => Ok(new { items, totalCount });

    /// <summary>A list that Studio asks for by itself and that has nothing in it here.</summary>
    public static IResult Nothing() => List<object>([]);
}
