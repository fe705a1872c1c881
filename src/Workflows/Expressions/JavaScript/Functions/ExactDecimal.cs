using System.Globalization;
using System.Numerics;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>
/// Decimal digits of a binary number, rounded once and from its exact value, halves up. The formatting of .NET takes halves
/// to the even side.
/// </summary>
internal static class ExactDecimal
{
    /// <summary>The number times a power of ten, rounded to a whole.</summary>
    public static BigInteger Scale(double magnitude, int power)
    {
        var bits = BitConverter.DoubleToInt64Bits(magnitude);
        var exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger numerator = (bits & 0xFFFFFFFFFFFFF) | (exponent > 0 ? 1L << 52 : 0);
        var twos = Math.Max(exponent, 1) - 1075;
        var denominator = BigInteger.One;
        numerator *= BigInteger.Pow(10, Math.Max(power, 0));
        denominator *= BigInteger.Pow(10, Math.Max(-power, 0));
        numerator <<= Math.Max(twos, 0);
        denominator <<= Math.Max(-twos, 0);
        return (2 * numerator + denominator) / (2 * denominator);
    }

    /// <summary>The first digits, and the power of ten of the first of them; the number is above zero.</summary>
    public static (string Digits, int Exponent) Significant(double magnitude, int count)
    {
        var exponent = (int)Math.Floor(Math.Log10(magnitude));
        while (true)
        {
            var digits = Scale(magnitude, count - 1 - exponent).ToString(CultureInfo.InvariantCulture);
            if (digits.Length == count)
            {
                return (digits, exponent);
            }

            // The logarithm was a hair off, or rounding made 9.99 a 10.0.
            exponent += digits.Length > count ? 1 : -1;
        }
    }
}
