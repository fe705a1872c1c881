using System.Net.Http.Headers;
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
        proxy._app.Run(proxy.PassOnAsync);
        await proxy._app.StartAsync();
        var addresses = proxy._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        proxy.Home = new Uri(new Uri(addresses.Addresses.Single()), Prefix + "/");
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix, out var rest))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            rest.ToUriComponent() + context.Request.QueryString.ToUriComponent()
        );
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

    private static void Copy(HttpHeaders headers, HttpResponse response)
    {
        foreach (var (name, values) in headers.Where(h => !Between.Contains(h.Key)))
            response.Headers[name] = values.ToArray();
    }
}
