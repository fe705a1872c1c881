using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>Elsa's API as the designer of somebody uses it: with the token that our page gave out.</summary>
internal sealed partial class Designer(HttpClient http)
{
    // Who has opened it once need not sign in again for every test: checking a password takes its time on purpose.
    private static readonly ConditionalWeakTable<CaseFlowServer, ConcurrentDictionary<string, string>> Tokens = [];

    public HttpClient Http { get; } = http;

    public static async Task<Designer> OpenAsync(CaseFlowServer server, string userName, string language = "ar")
    {
        var known = Tokens.GetOrCreateValue(server);
        if (!known.TryGetValue(userName, out var token))
            token = known[userName] = await TokenAsync(server, userName);
        var http = server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return new Designer(http);
    }

    public async Task<JsonNode> GetAsync(string path) => await ReadAsync(await Http.GetAsync("/elsa/api" + path));

    public async Task<JsonNode> PostAsync(string path, object body) =>
        await ReadAsync(await Http.PostAsJsonAsync("/elsa/api" + path, body));

    public Task<JsonNode> LatestAsync(string definitionId) =>
        GetAsync($"/workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest");

    /// <summary>Saves as Studio does by itself after every change.</summary>
    /// <returns>The document as it is stored now.</returns>
    public async Task<JsonNode> SaveAsync(JsonNode document) =>
        (await ReadAsync(await TrySaveAsync(document)))["workflowDefinition"]!;

    public Task<HttpResponseMessage> TrySaveAsync(JsonNode document, bool publish = false) =>
        TryPostAsync("/workflow-definitions", new { model = document, publish });

    public Task<HttpResponseMessage> TryPostAsync(string path, object body) =>
        Http.PostAsJsonAsync("/elsa/api" + path, body);

    private static async Task<string> TokenAsync(CaseFlowServer server, string userName)
    {
        var browser = await Browser.SignInAsync(server, userName);
        return Token().Match(await browser.ReadAsync("/studio")).Groups[1].Value;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new HttpRequestException($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
    }

    [GeneratedRegex("data-token=\"([^\"]+)\"")]
    private static partial Regex Token();
}
