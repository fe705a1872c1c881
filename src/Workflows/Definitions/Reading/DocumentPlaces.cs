using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>Where the values of a document stood in its text.</summary>
internal sealed class DocumentPlaces
{
    private readonly Dictionary<JsonNode, Place> places = new(ReferenceEqualityComparer.Instance);

    public Place Of(JsonNode? node) =>
        node is not null && places.TryGetValue(node, out var place) ? place : new Place(0, 0);

    public void Add(JsonNode node, Place place) => places[node] = place;

    /// <summary>Gives a copy of a value the place of its original.</summary>
    public void Copy(JsonNode original, JsonNode copy)
    {
        if (places.TryGetValue(original, out var place))
        {
            places[copy] = place;
        }
    }
}

/// <summary>Line and column from 1; both 0 when unknown.</summary>
internal readonly record struct Place(int Line, int Column);
