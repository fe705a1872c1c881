using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads inputs, output bindings and switch cases of one node.</summary>
internal sealed class InputReader(DocumentPlaces places, ProblemList problems)
{
    public IReadOnlyDictionary<string, InputExpression> Inputs(JsonObject raw)
    {
        var inputs = new OrderedDictionary<string, InputExpression>(StringComparer.Ordinal);
        foreach (var (key, value) in raw)
        {
            if (value is not null && !IsTaken(raw, key) && Input(value) is { } input)
            {
                inputs[key] = input;
            }
        }
        return inputs;
    }

    public static IReadOnlyDictionary<string, OutputBinding> Outputs(JsonObject raw)
    {
        var outputs = new OrderedDictionary<string, OutputBinding>(StringComparer.Ordinal);
        foreach (var (key, value) in raw)
        {
            if (
                value is JsonObject json
                && !IsTaken(raw, key)
                && !json.ContainsKey("expression")
                && (json["memoryReference"] as JsonObject)?.Text("id") is { Length: > 0 } target
            )
            {
                outputs[key] = new OutputBinding(target, json.Text("typeName"), json["converter"] as JsonObject);
            }
        }
        return outputs;
    }

    public IReadOnlyList<SwitchCase> Cases(JsonObject raw, IReadOnlyDictionary<string, ActivityNode> children) =>
        raw["cases"] is not JsonArray cases
            ? []
            :
            [
                .. cases.Select(
                    (item, index) =>
                        new SwitchCase(
                            (item as JsonObject)?.Text("label") ?? "",
                            item is JsonObject json && json["condition"] is JsonObject condition
                                ? Condition(condition)
                                : null,
                            children.GetValueOrDefault($"cases/{index}/activity")
                        )
                ),
            ];

    public static IReadOnlyList<MachineState> States(
        JsonObject raw,
        IReadOnlyDictionary<string, ActivityNode> children
    ) =>
        raw["states"] is not JsonArray states
            ? []
            :
            [
                .. states.Select(
                    (item, index) =>
                        new MachineState(
                            (item as JsonObject)?.Text("name") ?? "",
                            children.GetValueOrDefault($"states/{index}/entry"),
                            children.GetValueOrDefault($"states/{index}/exit")
                        )
                ),
            ];

    public IReadOnlyList<StateTransition> Transitions(
        JsonObject raw,
        IReadOnlyDictionary<string, ActivityNode> children
    ) =>
        raw["transitions"] is not JsonArray transitions
            ? []
            :
            [
                .. transitions.Select(
                    (item, index) =>
                        new StateTransition(
                            (item as JsonObject)?.Text("name"),
                            (item as JsonObject)?.Text("from") ?? "",
                            (item as JsonObject)?.Text("to") ?? "",
                            children.GetValueOrDefault($"transitions/{index}/trigger"),
                            item is JsonObject json && json["condition"] is { } condition ? Held(condition) : null,
                            children.GetValueOrDefault($"transitions/{index}/action")
                        )
                ),
            ];

    private InputExpression? Held(JsonNode condition) =>
        condition is JsonObject json ? Condition(json) : Input(condition);

    private static bool IsTaken(JsonObject raw, string key) =>
        key is "activities" or "cases" || NodeKeys.IsCommon(raw, key);

    /// <summary>Conditions of cases are bare expressions, but a wrapped one is understood as well.</summary>
    private InputExpression Condition(JsonObject json) =>
        json["expression"] is JsonObject inner ? Expression("Boolean", inner, json) : Expression("Boolean", json, json);

    private InputExpression? Input(JsonNode value) =>
        value switch
        {
            JsonValue => new InputExpression(null, "Literal", LiteralValue.Of(value), value),
            // A bare list is a literal, too; what is embedded are objects.
            JsonArray { Count: > 0 } list when list.All(i => i is JsonValue) => new InputExpression(
                null,
                "Literal",
                LiteralValue.Of(value),
                value
            ),
            JsonObject json when json.ContainsKey("expression") => Wrapped(json),
            // A wrapper without expression is an unset input or an output: neither says anything.
            JsonObject => null,
            _ => null,
        };

    private InputExpression Wrapped(JsonObject json)
    {
        var typeName = json["typeName"].AsText();
        return json["expression"] is JsonObject expression
            ? Expression(typeName, expression, json)
            : new InputExpression(typeName, null, null, json) { HasTypeName = typeName is not null };
    }

    private InputExpression Expression(string? typeName, JsonObject expression, JsonObject wrapper)
    {
        var syntax = Syntax(expression);
        var value = expression["value"];
        return new InputExpression(typeName, syntax, LiteralValue.Of(value), value ?? wrapper)
        {
            HasTypeName = typeName is not null,
            Reference = syntax is "Variable" or "Input" ? References.Read(value) : null,
        };
    }

    /// <summary>A <c>type</c> of null means Literal, an absent one leaves the input unset.</summary>
    private string? Syntax(JsonObject expression)
    {
        if (!expression.TryGetPropertyValue("type", out var type))
        {
            return null;
        }
        if (type is null)
        {
            return "Literal";
        }
        if (type.AsText() is { } text)
        {
            return text;
        }
        problems.Error("expression.type-invalid", "The type of an expression must be text.", places.Of(type));
        return null;
    }
}
