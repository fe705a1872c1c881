using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Demo;

namespace CaseFlow.Host.Tests.Support;

/// <summary>Somebody who works with CaseFlow through its API.</summary>
public sealed class Person(HttpClient http)
{
    public HttpClient Http { get; } = http;

    /// <summary>Told how long each completion of a task took, for measurements.</summary>
    public Action<TimeSpan>? Completed { get; set; }

    public static async Task<Person> SignInAsync(HttpClient http, string userName)
    {
        var answer = await http.PostAsJsonAsync("/api/auth/token", new { userName, password = DemoData.Password });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Person(http);
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        var answer = await Http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new HttpRequestException($"GET {path}: {(int)answer.StatusCode} {text}");
    }

    public Task<string> TextAsync(string path) => Http.GetStringAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, object body) => Http.PostAsJsonAsync(path, body);

    public async Task<JsonNode?> MustPostAsync(string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"POST {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public async Task<string> UploadAsync(string name, byte[]? content = null, string? caseNumber = null)
    {
        var answer = await SendFileAsync(name, content ?? SampleRequests.Pdf(name), caseNumber);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!["id"]!.GetValue<string>()
            : throw new HttpRequestException($"upload: {(int)answer.StatusCode} {text}");
    }

    public async Task<HttpResponseMessage> SendFileAsync(string name, byte[] content, string? caseNumber = null)
    {
        using var file = new ByteArrayContent(content);
        using var form = new MultipartFormDataContent { { file, "file", $"{name}.pdf" } };
        return await Http.PostAsync($"/api/documents{(caseNumber is null ? "" : $"?case={caseNumber}")}", form);
    }

    /// <summary>The open task of that kind in that case, as this person's inbox shows it.</summary>
    public async Task<JsonNode> TaskAsync(string caseNumber, string kind) =>
        (await GetAsync($"/api/tasks?case={caseNumber}"))
            .AsArray()
            .SingleOrDefault(t => t!["kind"]!.GetValue<string>() == kind)
        ?? throw new InvalidOperationException($"No task {kind} of {caseNumber} in the inbox.");

    public async Task<HttpResponseMessage> TryCompleteAsync(string caseNumber, string kind, string outcome, object data)
    {
        var task = await TaskAsync(caseNumber, kind);
        var completion = new
        {
            outcome,
            data,
            version = task["version"]!.GetValue<long>(),
        };
        var began = Stopwatch.GetTimestamp();
        var answer = await PostAsync($"/api/tasks/{task["id"]}/completion", completion);
        Completed?.Invoke(Stopwatch.GetElapsedTime(began));
        return answer;
    }

    public async Task CompleteAsync(string caseNumber, string kind, string outcome, object data)
    {
        var answer = await TryCompleteAsync(caseNumber, kind, outcome, data);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{kind} {outcome}: {await answer.Content.ReadAsStringAsync()}");
    }
}
