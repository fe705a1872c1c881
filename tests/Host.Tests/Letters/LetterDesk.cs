using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library.Letters;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Letters;

/// <summary>One host for all tests of letters.</summary>
[CollectionDefinition(Name)]
public sealed class LetterOffice : ICollectionFixture<Office>
{
    public const string Name = "letters";
}

/// <summary>What an administrator does in the letter editor, as a browser without scripts sends it.</summary>
internal static partial class LetterDesk
{
    public static string Address(string key) => $"/library/letters/{key}/edit";

    /// <summary>The fields of the editor as its page shows them, with some of them typed over.</summary>
    public static async Task<Dictionary<string, string>> TypedAsync(
        this Browser browser,
        string key,
        params (string Field, string Text)[] changes
    )
    {
        var page = await browser.ReadAsync(Address(key));
        var fields = Input()
            .Matches(page)
            .Concat(Area().Matches(page))
            .DistinctBy(m => m.Groups["name"].Value)
            .ToDictionary(
                m => m.Groups["name"].Value,
                m => WebUtility.HtmlDecode(m.Groups["value"].Value).TrimStart('\n')
            );
        fields["Class"] = Chosen().Match(page).Groups["value"].Value;
        foreach (var (field, text) in changes)
            fields[field] = text;
        return fields;
    }

    public static async Task<string> PageOfAsync(this HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    public static async Task<LetterForm> LatestAsync(this Office office, string key) =>
        LetterForm.Of(PolicyDocument.Read(await office.LatestRowAsync(key)));

    public static Task<DefinitionRow> LatestRowAsync(this Office office, string key) =>
        office.Server.ReadAsync(db =>
            db.Definitions.AsNoTracking().SingleAsync(d => d.DefinitionId == $"letters/{key}" && d.IsLatest)
        );

    [GeneratedRegex(
        "<input (?=[^>]*name=\"(?<name>\\w+)\")(?=[^>]*value=\"(?<value>[^\"]*)\")(?![^>]*type=\"checkbox\"(?![^>]*checked))[^>]*>"
    )]
    private static partial Regex Input();

    [GeneratedRegex("<textarea [^>]*name=\"(?<name>\\w+)\"[^>]*>(?<value>[^<]*)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("<option value=\"(?<value>[^\"]+)\" selected=\"selected\"")]
    private static partial Regex Chosen();
}
