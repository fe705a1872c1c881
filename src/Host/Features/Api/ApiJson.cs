using System.Reflection;
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
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Insist } };
    }

    /// <summary>What a body needs is refused as null, too.</summary>
    private static void Insist(JsonTypeInfo type)
    {
        if (type.UnmappedMemberHandling != JsonUnmappedMemberHandling.Disallow)
            return;
        foreach (var member in type.Properties.Where(m => !m.PropertyType.IsValueType && MayNotBeNull(m)))
            member.IsSetNullable = false;
    }

    private static bool MayNotBeNull(JsonPropertyInfo member) =>
        member.AttributeProvider is PropertyInfo property
        && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull;
}
