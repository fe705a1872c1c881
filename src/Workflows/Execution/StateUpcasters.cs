using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// Brings the stored text of an older schema up to the present one, a step a schema. Each step is written once, when the shape changes
/// in a way that reading cannot absorb (a member renamed, moved or given another meaning; a member added with a default needs none),
/// and is never changed again: it knows the JSON of its time, not the types of today.
/// </summary>
public sealed class StateUpcasters
{
    private readonly IReadOnlyList<Action<JsonObject>> steps;

    /// <summary>Makes a chain.</summary>
    /// <param name="steps">The first leads from schema 1 to 2, the second from 2 to 3. Each changes the state object it is given.</param>
    public StateUpcasters(params IReadOnlyList<Action<JsonObject>> steps) => this.steps = steps;

    /// <summary>The chain of this release.</summary>
    public static StateUpcasters Current { get; } = new();

    /// <summary>The schema that the chain leads to.</summary>
    public int Target => steps.Count + 1;

    /// <summary>Changes a stored document in place.</summary>
    /// <param name="document">With <c>schema</c> and <c>state</c>.</param>
    /// <exception cref="FormatException">It is none, or of a schema that a newer release wrote.</exception>
    public void Raise(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document["schema"] is not JsonValue written || !written.TryGetValue(out int schema) || schema < 1)
        {
            throw new FormatException("The text is no instance state.");
        }
        if (schema > Target)
        {
            throw new FormatException($"The schema {schema} of the instance state is unknown.");
        }
        if (document["state"] is not JsonObject state)
        {
            throw new FormatException("The text is no instance state.");
        }
        foreach (var step in steps.Skip(schema - 1))
        {
            step(state);
        }
        document["schema"] = Target;
    }
}
