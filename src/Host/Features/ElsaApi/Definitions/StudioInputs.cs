using System.Text.Json.Nodes;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>
/// Inputs as Studio leaves them, made into what the engine reads. Studio cannot say "nothing": whoever empties a field or picks the dash of
/// a list leaves an empty text behind; where that means nothing (a choice, a duration, a number) the input counts as not given. And the
/// first time an input is filled in, Studio forgets to write its type, without which Elsa itself would not read it.
/// </summary>
internal static class StudioInputs
{
    public static void Settle(JsonObject document)
    {
        foreach (var activity in ActivityWalk.Of(document))
        {
            if (ActivityCatalogue.All.Find(activity["type"]!.ToString())?.Descriptor is not { } type)
                continue;
            foreach (var input in type.Inputs.Where(i => i.Wrapped && activity[i.Key] is JsonObject))
                Settle(activity, input);
        }
    }

    private static void Settle(JsonObject activity, ActivityInput input)
    {
        var wrapper = activity[input.Key]!.AsObject();
        if (IsEmpty(wrapper) && MeansNothing(input))
            activity.Remove(input.Key);
        else if (wrapper["expression"] is JsonObject && string.IsNullOrEmpty(wrapper["typeName"]?.ToString()))
            wrapper["typeName"] = NameOf(input.Type);
    }

    /// <summary>The type's name as Studio writes it.</summary>
    public static string NameOf(Workflows.Values.ValueType type) => type.IsList ? $"{type.Element!.Text}[]" : type.Text;

    private static bool IsEmpty(JsonObject wrapper) =>
        wrapper["expression"] is JsonObject expression
        && expression["type"]?.ToString() == "Literal"
        && string.IsNullOrEmpty(expression["value"]?.ToString());

    private static bool MeansNothing(ActivityInput input) =>
        input.Choices is not null
        || input.Reference is not ReferenceKind.None
        || input.Type.Kind is not ValueKind.String;
}
