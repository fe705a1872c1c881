using System.Net.Mime;
using System.Text;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Values;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Delivery.Calls;

/// <summary>Carries one request out. A redirection is followed within its own host only; elsewhere it is the answer itself.</summary>
public sealed class HttpCaller(IOptions<CallOptions> options) : IDisposable
{
    private const int MostRedirections = 5;

    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxResponseHeadersLength = 64,
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
        MaxResponseContentBufferSize = options.Value.MaxAnswerBytes,
    };

    public void Dispose() => _client.Dispose();

    /// <param name="callId">Sent as <c>Idempotency-Key</c>: the same for each attempt.</param>
    /// <param name="call">What is asked.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<CallAnswer> SendAsync(string callId, HttpCall call, CancellationToken ct)
    {
        try
        {
            var address = new Uri(call.Url);
            for (var i = 0; ; i++)
            {
                using var request = Compose(callId, call, address);
                using var response = await _client.SendAsync(request, ct);
                if (i < MostRedirections && Redirection(response, address) is { } next)
                {
                    address = next;
                    continue;
                }
                return await ReadAsync(response, ct);
            }
        }
        // The last three: a header, a charset or an address that the framework refuses while it sends or reads.
        catch (Exception e)
            when (e is HttpRequestException or FormatException or ArgumentException or InvalidOperationException)
        {
            return CallAnswer.None(CallEnd.Unreachable);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return CallAnswer.None(CallEnd.TimedOut);
        }
    }

    private static HttpRequestMessage Compose(string callId, HttpCall call, Uri address)
    {
        var request = new HttpRequestMessage(new HttpMethod(call.Method), address);
        if (call.Content is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(call.Content));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        }
        foreach (var (name, value) in call.Headers)
        {
            var texts = value is IReadOnlyList<object?> list ? list.Select(PlainText.Of) : [PlainText.Of(value)];
            request.Headers.TryAddWithoutValidation(name, texts);
        }
        request.Headers.Remove("Idempotency-Key");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", callId);
        return request;
    }

    /// <summary>Only where the same question is asked anew by reading; a POST is never sent twice.</summary>
    private static Uri? Redirection(HttpResponseMessage response, Uri from)
    {
        if (
            (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
            || response.Headers.Location is not { } location
            || response.RequestMessage!.Method != HttpMethod.Get && response.RequestMessage.Method != HttpMethod.Head
        )
            return null;
        var to = new Uri(from, location);
        return to.Scheme == from.Scheme && to.Authority == from.Authority ? to : null;
    }

    private static async Task<CallAnswer> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var text = await response.Content.ReadAsStringAsync(ct);
        var media = response.Content.Headers.ContentType?.MediaType ?? MediaTypeNames.Application.Octet;
        var isJson = media == MediaTypeNames.Application.Json || media.EndsWith("+json", StringComparison.Ordinal);
        var content =
            text.Length == 0 ? null
            : isJson && PlainJson.TryParse(text, out var value) ? value
            : text;
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, object? (h) => h.Value.ToList<object?>());
        return new CallAnswer(CallEnd.Answered, (int)response.StatusCode, content, headers);
    }
}
