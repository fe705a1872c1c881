using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Host.Features.Studio;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>A case open in the viewer: the line to the hub, spoken as the viewer speaks it.</summary>
internal sealed partial class OpenCase : IAsyncDisposable
{
    // What ends each message of SignalR's text protocol.
    private const char End = '\u001e';

    private readonly WebSocket _line;
    private string _heard = "";

    private OpenCase(WebSocket line) => _line = line;

    public static async Task<OpenCase> WatchAsync(CaseFlowServer server, string number)
    {
        var page = await (await Browser.SignInAsync(server, "salma")).ReadAsync("/studio");
        var token = Uri.EscapeDataString(Token().Match(page).Groups[1].Value);
        var address = new Uri(server.Server.BaseAddress, $"{StudioTokens.HubPath}?access_token={token}");
        var open = new OpenCase(await server.Server.CreateWebSocketClient().ConnectAsync(address, default));
        await open.SayAsync(new JsonObject { ["protocol"] = "json", ["version"] = 1 });
        await open.HearAsync(default);
        await open.SayAsync(
            new JsonObject
            {
                ["type"] = 1,
                ["invocationId"] = "1",
                ["target"] = "ObserveInstanceAsync",
                ["arguments"] = new JsonArray(number),
            }
        );
        // Its answer: from here on everything is heard.
        await open.HearAsync(default);
        return open;
    }

    /// <summary>The next figures of all activities that are drawn.</summary>
    public async Task<JsonArray> NewsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var message = await HearAsync(patience.Token);
            if ($"{message["target"]}" == "ActivityExecutionLogUpdatedAsync")
                return message["arguments"]![0]!["stats"]!.AsArray();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _line.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        _line.Dispose();
    }

    private Task SayAsync(JsonObject message) =>
        _line.SendAsync(
            Encoding.UTF8.GetBytes(message.ToJsonString() + End),
            WebSocketMessageType.Text,
            endOfMessage: true,
            default
        );

    private async Task<JsonNode> HearAsync(CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        while (!_heard.Contains(End))
        {
            var part = await _line.ReceiveAsync(buffer, ct);
            _heard += Encoding.UTF8.GetString(buffer, 0, part.Count);
        }
        var end = _heard.IndexOf(End);
        var message = _heard[..end];
        _heard = _heard[(end + 1)..];
        return JsonNode.Parse(message)!;
    }

    [GeneratedRegex("data-token=\"([^\"]+)\"")]
    private static partial Regex Token();
}
