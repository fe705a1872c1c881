using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Activities;

/// <summary>Short ways to write descriptors.</summary>
internal static class Describe
{
    public static readonly IReadOnlyList<string> DoneOnly = ["Done"];

    public static ActivityDescriptor Type(string type, string category, params IReadOnlyList<ActivityInput> inputs) =>
        new(type, 1, category, inputs, [], static _ => DoneOnly);

    public static ActivityDescriptor Leaving(this ActivityDescriptor descriptor, params IReadOnlyList<string> names) =>
        descriptor with
        {
            Outcomes = _ => names,
        };

    public static ActivityDescriptor Yielding(
        this ActivityDescriptor descriptor,
        params IReadOnlyList<ActivityOutput> outputs
    ) => descriptor with { Outputs = outputs };

    public static ActivityDescriptor Embedding(
        this ActivityDescriptor descriptor,
        params IReadOnlyList<string> ports
    ) => descriptor with { Ports = ports };

    public static ActivityInput Text(string name) => new(name, ValueType.String);

    public static ActivityInput Flag(string name) => new(name, ValueType.Boolean);

    public static ActivityInput Any(string name) => new(name, ValueType.Object);

    public static ActivityInput Span(string name) => new(name, Alias("TimeSpan"));

    public static ActivityInput Moment(string name) => new(name, Alias("DateTimeOffset"));

    public static ActivityInput Whole(string name) => new(name, Alias("Int32"));

    public static ActivityInput Names(string name) => new(name, ValueType.Parse("String", isArray: true));

    public static ActivityInput Map(string name) => new(name, Alias("ObjectDictionary"));

    public static ActivityInput Required(this ActivityInput input) => input with { Required = true };

    public static ActivityInput Refers(this ActivityInput input, ReferenceKind kind) => input with { Reference = kind };

    public static ActivityInput Choice(string name, params IReadOnlyList<string> choices) =>
        Text(name) with
        {
            Choices = choices,
        };

    public static ActivityOutput Out(string name, string type = "Object") => new(name, Alias(type));

    /// <summary>Names written literally in a list input; none when they are computed.</summary>
    public static IReadOnlyList<string> LiteralNames(ActivityNode node, string key)
    {
        if (node.Input(key) is not { IsUnset: false, Syntax: "Object" or "Json" or "Literal" } written)
        {
            return [];
        }
        var type = ValueType.Parse("String", isArray: true);
        return ValueConversion.TryConvert(written.Text, type, out var value) && value is IReadOnlyList<object?> items
            ? [.. items.OfType<string>()]
            : [];
    }

    private static ValueType Alias(string alias) => ValueType.Parse(alias);
}
