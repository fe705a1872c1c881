using System.Text.RegularExpressions;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>
/// All that one person can get to see of a case: every page that a link leads to, what is found by typing an address or by
/// searching, every read of the API; each with status, headers and size.
/// </summary>
internal sealed partial class OutsideView(CaseFlowServer server, Society society, string number)
{
    // A reader who finds more than this walks in circles.
    private const int TooMany = 300;

    public string Number => number;

    /// <summary>Names and contents of the messages that have left the house, but for the one-time codes.</summary>
    public string Mail()
    {
        var mail = Directory
            .EnumerateFiles(Path.Combine(server.DataDirectory, "mail"))
            .Where(f => !Path.GetFileName(f).StartsWith("sign-code", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return PerRequest.Leave(string.Join('\n', mail.Select(f => $"{Path.GetFileName(f)}\n{File.ReadAllText(f)}")));
    }

    public async Task<string> OfAsync(string userName, string language)
    {
        var seen = new List<string>();
        await WalkAsync(await Browser.SignInAsync(server, userName), language, seen);
        var http = (await society.AsAsync(userName)).Http;
        foreach (var path in ApiPaths)
            seen.Add(await LookAsync(http, path, language));
        return PerRequest.Leave(string.Join('\n', seen));
    }

    private async Task WalkAsync(Browser browser, string language, List<string> seen)
    {
        var ahead = new Queue<string>(Typed);
        var known = ahead.ToHashSet(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var address))
        {
            var page = await LookAsync(browser.Http, address, language);
            seen.Add(page);
            foreach (Match link in Link().Matches(page))
            {
                var next = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
                if (!Asset().IsMatch(next) && known.Add(next))
                    ahead.Enqueue(next);
            }
            Assert.True(known.Count < TooMany, string.Join('\n', known));
        }
    }

    /// <summary>What somebody types who wants to know, and what forms that search would ask.</summary>
    private IEnumerable<string> Typed =>
        [
            "/",
            $"/my/cases/{number}",
            $"/my/evaluations/{number}",
            $"/cases/{number}",
            .. new[] { "facts", "tasks", "committee", "letters", "timeline", "people" }.Select(t =>
                $"/cases/{number}?tab={t}"
            ),
            $"/cases?q={number}",
            .. Enum.GetValues<MemberStatus>().Select(s => $"/cases?status={s}"),
            "/inbox?q=%D9%82%D8%A8%D9%88%D9%84",
            $"/inbox?q={number}",
            "/committee",
            $"/audit?case={number}",
            "/audit?person=Abdulrahman",
            "/administration",
            .. Enumerable.Range(1, 8).Select(n => $"/letters/1448-{n:00000}"),
        ];

    private IEnumerable<string> ApiPaths =>
        [
            "/api/services",
            "/api/cases",
            $"/api/cases/{number}",
            $"/api/cases/{number}/timeline",
            $"/api/cases/{number}/letters",
            "/api/tasks",
            $"/api/tasks?case={number}",
        ];

    private static async Task<string> LookAsync(HttpClient http, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { { "Accept-Language", language } },
        };
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var text = answer.Content.Headers.ContentType?.MediaType is "application/pdf" or "image/png"
            ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body))
            : System.Text.Encoding.UTF8.GetString(body);
        var headers = answer.Headers.Concat(answer.Content.Headers).OrderBy(h => h.Key, StringComparer.Ordinal);
        return $"GET {path} {(int)answer.StatusCode}, {body.Length} bytes\n"
            + string.Concat(headers.SelectMany(h => h.Value.Select(v => $"{h.Key}: {v}\n")))
            + text;
    }

    [GeneratedRegex("(?:href|src|hx-get|^Location)(?:=\"|: )(/[^\"#\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex Link();

    // Files that are the same for everybody; and the same task beside every list that it stands in.
    [GeneratedRegex(
        "^/inbox.*(view|service|step)=.*task=|^/(css|js|lib|fonts|icons|favicon|dev|policy|preferences|sign-in|openapi|health)"
    )]
    private static partial Regex Asset();
}

/// <summary>What differs from answer to answer without saying anything: drawn at random, or read off the machine's own clock.</summary>
internal static partial class PerRequest
{
    /// <summary>The text without it. Ids drawn at random are numbered as they come up, so that who is who still counts.</summary>
    public static string Leave(string text)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = Token().Replace(text, "$1…");
        return RandomId().Replace(rest, m => ids.TryAdd(m.Value, $"id-{ids.Count}") ? ids[m.Value] : ids[m.Value]);
    }

    // Tokens against forged requests, cookies, traces; of a mail its boundaries and the day it was written to the disk.
    [GeneratedRegex(
        """(__RequestVerificationToken" type="hidden" value="|Set-Cookie: [^=]+=|"traceId":"|boundary=|----boundary_|^Date: )[^"\r\n;]*""",
        RegexOptions.Multiline
    )]
    private static partial Regex Token();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex RandomId();
}
