using System.Text.Json.Nodes;
using CaseFlow.Host.Features.ElsaApi.Definitions;

namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>
/// The clause that an activity serves and the step it belongs to. They stand in the activity's <c>customProperties</c>, which Studio
/// has no editor for; so they travel to Studio and back as if they were inputs.
/// </summary>
internal static class PolicyNotes
{
    public const string Clause = "PolicyClause";
    public const string Step = "ProcedureStep";

    private static readonly (string Key, string Property)[] Notes =
    [
        ("policyClause", "clause"),
        ("procedureStep", "step"),
    ];

    public static IReadOnlyList<string> Steps { get; } = ["1", "2", "3", "4", "5", "6", "7"];

    /// <summary>Before a document goes to Studio.</summary>
    public static void Lift(JsonObject document)
    {
        foreach (var activity in ActivityWalk.Of(document))
        foreach (var (key, property) in Notes)
            if (activity["customProperties"]?[property] is JsonValue value)
                activity[key] = value.ToString();
    }

    /// <summary>After a document has come from Studio.</summary>
    public static void Lower(JsonObject document)
    {
        foreach (var activity in ActivityWalk.Of(document))
        foreach (var (key, property) in Notes)
            if (activity.Remove(key, out var value))
                Keep(activity, property, value?.ToString());
    }

    private static void Keep(JsonObject activity, string property, string? text)
    {
        if (activity["customProperties"] is not JsonObject custom)
            activity["customProperties"] = custom = [];
        if (string.IsNullOrEmpty(text))
            custom.Remove(property);
        else
            custom[property] = property == "step" && int.TryParse(text, out var step) ? step : text;
    }
}
