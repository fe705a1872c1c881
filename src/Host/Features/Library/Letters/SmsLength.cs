namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>How many short messages a text takes: Arabic goes 70 characters at a time, plain Latin 160, and a little less each in a chain.</summary>
public static class SmsLength
{
    private const string Latin =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string TakesTwo = "^{}\\[~]|€\f";

    public static int Messages(string text)
    {
        var latin = text.All(c => Latin.Contains(c) || TakesTwo.Contains(c));
        var length = latin ? text.Sum(c => TakesTwo.Contains(c) ? 2 : 1) : text.Length;
        var (single, chained) = latin ? (160, 153) : (70, 67);
        return length <= single ? 1 : (length + chained - 1) / chained;
    }
}
