using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Ui;

/// <summary>A host behind a reverse proxy that shows it below a path, with a case under way.</summary>
public sealed partial class ProxiedSite : IAsyncLifetime
{
    public const string Prefix = "/society/cases";
    private const string From = "X-Test-From";

    private readonly CaseFlowServer _server = new()
    {
        Settings = { ["Proxy:Addresses"] = "192.0.2.1, 10.0.0.0/8" },
        // In memory a connection comes from nowhere.
        Adjust = services => services.AddSingleton<IStartupFilter>(new CallersAddress()),
    };

    public async Task InitializeAsync()
    {
        var society = new Society(_server);
        await society.FileForStudyAsync();
        await society.FileAsync(member: "sara");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public async Task<Visitor> SignInAsync(string userName)
    {
        var visitor = new Visitor(_server);
        await visitor.PostAsync("/sign-in", ("UserName", userName), ("Password", DemoData.Password));
        return visitor;
    }

    /// <summary>One request as it arrives from the given address, with what it says of the path.</summary>
    public Task<HttpResponseMessage> AskAsync(string address, string from, string prefix)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(From, from);
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        request.Headers.Add("X-Forwarded-Prefix", prefix);
        return _server.CreateClient(new() { AllowAutoRedirect = false }).SendAsync(request);
    }

    /// <summary>Somebody on the other side of the proxy.</summary>
    public sealed class Visitor(CaseFlowServer server) : IDisposable
    {
        private readonly Proxy _proxy = new();
        private HttpClient? _http;

        public IReadOnlyList<string> CookiesGiven => _proxy.CookiesGiven;

        private HttpClient Http => _http ??= server.CreateDefaultClient(new CookieContainerHandler(), _proxy);

        public Task<HttpResponseMessage> GetAsync(string address) => Http.GetAsync(address);

        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Http.SendAsync(request);

        /// <summary>Posts a form of ours.</summary>
        public async Task PostAsync(string address, params (string Name, string Value)[] fields)
        {
            var page = await Http.GetStringAsync(Prefix + "/preferences");
            var token = Token().Match(page).Groups[1].Value;
            using var form = new FormUrlEncodedContent(
                fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))
            );
            var answer = await Http.PostAsync(Prefix + address, form);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        public void Dispose() => _http?.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    // Cuts the path off and says so, as proxies do.
    private sealed class Proxy : DelegatingHandler
    {
        public List<string> CookiesGiven { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var asked = request.RequestUri!;
            request.RequestUri = new Uri(asked, asked.PathAndQuery[Prefix.Length..]);
            request.Headers.Add(From, "10.1.2.3");
            request.Headers.Add("X-Forwarded-For", "198.51.100.7");
            request.Headers.Add("X-Forwarded-Prefix", Prefix);
            var answer = await base.SendAsync(request, ct);
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
                CookiesGiven.AddRange(cookies);
            request.RequestUri = asked;
            return answer;
        }
    }

    private sealed class CallersAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        if (IPAddress.TryParse(context.Request.Headers[From], out var address))
                            context.Connection.RemoteIpAddress = address;
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
