using System.Text.Json.Nodes;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Support;

/// <summary>A procedure made up for a test, in place of the one that answers a statement of account.</summary>
internal static class TestProcedure
{
    public const string Service = "statement-of-account";

    public static JsonObject Sequence(string id, params JsonNode[] activities) =>
        Activity(id, "Elsa.Sequence", ("activities", List(activities)));

    public static JsonObject Parallel(string id, params JsonNode[] activities) =>
        Activity(id, "Elsa.Parallel", ("activities", List(activities)));

    public static JsonObject Task(string id, string role = "RelationsOfficer") =>
        Activity(
            id,
            "CaseFlow.HumanTask",
            ("title", Input("String", "مهمة")),
            ("titleEnglish", Input("String", "A task")),
            ("role", Input("String", role))
        );

    public static JsonObject Delay(string id, string span) =>
        Activity(id, "Elsa.Delay", ("timeSpan", Input("TimeSpan", span)));

    public static JsonObject Script(string id, string script) =>
        Activity(id, "Elsa.RunJavaScript", ("script", Input("String", script)));

    public static JsonObject WriteLine(string id, string text) =>
        Activity(id, "Elsa.WriteLine", ("text", Input("String", text)));

    /// <summary>Brings it into force for new cases.</summary>
    public static async System.Threading.Tasks.Task PublishAsync(CaseFlowServer server, JsonObject root)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await unit.RunAsync(
            async () =>
            {
                var versions = await db.Definitions.Where(d => d.DefinitionId == Service).ToListAsync();
                foreach (var version in versions)
                    version.IsLatest = version.IsPublished = false;
                await db.SaveChangesAsync();
                db.Definitions.Add(Row(root.DeepClone(), versions.Max(v => v.Version) + 1, unit.Now));
            },
            CancellationToken.None
        );
    }

    private static DefinitionRow Row(JsonNode root, int number, DateTimeOffset now)
    {
        var id = FormattableString.Invariant($"{Service}-{number}");
        var json = new JsonObject
        {
            ["id"] = id,
            ["definitionId"] = Service,
            ["name"] = "Made up",
            ["createdAt"] = now.ToString("O"),
            ["version"] = number,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["root"] = root,
        }.ToJsonString();
        Assert.True(
            DefinitionReader.TryRead(json, out var definition, out var problems),
            string.Join('\n', problems.Select(p => p.Message))
        );
        return new DefinitionRow
        {
            Id = id,
            DefinitionId = Service,
            Version = number,
            Name = "Made up",
            Json = json,
            ContentHash = ContentHash.Of(definition!),
            CreatedAt = now,
            IsLatest = true,
            IsPublished = true,
            IsFrozen = true,
            PublishedAt = now,
        };
    }

    private static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["nodeId"] = id,
            ["type"] = type,
            ["version"] = 1,
        };
        foreach (var (name, value) in inputs)
            activity[name] = value;
        return activity;
    }

    private static JsonArray List(JsonNode[] items) => new(items);

    private static JsonObject Input(string type, string value) =>
        new()
        {
            ["typeName"] = type,
            ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
        };
}
