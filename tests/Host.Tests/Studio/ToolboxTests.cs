using System.Text.Json.Nodes;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.ElsaApi.Descriptors;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Ui;
using CaseFlow.Workflows.Activities;

namespace CaseFlow.Host.Tests.Studio;

/// <summary>The tool box speaks to administrators, in their language.</summary>
public sealed class ToolboxTests(CaseFlowServer server) : IClassFixture<CaseFlowServer>
{
    [Fact]
    public void Every_activity_has_a_name_and_an_explanation_and_all_that_it_asks_for_has_a_name()
    {
        var texts = Sources.Resource(Sources.Of("ActivityTexts.resx", "Features/ElsaApi").Select(f => f.Text).Single());
        bool Named(string type, string name) => texts.ContainsKey($"{type}.{name}") || texts.ContainsKey($"*.{name}");

        var missing = ActivityCatalogue.All.Descriptors.SelectMany(d =>
            new[] { d.Type, $"{d.Type}.Help" }
                .Where(key => !texts.ContainsKey(key))
                .Concat(d.Inputs.Select(i => i.Name).Where(n => !Named(d.Type, n)).Select(n => $"{d.Type}.{n}"))
                .Concat(d.Outputs.Select(o => o.Name).Where(n => !Named(d.Type, n)).Select(n => $"{d.Type}.{n}"))
                .Concat(
                    d.Inputs.SelectMany(i => i.Choices ?? [])
                        .Select(c => $"Outcome.{c}")
                        .Where(k => !texts.ContainsKey(k))
                )
                .Concat(
                    DynamicOutcomes
                        .OfNew(d)
                        .Where(o => !o.All(char.IsAsciiDigit))
                        .Select(o => $"Outcome.{o}")
                        .Where(k => !texts.ContainsKey(k))
                )
        );

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("ar", "استقبال العضو", "1 · الاستقبال", "موظف علاقات المساهمين")]
    [InlineData("en", "Receive the member", "1 · Reception", "Relations officer")]
    public async Task Names_groups_and_choices_are_in_the_reader_s_language(
        string language,
        string name,
        string group,
        string role
    )
    {
        var receive = await TypeAsync("CaseFlow.Receive", language);

        Assert.Equal(name, $"{receive["displayName"]}");
        Assert.Equal(group, $"{receive["category"]}");
        Assert.Contains(role, Choices(Input(receive, "Role")));
    }

    [Fact]
    public async Task Roles_letters_and_forms_are_chosen_and_not_typed()
    {
        var task = await TypeAsync("CaseFlow.HumanTask");
        var letter = await TypeAsync("CaseFlow.SendLetter");

        Assert.Equal([.. Role.All.Order()], Values(Input(task, "Role")).Where(v => v.Length > 0).Order());
        Assert.Equal(
            [.. server.Library.Forms.Keys.Order()],
            Values(Input(task, "Form")).Where(v => v.Length > 0).Order()
        );
        Assert.Contains("acceptance", Values(Input(letter, "Letter")));
        Assert.Equal(["", "official"], Values(Input(task, "Calendar")));
    }

    [Fact]
    public async Task Clauses_are_listed_when_an_activity_is_selected()
    {
        var designer = await Designer.OpenAsync(server, "omar");

        var answer = await designer.PostAsync(
            "/descriptors/activities/CaseFlow.Receive/options/PolicyClause",
            new { context = new { } }
        );

        var receive = await TypeAsync("CaseFlow.Receive");
        Assert.True(Input(receive, "PolicyClause")["uiSpecifications"]!["Refresh"]!.GetValue<bool>());
        var clauses = answer["items"]!["dropdown"]!["selectList"]!["items"]!.AsArray();
        Assert.Equal(server.Library.Clauses.Count + 1, clauses.Count);
        Assert.Null(answer["items"]!["Refresh"]);
    }

    [Fact]
    public async Task Ways_out_are_ports()
    {
        var gate = await TypeAsync("CaseFlow.StudyGate");
        var task = await TypeAsync("CaseFlow.HumanTask");

        Assert.Equal(["Accepted", "Rejected"], gate["ports"]!.AsArray().Select(p => $"{p!["name"]}"));
        Assert.Equal("dynamic-outcomes", $"{Input(task, "Outcomes")["uiHint"]}");
        var script = Input(await TypeAsync("Elsa.RunJavaScript"), "PossibleOutcomes")["uiSpecifications"]!;
        Assert.Equal("[\"Done\"]", script["DynamicOutcomesOptions"]!["fixedOutcomes"]!.ToJsonString());
        Assert.Equal("[\"Done\"]", $"{task["constructionProperties"]!["outcomes"]!["expression"]!["value"]}");
    }

    [Fact]
    public async Task Generic_activities_stand_in_a_group_of_their_own_which_a_setting_hides()
    {
        await using var plain = new CaseFlowServer { Settings = { ["Studio:AdvancedActivities"] = "false" } };

        var shown = await TypeAsync("Elsa.RunJavaScript", "en");
        var hidden = await TypeAsync("Elsa.RunJavaScript", "en", plain);

        Assert.Equal("9 · Advanced", $"{shown["category"]}");
        Assert.True(shown["isBrowsable"]!.GetValue<bool>());
        Assert.False(hidden["isBrowsable"]!.GetValue<bool>());
        Assert.True((await TypeAsync("Elsa.FlowDecision", "en", plain))["isBrowsable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_unchanged_tool_box_is_not_sent_twice()
    {
        var designer = await Designer.OpenAsync(server, "omar");
        var first = await designer.Http.GetAsync("/elsa/api/descriptors/activities?Refresh=True");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/elsa/api/descriptors/activities?Refresh=True");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await designer.Http.SendAsync(again)).StatusCode);
    }

    private async Task<JsonNode> TypeAsync(string type, string language = "ar", CaseFlowServer? at = null)
    {
        var designer = await Designer.OpenAsync(at ?? server, "omar", language);
        var types = await designer.GetAsync("/descriptors/activities?Refresh=True");
        return types["items"]!.AsArray().Single(t => $"{t!["typeName"]}" == type)!;
    }

    private static JsonNode Input(JsonNode type, string name) =>
        type["inputs"]!.AsArray().Single(i => $"{i!["name"]}" == name)!;

    private static IEnumerable<string> Values(JsonNode input) => Items(input).Select(i => $"{i!["value"]}");

    private static IEnumerable<string> Choices(JsonNode input) => Items(input).Select(i => $"{i!["text"]}");

    private static JsonArray Items(JsonNode input) =>
        input["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray();
}
