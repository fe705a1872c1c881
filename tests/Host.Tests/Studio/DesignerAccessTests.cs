using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Features.Studio;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>Administrators change procedures in the designer, auditors look on, nobody else reaches it.</summary>
public sealed class DesignerAccessTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    [Theory]
    [InlineData("/elsa/api/workflow-definitions")]
    [InlineData("/elsa/api/descriptors/activities")]
    [InlineData("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1")]
    public async Task Without_a_token_the_API_answers_with_a_problem(string address)
    {
        var answer = await server.CreateClient().GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("sara")]
    [InlineData("noura")]
    [InlineData("abdulrahman")]
    public async Task Members_and_staff_reach_neither_the_designer_nor_a_token(string user)
    {
        var browser = await Browser.SignInAsync(server, user);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/studio")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/studio/token")).StatusCode);
    }

    [Fact]
    public async Task A_session_without_a_token_does_not_open_the_API()
    {
        var browser = await Browser.SignInAsync(server, "omar");

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await browser.GetAsync("/elsa/api/workflow-definitions")).StatusCode
        );
    }

    [Fact]
    public async Task A_program_s_token_is_none_of_the_designer_s()
    {
        var omar = await Person.SignInAsync(server.CreateClient(), "omar");

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await omar.Http.GetAsync("/elsa/api/workflow-definitions")).StatusCode
        );
    }

    [Fact]
    public async Task The_designer_s_token_is_none_of_a_program_s()
    {
        var designer = await Designer.OpenAsync(server, "omar");

        Assert.Equal(HttpStatusCode.Unauthorized, (await designer.Http.GetAsync("/api/cases")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_stays_open_is_given_the_next_token()
    {
        var browser = await Browser.SignInAsync(server, "omar");
        var token = await (await browser.PostAsync("/studio/token")).Content.ReadAsStringAsync();
        var http = server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/elsa/api/features/installed")).StatusCode);
    }

    [Fact]
    public async Task An_auditor_reads_and_is_offered_no_change()
    {
        var auditor = await Designer.OpenAsync(server, "salma");

        var list = await auditor.GetAsync("/workflow-definitions?versionOptions=Latest");

        Assert.DoesNotContain("publish", list.ToJsonString(), StringComparison.Ordinal);
        Assert.NotEmpty(list["items"]!.AsArray());
    }

    [Fact]
    public async Task A_screen_for_something_unknown_is_not_found_rather_than_a_designer_that_stops()
    {
        var browser = await Browser.SignInAsync(server, "omar");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/studio/definitions/no-such")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/studio/instances/no-such")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/studio/nothing")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_supported_is_said_in_a_sentence()
    {
        var designer = await Designer.OpenAsync(server, "omar", "en");

        var answer = await designer.Http.GetAsync("/elsa/api/workflow-instances/1448-00001/export");

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Contains("A case is a record", $"{problem!["detail"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_browser_files_says_how_to_get_the_designer()
    {
        await using var plain = new CaseFlowServer();
        using var without = plain.WithWebHostBuilder(b =>
            b.ConfigureTestServices(s => s.AddSingleton(new StudioFiles(null)))
        );
        var page = await (await Browser.SignInAsync(without, "omar")).ReadAsync("/studio");

        Assert.Contains("dotnet build src/Host", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.webassembly.js", page, StringComparison.Ordinal);
    }
}
