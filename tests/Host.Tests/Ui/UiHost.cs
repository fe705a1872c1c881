using System.Text.RegularExpressions;
using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.Ui;

/// <summary>The pages alone, without a database: what <see cref="CaseFlowUi"/> wires, and two addresses that fail.</summary>
public sealed class UiHost : IAsyncLifetime
{
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(CaseFlowUi).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.AddCaseFlowUi();
        builder.Services.AddSingleton(
            new PolicyShelf(PolicyFolder.Read(Path.Combine(AppContext.BaseDirectory, "workflow-definitions")))
        );
        app = builder.Build();
        app.UseCaseFlowUi();
        app.MapRazorPages();
        app.MapGet("/fails/refused", string () => throw Refused());
        app.MapGet("/api/refused", string () => throw Refused());
        app.MapGet("/api/broken", string () => throw new InvalidOperationException("secret of the house"));
        app.MapGet("/fails/broken", string () => throw new InvalidOperationException("secret of the house"));
        await app.StartAsync();
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    /// <summary>An address of every page, with something in place of its parameters.</summary>
    public IEnumerable<string> Pages =>
        app
            .Services.GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(p => "/" + Regex.Replace(p.AttributeRouteInfo!.Template!, @"\{[^}]*\}", "x"))
            .Distinct();

    /// <summary>A browser that keeps cookies, with its language and what it chose before.</summary>
    public HttpClient Browser(string? acceptLanguage = null, string? preferences = null)
    {
        var client = new HttpClient(new CookieHandler(app.GetTestServer().CreateHandler()))
        {
            BaseAddress = new Uri("http://localhost"),
        };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        if (acceptLanguage is not null)
        {
            client.DefaultRequestHeaders.Add("Accept-Language", acceptLanguage);
        }

        if (preferences is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{PreferencesCookie.Name}={Uri.EscapeDataString(preferences)}");
        }

        return client;
    }

    private static RefusalException Refused() => RefusalException.Of("document.too-large", "P52", ("megabytes", 10));

    private sealed class CookieHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly System.Net.CookieContainer jar = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            if (jar.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
            {
                var given = request.Headers.TryGetValues("Cookie", out var own) ? string.Join("; ", own) + "; " : "";
                request.Headers.Remove("Cookie");
                request.Headers.Add("Cookie", given + cookies);
            }

            var response = await base.SendAsync(request, ct);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                jar.SetCookies(request.RequestUri!, cookie);
            }

            return response;
        }
    }
}
