using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Administration;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Host.Tests.Library;

/// <summary>What stands in the fields of a page, as a browser would post it.</summary>
internal static partial class Typed
{
    public static string Hidden(string page, string name) =>
        WebUtility.HtmlDecode(
            Regex.Match(page, $"name=\"{Regex.Escape(name)}\"(?: type=\"hidden\")? value=\"([^\"]*)\"").Groups[1].Value
        );

    /// <summary>The fields of the editor on a page, and what is typed over them.</summary>
    public static Dictionary<string, StringValues> Fields(string page, params (string Name, string Value)[] typed)
    {
        var form = page[page.IndexOf("data-editor", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        var fields = new Dictionary<string, StringValues>();
        foreach (var tag in Input().Matches(form).Select(m => m.Value))
        {
            var (name, kind) = (Attribute(tag, "name"), Attribute(tag, "type"));
            if (
                name is not null
                && (kind is not ("checkbox" or "radio") || tag.Contains(" checked", StringComparison.Ordinal))
            )
                fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), Attribute(tag, "value") ?? "");
        }
        foreach (Match area in Area().Matches(form))
            fields[Attribute(area.Groups[1].Value, "name")!] = WebUtility
                .HtmlDecode(area.Groups[2].Value)
                .TrimStart('\n');
        foreach (Match select in Select().Matches(form))
            fields[Attribute(select.Groups[1].Value, "name")!] =
                Option().Matches(select.Groups[2].Value).Select(o => Attribute(o.Value, "value")).FirstOrDefault()
                ?? "";
        foreach (var (name, value) in typed)
            fields[name] = value;
        return fields;
    }

    /// <summary>Posts what stands in the fields, several values of one name too.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        this Browser browser,
        string address,
        Dictionary<string, StringValues> fields
    )
    {
        const string Token = "__RequestVerificationToken";
        var sent = new Dictionary<string, StringValues>(fields)
        {
            [Token] = Hidden(await browser.ReadAsync("/preferences"), Token),
        };
        return await browser.Http.PostAsync(
            address,
            new FormUrlEncodedContent(sent.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))))
        );
    }

    /// <summary>Keys of the fields of the form on a page, in their order.</summary>
    public static List<string> Keys(string page) =>
        [
            .. Fields(page)
                .Where(f => OwnKey().IsMatch(f.Key))
                .OrderBy(f =>
                    int.Parse(OwnKey().Match(f.Key).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
                )
                .Select(f => f.Value.ToString()),
        ];

    /// <summary>The JSON file of a stored version.</summary>
    public static JsonNode File(DefinitionRow row)
    {
        var document = PolicyDocument.Read(row);
        return JsonNode.Parse(document.Files[$"{document.Id}.json"])!;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : null;

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("(<textarea\\b[^>]*>)([^<]*)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("(<select\\b[^>]*>)(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option\\b[^>]* selected[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex(@"\Afields\[(\d+)\]\.key\z")]
    private static partial Regex OwnKey();
}
