using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CaseFlow.Host.Features.Api;

/// <summary>How the API writes JSON: camel case, enums by name, Arabic as letters.</summary>
public static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ForgiveAnswers } };
    }

    /// <summary>Null where none may be is the asker's mistake in a body; in an answer it must not become a fault.</summary>
    private static void ForgiveAnswers(JsonTypeInfo type)
    {
        if (type.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow)
            return;
        foreach (var member in type.Properties.Where(m => !m.PropertyType.IsValueType))
            member.IsGetNullable = member.IsSetNullable = true;
    }
}
