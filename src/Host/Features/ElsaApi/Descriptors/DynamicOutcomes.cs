using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>Ways out of an activity, which Studio draws as ports: those of the type, and those that an author names.</summary>
internal static class DynamicOutcomes
{
    private const string Done = "Done";

    private static readonly Dictionary<string, string> Inputs = new(StringComparer.Ordinal)
    {
        ["CaseFlow.HumanTask"] = "Outcomes",
        ["Elsa.FlowFork"] = "Branches",
        ["Elsa.RunJavaScript"] = "PossibleOutcomes",
    };

    /// <summary>Whether the names of the ways out stand in this input.</summary>
    public static bool AreIn(ActivityDescriptor type, ActivityInput input) =>
        Inputs.TryGetValue(type.Type, out var name) && name == input.Name;

    /// <summary>Ways out beside those that the author names.</summary>
    public static IReadOnlyList<string> Fixed(ActivityDescriptor type) =>
        type.Type == "Elsa.RunJavaScript" ? [Done] : [];

    /// <summary>Ways out of an activity as it comes from the tool box.</summary>
    public static IReadOnlyList<string> OfNew(ActivityDescriptor type)
    {
        var document = new JsonObject
        {
            ["root"] = new JsonObject { ["id"] = "new", ["type"] = type.Type },
        };
        return DefinitionReader.TryRead(document.ToJsonString(), out var definition, out _)
            ? type.Outcomes(definition.Root)
            : [];
    }

    /// <summary>Members that an activity has when it comes from the tool box: it can be left by at least one way, and that is seen.</summary>
    public static JsonObject Starting(ActivityDescriptor type)
    {
        var members = new JsonObject();
        Show(type.Type, members);
        return members;
    }

    /// <summary>Writes down the one way out that an activity without any named one has, because Studio would draw none.</summary>
    public static void Show(string type, JsonObject activity)
    {
        if (type == "Elsa.RunJavaScript" || !Inputs.TryGetValue(type, out var name))
            return;
        var key = char.ToLowerInvariant(name[0]) + name[1..];
        activity[key] ??= new JsonObject
        {
            ["typeName"] = "String[]",
            ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[\"Done\"]" },
        };
    }
}
