using System.Net.Http.Headers;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Browser.Support;

/// <summary>A reverse proxy that shows a host below a path: it cuts the path off and says so in a header.</summary>
internal sealed class PathProxy : IAsyncDisposable
{
    public const string Prefix = "/society/cases";

    // Between two machines, and set anew by each of them.
    private static readonly string[] Between = ["Connection", "Keep-Alive", "Transfer-Encoding", "Host"];

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _end = new();

    private PathProxy(WebApplication app, HttpClient http) => (_app, _http) = (app, http);

    /// <summary>Where the host is seen.</summary>
    public Uri Home { get; private set; } = null!;

    public static async Task<PathProxy> StartAsync(Uri behind)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = behind,
        };
        var proxy = new PathProxy(builder.Build(), http);
        proxy._app.UseWebSockets();
        proxy._app.Run(proxy.PassOnAsync);
        await proxy._app.StartAsync();
        var addresses = proxy._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        proxy.Home = new Uri(new Uri(addresses.Addresses.Single()), Prefix + "/");
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _app.DisposeAsync();
        _http.Dispose();
        _end.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix, out var rest))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var address = rest.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        if (context.WebSockets.IsWebSocketRequest)
        {
            await HoldLineAsync(context, address);
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, value) in context.Request.Headers.Where(h => !Between.Contains(h.Key)))
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value))
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        request.Headers.Host = context.Request.Host.Value;
        request.Headers.Add("X-Forwarded-For", "127.0.0.1");
        request.Headers.Add("X-Forwarded-Prefix", Prefix);
        using var answer = await _http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            context.RequestAborted
        );
        context.Response.StatusCode = (int)answer.StatusCode;
        Copy(answer.Headers, context.Response);
        Copy(answer.Content.Headers, context.Response);
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    // Open until one of the two hangs up.
    private async Task HoldLineAsync(HttpContext context, string address)
    {
        using var there = new ClientWebSocket();
        var behind = new UriBuilder(new Uri(_http.BaseAddress!, address)) { Scheme = "ws" };
        await there.ConnectAsync(behind.Uri, _end.Token);
        using var here = await context.WebSockets.AcceptWebSocketAsync();
        await Task.WhenAny(PassOnAsync(here, there), PassOnAsync(there, here));
    }

    private async Task PassOnAsync(WebSocket from, WebSocket to)
    {
        var buffer = new byte[64 * 1024];
        while (
            await from.ReceiveAsync(buffer.AsMemory(), _end.Token)
                is { MessageType: not WebSocketMessageType.Close } part
        )
            await to.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, _end.Token);
        await to.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _end.Token);
    }

    private static void Copy(HttpHeaders headers, HttpResponse response)
    {
        foreach (var (name, values) in headers.Where(h => !Between.Contains(h.Key)))
            response.Headers[name] = values.ToArray();
    }
}
