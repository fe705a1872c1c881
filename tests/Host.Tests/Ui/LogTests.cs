using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.Ui;

/// <summary>The log is read by operators: whatever opens a door or is a member's own affair stays out of it.</summary>
public sealed class LogTests : IAsyncLifetime
{
    private readonly Ear _log = new();
    private readonly CaseFlowServer _server;

    public LogTests() =>
        _server = new CaseFlowServer
        {
            Adjust = services => services.AddLogging(l => l.SetMinimumLevel(LogLevel.Debug).AddProvider(_log)),
            // As talkative as an operator makes it who looks for an error.
            Settings = { ["Logging:LogLevel:Default"] = "Debug", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Debug" },
        };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task No_password_code_or_token_and_nothing_of_a_member_is_written_into_the_log()
    {
        var society = new Society(_server);
        var number = await society.FileAsync();
        await society.ReceiveAsync(number);
        await society.MatchAsync(number);
        var sara = await society.AsAsync("sara");
        var task = await sara.TaskAsync(number, "CaseFlow.SignDeclaration");
        await sara.MustPostAsync($"/api/tasks/{task["id"]}/code", new { });
        var code = await _server.CodeAsync(number);
        await society.SignAsync(number);
        var token = sara.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        using var browser = _server.CreateClient();
        await browser.PostAsync($"/elsa/hubs/workflow-instance/negotiate?access_token={token}", null);
        await browser.GetAsync($"/elsa/api/workflow-definitions?access_token={token}");

        Assert.Contains(_log.Lines, l => l.Contains("/api/tasks", StringComparison.Ordinal));
        foreach (var secret in new[] { DemoData.Password, token, "1012345672", "+966500010", "سارة" })
            Assert.DoesNotContain(_log.Lines, l => l.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, l => Regex.IsMatch(l, $@"\b{code}\b"));
    }

    private sealed class Ear : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
