using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Support;

/// <summary>
/// Listens to everything that a browser does: no error in its console, no request that fails, none to another host or out of the path that is ours. A
/// status that a test brings about on purpose is announced to it first.
/// </summary>
public sealed class PageGuard
{
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentDictionary<int, bool> _expected = new();
    private readonly ConcurrentBag<string> _overlooked = [];
    private readonly Uri _home;

    private PageGuard(Uri home) => _home = home;

    public static PageGuard Watch(IBrowserContext context, Uri home)
    {
        var guard = new PageGuard(home);
        context.Console += (_, message) => guard.Hear(message);
        context.WebError += (_, error) => guard._problems.Enqueue($"script error: {error.Error}");
        context.Request += (_, request) => guard.Look(request);
        context.RequestFailed += (_, request) => guard.Failed(request);
        context.Response += (_, response) => guard.Answered(response);
        return guard;
    }

    /// <summary>From now on this status is no problem.</summary>
    public void Expect(int status) => _expected[status] = true;

    /// <summary>A remark of somebody else's script that means nothing is no problem.</summary>
    public void Overlook(string remark) => _overlooked.Add(remark);

    public void AssertNothingWentWrong() => Assert.True(_problems.IsEmpty, string.Join('\n', _problems));

    private void Hear(IConsoleMessage message)
    {
        var ours = _expected.Keys.Any(s =>
            message.Text.Contains(
                string.Create(CultureInfo.InvariantCulture, $"status of {s}"),
                StringComparison.Ordinal
            )
        );
        var overlooked = _overlooked.Any(o => message.Text.Contains(o, StringComparison.Ordinal));
        if (message.Type is "error" or "warning" && !ours && !overlooked)
            _problems.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
    }

    private void Look(IRequest request)
    {
        var address = new Uri(request.Url);
        var ours =
            address.Authority == _home.Authority
            && address.AbsolutePath.StartsWith(_home.AbsolutePath, StringComparison.Ordinal);
        if (address.Scheme is "http" or "https" && !ours)
            _problems.Enqueue($"request to another site: {request.Url}");
    }

    // What the reader leaves behind by going on is broken off by the browser itself.
    private void Failed(IRequest request)
    {
        if (request.Failure != "net::ERR_ABORTED")
            _problems.Enqueue($"request failed: {request.Url} {request.Failure}");
    }

    private void Answered(IResponse response)
    {
        if (response.Status >= 400 && !_expected.ContainsKey(response.Status))
            _problems.Enqueue($"{response.Status}: {response.Url}");
    }
}
