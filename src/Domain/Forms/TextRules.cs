using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Domain.Forms;

/// <summary>What a text may hold before it becomes a fact, or part of a document of the policy.</summary>
public static partial class TextRules
{
    /// <summary>
    /// The text trimmed, in NFC, with plain line ends; null when it holds control characters or such as turn the
    /// direction of what follows, with which a name could be made to read as another.
    /// </summary>
    public static string? Clean(string text, bool lines)
    {
        var unified = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return unified.EnumerateRunes().Any(r => IsRefused(r, lines))
            ? null
            : unified.Normalize(NormalizationForm.FormC).Trim();
    }

    internal static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    internal static string? Email(string text) =>
        text.Length <= 254 && EmailShape().IsMatch(text.Trim()) ? text.Trim() : null;

    internal static string? DocumentId(string text) => DocumentIdShape().IsMatch(text) ? text : null;

    private static TimeSpan Patience { get; } = TimeSpan.FromMilliseconds(200);

    private static bool IsRefused(Rune rune, bool lines) =>
        rune.Value switch
        {
            '\n' or '\t' => !lines,
            0xFFFD or 0xFEFF or 0x200B => true,
            >= 0x202A and <= 0x202E => true,
            >= 0x2066 and <= 0x2069 => true,
            _ => Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE,
        };

    [GeneratedRegex(@"\A[^\s@<>"",;]{1,64}@(?:[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?\.)+[\p{L}]{2,63}\z")]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentIdShape();
}
