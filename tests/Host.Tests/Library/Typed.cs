using System.Net;
using System.Text.RegularExpressions;

namespace CaseFlow.Host.Tests.Library;

/// <summary>What stands in the fields of a page.</summary>
internal static class Typed
{
    public static string Hidden(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{Regex.Escape(name)}\" value=\"([^\"]*)\"").Groups[1].Value);
}
