using System.Collections.Concurrent;
using System.Net;
using CaseFlow.Host.Delivery.Calls;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.Signals;

/// <summary>Requests of procedures, to a real web server on loopback.</summary>
public sealed class CallTests : IAsyncLifetime
{
    private readonly WebApplication _other;
    private readonly ConcurrentQueue<string> _keys = [];
    private CaseFlowServer _server = null!;
    private Procedures _procedures = null!;

    public CallTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _other = builder.Build();
        _other.Urls.Add("http://127.0.0.1:0");
        _other.MapPost(
            "/pay",
            (HttpRequest request) =>
            {
                _keys.Enqueue(request.Headers["Idempotency-Key"].ToString());
                return Results.Json(new { id = 7 }, statusCode: 201);
            }
        );
        _other.MapGet("/away", () => Results.Redirect("http://elsewhere.example/"));
        _other.MapGet("/moved", () => Results.Redirect("/here"));
        _other.MapGet("/here", () => "here");
    }

    public async Task InitializeAsync()
    {
        await _other.StartAsync();
        _server = new CaseFlowServer
        {
            Settings = { ["Http:AllowedHosts:0"] = "127.0.0.1", ["Http:AllowedHosts:1"] = "localhost:1" },
        };
        _procedures = new Procedures(_server);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _other.DisposeAsync();
    }

    private string Url(string path) => _other.Urls.Single() + path;

    [Fact]
    public async Task A_request_is_sent_after_the_commit_and_its_answer_wakes_the_procedure()
    {
        await StartAsync(Url("/pay"), "POST");
        Assert.Empty(_keys);

        Assert.Equal(1, await SendAsync());
        await _procedures.SweepAsync();

        var result = (IReadOnlyDictionary<string, object?>)(await _procedures.StateAsync("i")).LastResult!;
        Assert.Equal(201L, result["StatusCode"]);
        Assert.Equal(7L, ((IReadOnlyDictionary<string, object?>)result["Content"]!)["id"]);
        Assert.Equal("Finished", await _procedures.SubStatusAsync("i"));
        Assert.Single(_keys, k => k.StartsWith("i-", StringComparison.Ordinal));
        Assert.Equal(0, await _procedures.SignalsAsync());
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_is_an_incident_and_nothing_leaves()
    {
        await Assert.ThrowsAsync<Domain.RefusalException>(() => StartAsync("http://elsewhere.example/", "GET"));

        Assert.Equal("http.host-not-allowed", Assert.Single(await _procedures.IncidentsAsync()).Code);
        Assert.Equal(0, await _procedures.SignalsAsync());
    }

    [Theory]
    [InlineData("/moved", 200)]
    [InlineData("/away", 302)]
    public async Task A_redirection_is_followed_within_its_host_only(string path, int status)
    {
        await StartAsync(Url(path), "GET");

        await SendAsync();
        await _procedures.SweepAsync();

        var result = (IReadOnlyDictionary<string, object?>)(await _procedures.StateAsync("i")).LastResult!;
        Assert.Equal((long)status, result["StatusCode"]);
    }

    [Fact]
    public async Task A_header_that_cannot_be_sent_does_not_hold_up_other_requests()
    {
        await _procedures.PublishAsync(
            "bad",
            [
                $$$$"""
                h Elsa.SendHttpRequest {"url":"{{{{Url(
                    "/here"
                )}}}}","requestHeaders":{"typeName":"Object","expression":{"type":"JavaScript","value":"({'X-Two': 'a\\r\\nHost: b'})"}}}
                """,
            ]
        );
        await _procedures.StartAsync("bad", "b");
        await StartAsync(Url("/here"), "GET");

        await SendAsync();
        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("i"));
    }

    [Fact]
    public async Task What_cannot_be_reached_is_tried_three_times_and_then_told()
    {
        await StartAsync("http://localhost:1/", "GET");

        Assert.Equal(0, await SendAsync());
        Assert.Equal(0, await SendAsync());
        _server.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, await SendAsync());
        _server.Time.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(1, await SendAsync());
        await _procedures.SweepAsync();

        Assert.Equal("Finished", await _procedures.SubStatusAsync("i"));
    }

    [Fact]
    public async Task An_administrator_sees_how_a_request_fares_and_has_the_next_attempt_made_at_once()
    {
        await StartAsync("http://localhost:1/pay?key=secret", "GET");
        await SendAsync();
        var omar = await Browser.SignInAsync(_server, "omar");

        var waiting = await ListAsync(omar);
        await omar.PostAsync($"/administration/call?id={Uri.EscapeDataString(await CallAsync())}");
        await SendAsync();
        await omar.PostAsync($"/administration/call?id={Uri.EscapeDataString(await CallAsync())}");
        await SendAsync();
        var ended = await ListAsync(omar);
        var late = await omar.PostAsync($"/administration/call?id={Uri.EscapeDataString(await CallAsync())}");

        Assert.Contains("http://localhost:1/pay", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", waiting, StringComparison.Ordinal);
        Assert.Contains("تعذّر الوصول إليه", waiting, StringComparison.Ordinal);
        Assert.Contains("يُعاد", waiting, StringComparison.Ordinal);
        Assert.Contains(">انتهى</", ended, StringComparison.Ordinal);
        Assert.Contains(">٣<", ended, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(
            2,
            await _server.ReadAsync(db =>
                db.Audit.CountAsync(a => a.Code == "call.sent-again" && a.ActorId == "user-omar")
            )
        );
    }

    [Fact]
    public async Task An_auditor_sees_the_answer_of_a_request_and_sends_nothing()
    {
        await StartAsync(Url("/pay"), "POST");
        var salma = await Browser.SignInAsync(_server, "salma");

        var waiting = await ListAsync(salma);
        var refused = await salma.PostAsync($"/administration/call?id={Uri.EscapeDataString(await CallAsync())}");
        await SendAsync();

        Assert.Contains("ينتظر الإرسال", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("/administration/call", waiting, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("201", await ListAsync(salma), StringComparison.Ordinal);
    }

    private static async Task<string> ListAsync(Browser browser) =>
        WebUtility.HtmlDecode(await browser.ReadAsync("/administration?tab=calls"));

    private Task<string> CallAsync() => _server.ReadAsync(db => db.Calls.Select(c => c.Id).SingleAsync());

    private async Task StartAsync(string url, string method)
    {
        await _procedures.PublishAsync(
            "caller",
            [$$"""h Elsa.SendHttpRequest {"url":"{{url}}","method":"{{method}}"}"""]
        );
        await _procedures.StartAsync("caller", "i");
    }

    private async Task<int> SendAsync()
    {
        await using var scope = _server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CallSweep>().SweepAsync(CancellationToken.None);
    }
}
