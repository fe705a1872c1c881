using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Workflows.Values;

/// <summary>
/// Turns a plain value into another type as Elsa does, invariant culture throughout. Where Elsa silently falls back to the type's
/// default, the value is refused with a reason.
/// </summary>
public static class ValueConversion
{
    /// <summary>Converts a plain value. On success the result is a plain value of the type, or null.</summary>
    /// <returns>False when the value cannot become the type; nothing is thrown.</returns>
    public static bool TryConvert(object? value, ValueType type, out object? result) =>
        TryConvert(value, type, out result, out _);

    /// <summary>Converts a plain value and says why when it cannot.</summary>
    /// <remarks>
    /// Null and blank text become null, except that null becomes <c>false</c> for a Boolean that is not nullable and blank text stays
    /// text for <c>String</c> and <c>Object</c>. A fraction going to a whole number is rounded, halves to the even neighbour.
    /// </remarks>
    public static bool TryConvert(
        object? value,
        ValueType type,
        out object? result,
        [NotNullWhen(false)] out ConversionProblem? problem
    )
    {
        ArgumentNullException.ThrowIfNull(type);
        string? code;
        (result, code) = Convert(value, type);
        problem = code is null ? null : ConversionProblem.Of(code, type, value);
        return code is null;
    }

    internal static Conversion Convert(object? value, ValueType type)
    {
        if (!PlainSize.Fits(value))
        {
            return Conversion.TooLarge;
        }
        if (type.Kind is ValueKind.Object or ValueKind.Stream)
        {
            return Conversion.To(value);
        }
        if (value is null)
        {
            return Conversion.To(type.Kind is ValueKind.Boolean && !type.IsNullable ? false : null);
        }
        if (type.Kind is ValueKind.String)
        {
            return Conversion.To(PlainText.Of(value));
        }
        if (value is string text && string.IsNullOrWhiteSpace(text))
        {
            return Conversion.To(null);
        }
        return type.Kind switch
        {
            ValueKind.Boolean => ScalarConversion.ToBoolean(value),
            ValueKind.Int16 => NumberConversion.ToWhole(value, short.MinValue, short.MaxValue),
            ValueKind.Int32 => NumberConversion.ToWhole(value, int.MinValue, int.MaxValue),
            ValueKind.Int64 => NumberConversion.ToWhole(value, long.MinValue, long.MaxValue),
            ValueKind.Single => NumberConversion.ToSingle(value),
            ValueKind.Double => NumberConversion.ToDouble(value),
            ValueKind.Decimal => NumberConversion.ToDecimal(value),
            ValueKind.Guid => ScalarConversion.ToGuid(value),
            ValueKind.DateTime or ValueKind.DateTimeOffset => ScalarConversion.ToMoment(value),
            ValueKind.TimeSpan => ScalarConversion.ToSpan(value),
            ValueKind.ByteArray => ScalarConversion.ToBytes(value),
            ValueKind.Json => CollectionConversion.ToJson(value),
            ValueKind.Map => CollectionConversion.ToMap(value),
            ValueKind.TextMap => CollectionConversion.ToTextMap(value),
            _ => CollectionConversion.ToList(value, type),
        };
    }
}

/// <summary>A converted value, or the code of the reason why there is none.</summary>
internal readonly record struct Conversion(object? Value, string? Code)
{
    public static Conversion To(object? value) => new(value, null);

    public static Conversion WrongKind { get; } = new(null, "value.wrong-kind");
    public static Conversion BadText { get; } = new(null, "value.bad-text");
    public static Conversion BadJson { get; } = new(null, "value.bad-json");
    public static Conversion TooLarge { get; } = new(null, "value.too-large");
    public static Conversion OutOfRange { get; } = new(null, "value.out-of-range");
}
