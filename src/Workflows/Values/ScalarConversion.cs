using System.Globalization;

namespace CaseFlow.Workflows.Values;

/// <summary>Conversions to truth, ids, moments, lengths of time and bytes.</summary>
internal static class ScalarConversion
{
    public static Conversion ToBoolean(object value) =>
        value switch
        {
            bool => Conversion.To(value),
            string text => bool.TryParse(text, out var flag) ? Conversion.To(flag) : Conversion.BadText,
            long or int => Conversion.To(System.Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0),
            double number => Conversion.To(number != 0),
            decimal number => Conversion.To(number != 0),
            _ => Conversion.WrongKind,
        };

    public static Conversion ToGuid(object value) =>
        value switch
        {
            Guid => Conversion.To(value),
            string text => Guid.TryParse(text.Trim(), out var id) ? Conversion.To(id) : Conversion.BadText,
            _ => Conversion.WrongKind,
        };

    public static Conversion ToMoment(object value) =>
        value switch
        {
            DateTimeOffset => Conversion.To(value),
            // Without an offset the machine's zone must not decide.
            string text => DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
                ? Conversion.To(moment)
                : Conversion.BadText,
            _ => Conversion.WrongKind,
        };

    public static Conversion ToSpan(object value) =>
        value switch
        {
            TimeSpan => Conversion.To(value),
            string text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
                ? Conversion.To(span)
                : Conversion.BadText,
            _ => Conversion.WrongKind,
        };

    public static Conversion ToBytes(object value) =>
        value is not string text ? Conversion.WrongKind
        : Convertible(text) ? Conversion.To(text)
        : Conversion.BadText;

    private static bool Convertible(string base64) =>
        System.Convert.TryFromBase64String(base64, new byte[base64.Length], out _);
}
