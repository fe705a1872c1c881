using System.Net;
using CaseFlow.Host.Tests.Support;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>The designer's files are sent as small as they come, under their own types.</summary>
public sealed class DesignerFileTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    private const string Boot = "/studio/_framework/blazor.webassembly.js";

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task The_best_compressed_sibling_that_the_browser_takes_is_sent(string accepted, string? coding)
    {
        var answer = await GetAsync(Boot, accepted);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_file_named_after_its_content_is_kept_for_ever_and_one_that_is_not_is_asked_for_again()
    {
        var page = await (await GetAsync("/studio/_framework/dotnet.js", "identity")).Content.ReadAsStringAsync();
        var hashed = System.Text.RegularExpressions.Regex.Match(page, "dotnet\\.runtime\\.[a-z0-9]+\\.js").Value;

        var kept = await GetAsync($"/studio/_framework/{hashed}", "br");
        var asked = await GetAsync(Boot, "br");

        Assert.Contains("immutable", kept.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.True(asked.Headers.CacheControl?.NoCache);
        using var again = new HttpRequestMessage(HttpMethod.Get, Boot);
        again.Headers.AcceptEncoding.ParseAdd("br");
        again.Headers.IfNoneMatch.Add(asked.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await server.CreateClient().SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("/studio/_content/..%2f..%2f..%2fpackage.json")]
    [InlineData("/studio/_content/%2e%2e%2f%2e%2e%2f%2e%2e%2fbootstrap%2fLICENSE")]
    [InlineData("/studio/_framework/no-such.wasm")]
    public async Task Nothing_outside_the_package_is_sent(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(address, "br")).StatusCode);

    private async Task<HttpResponseMessage> GetAsync(string address, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd(accepted);
        return await server.CreateClient().SendAsync(request);
    }
}
