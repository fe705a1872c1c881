using System.Globalization;
using System.Resources;

namespace CaseFlow.Browser.Support;

/// <summary>What is written on the pages, in Arabic: the tests press what people press.</summary>
internal static class Words
{
    private static readonly CultureInfo Arabic = CultureInfo.GetCultureInfo("ar");

    /// <summary>A text of an area's pages.</summary>
    public static string Of<TTexts>(string key) =>
        new ResourceManager(typeof(TTexts)).GetString(key, Arabic)
        ?? throw new ArgumentException($"No text {key} in {typeof(TTexts).FullName}.", nameof(key));

    public static string Portal(string key) => Of<Host.Features.Portal.Texts>(key);

    public static string Inbox(string key) => Of<Host.Features.Inbox.Texts>(key);
}
