using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Designer;

/// <summary>Listens in on the lines that a page holds open to the hub of instances.</summary>
internal sealed class OpenLines
{
    // Three parts of the viewer listen, each on a line of its own; one of them hangs up once while the page comes up, and calls again.
    private const int Calls = 4;
    private const int Listening = 3;

    private readonly TaskCompletionSource _observed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentDictionary<IWebSocket, bool> _listening = new();
    private int _calls;

    private OpenLines() { }

    /// <summary>Whether the hub has said of its own accord that the instance has gone on.</summary>
    public bool HaveNews => _news.Task.IsCompleted;

    /// <summary>How often the viewer asked instead, as it does when there is no hub.</summary>
    public int Asked => _asked.Count(a => a.Contains("/execution-state", StringComparison.Ordinal));

    public static OpenLines ListenTo(IPage page)
    {
        var lines = new OpenLines();
        page.WebSocket += (_, line) =>
        {
            Assert.Contains("/elsa/hubs/workflow-instance", line.Url, StringComparison.Ordinal);
            line.FrameSent += (_, frame) => lines.Say(line, frame.Text);
            line.Close += (_, _) => lines._listening.TryRemove(line, out bool _);
            line.FrameReceived += (_, frame) => lines.Hear(frame.Text);
        };
        page.Request += (_, request) => lines._asked.Enqueue(request.Url);
        return lines;
    }

    /// <summary>Waits until every part of the viewer has asked to be told what happens from here on.</summary>
    public Task AreObservedAsync() => _observed.Task.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Waits until the hub says of its own accord that the instance has gone on.</summary>
    public Task BringNewsAsync() => _news.Task.WaitAsync(TimeSpan.FromMinutes(1));

    private void Say(IWebSocket line, string? frame)
    {
        if (frame?.Contains("ObserveInstanceAsync", StringComparison.Ordinal) == true)
        {
            _listening[line] = true;
            Interlocked.Increment(ref _calls);
        }
        // What SignalR says before it hangs up.
        else if (frame?.Contains("\"type\":7", StringComparison.Ordinal) == true)
            _listening.TryRemove(line, out _);
        if (_calls >= Calls && _listening.Count >= Listening)
            _observed.TrySetResult();
    }

    private void Hear(string? frame)
    {
        if (frame?.Contains("WorkflowExecutionLogUpdatedAsync", StringComparison.Ordinal) == true)
            _news.TrySetResult();
    }
}
