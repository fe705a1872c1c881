namespace CaseFlow.Domain.Calendars;

/// <summary>The two shapes of digits in use in Saudi Arabia.</summary>
public enum DigitShape
{
    /// <summary>0123456789.</summary>
    Latin,

    /// <summary>٠١٢٣٤٥٦٧٨٩.</summary>
    ArabicIndic,
}

/// <summary>Changes the shape of digits in a text and nothing else.</summary>
public static class DigitShapes
{
    private const char ArabicZero = '٠';

    /// <summary>The text with every digit of either shape in the wanted one.</summary>
    public static string Apply(this DigitShape shape, string text)
    {
        var from = shape == DigitShape.Latin ? ArabicZero : '0';
        var to = shape == DigitShape.Latin ? '0' : ArabicZero;
        return string.Create(
            text.Length,
            (text, from, to),
            static (span, state) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    var offset = state.text[i] - state.from;
                    span[i] = offset is >= 0 and <= 9 ? (char)(state.to + offset) : state.text[i];
                }
            }
        );
    }
}
