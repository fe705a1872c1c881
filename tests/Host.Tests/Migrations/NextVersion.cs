using System.Text.Json.Nodes;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tests.Migrations;

/// <summary>Publishes further versions of a shipped procedure.</summary>
public static class NextVersion
{
    public const string Procedure = "member-service-request";

    /// <summary>Publishes the version in force, changed; returns the ids of both.</summary>
    public static Task<(string From, string To)> PublishAsync(
        this CaseFlowServer server,
        Action<JsonArray, JsonArray> change,
        bool published = true
    ) =>
        server.ReadAsync(async db =>
        {
            var before = await db.Definitions.SingleAsync(d => d.DefinitionId == Procedure && d.IsPublished);
            var document = JsonNode.Parse(before.Json)!;
            change(document["root"]!["activities"]!.AsArray(), document["root"]!["connections"]!.AsArray());
            before.IsLatest = false;
            before.IsPublished = !published;
            before.Revision++;
            await db.SaveChangesAsync();
            var stamp = new DefinitionStamp(
                $"{Procedure}-{before.Version + 1}",
                Procedure,
                before.Version + 1,
                server.Now,
                IsLatest: true,
                IsPublished: published
            );
            Assert.True(DefinitionReader.TryRead(document.ToJsonString(), out var next, out _));
            db.Definitions.Add(
                new DefinitionRow
                {
                    Id = stamp.Id,
                    DefinitionId = Procedure,
                    Version = stamp.Version,
                    Name = before.Name,
                    Json = DefinitionWriter.Write(next!, stamp),
                    ContentHash = Workflows.Definitions.ContentHash.Of(next!),
                    CreatedAt = server.Now,
                    IsLatest = true,
                    IsPublished = published,
                    IsFrozen = published,
                    PublishedAt = published ? server.Now : null,
                }
            );
            await db.SaveChangesAsync();
            return (before.Id, stamp.Id);
        });

    /// <summary>A note between the acceptance letter and the registration: every running case can live with it.</summary>
    public static void AddNote(JsonArray activities, JsonArray connections)
    {
        activities.Add(
            new JsonObject
            {
                ["id"] = "note",
                ["type"] = "Elsa.WriteLine",
                ["text"] = "note",
            }
        );
        connections.First(c => Source(c) == "acceptance-letter")!["target"]!["activity"] = "note";
        connections.Add(Connection("note", "complete-registration"));
    }

    /// <summary>The reception gets another id.</summary>
    public static void RenameReception(JsonArray activities, JsonArray connections)
    {
        activities.First(a => (string?)a!["id"] == "receive")!["id"] = "welcome";
        foreach (var end in connections.SelectMany(c => new[] { c!["source"]!, c["target"]! }))
            if ((string?)end["activity"] == "receive")
                end["activity"] = "welcome";
    }

    private static string? Source(JsonNode? connection) => (string?)connection!["source"]!["activity"];

    private static JsonObject Connection(string source, string target) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        };
}
