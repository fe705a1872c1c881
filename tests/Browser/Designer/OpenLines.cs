using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Designer;

/// <summary>Listens in on the lines that a page holds open to the hub of instances.</summary>
internal sealed class OpenLines
{
    // Each part of the viewer has its own.
    private const int OfTheViewer = 4;

    private readonly TaskCompletionSource _observed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _asked = new();
    private int _observing;

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
            line.FrameSent += (_, frame) => lines.Say(frame.Text);
            line.FrameReceived += (_, frame) => lines.Hear(frame.Text);
        };
        page.Request += (_, request) => lines._asked.Enqueue(request.Url);
        return lines;
    }

    /// <summary>Waits until every part of the viewer has asked to be told what happens from here on.</summary>
    public Task AreObservedAsync() => _observed.Task.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Waits until the hub says of its own accord that the instance has gone on.</summary>
    public Task BringNewsAsync() => _news.Task.WaitAsync(TimeSpan.FromMinutes(1));

    private void Say(string? frame)
    {
        if (
            frame?.Contains("ObserveInstanceAsync", StringComparison.Ordinal) == true
            && Interlocked.Increment(ref _observing) == OfTheViewer
        )
            _observed.TrySetResult();
    }

    private void Hear(string? frame)
    {
        if (frame?.Contains("WorkflowExecutionLogUpdatedAsync", StringComparison.Ordinal) == true)
            _news.TrySetResult();
    }
}
