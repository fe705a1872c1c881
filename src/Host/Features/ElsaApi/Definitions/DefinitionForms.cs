using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.ElsaApi.Descriptors;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>A stored version of a procedure as Studio wants it: a line of a list, or the whole document.</summary>
public sealed class DefinitionForms(CaseFlowDb db, IHttpContextAccessor http)
{
    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    /// <summary>Studio lets a reader edit only what carries a link named <c>publish</c>.</summary>
    private bool MayEdit => http.HttpContext?.User.IsInRole(Role.PolicyAdministrator) == true;

    /// <summary>Links of a list; without the one named here it offers neither creating nor the bulk commands.</summary>
    public object ListLinks() => MayEdit ? new[] { Link("/workflow-definitions", "bulk-publish") } : [];

    public object Summary(DefinitionRow row)
    {
        return new
        {
            id = row.Id,
            definitionId = row.DefinitionId,
            name = row.Name,
            description = row.Description,
            version = row.Version,
            isLatest = row.IsLatest,
            isPublished = row.IsPublished,
            isReadonly = !MayEdit,
            materializerName = "Json",
            isMaterializerAvailable = true,
            createdAt = row.CreatedAt,
            links = Links(row),
        };
    }

    public JsonObject Full(DefinitionRow row)
    {
        var document = JsonNode.Parse(row.Json)!.AsObject();
        document.Remove("$schema");
        document["id"] = row.Id;
        document["definitionId"] = row.DefinitionId;
        document["name"] = row.Name;
        document["version"] = row.Version;
        document["createdAt"] = row.CreatedAt.ToString("O", CultureInfo.InvariantCulture);
        document["isLatest"] = row.IsLatest;
        document["isPublished"] = row.IsPublished;
        document["isReadonly"] = !MayEdit;
        foreach (var list in Lists)
            document[list] ??= new JsonArray();
        document["customProperties"] ??= new JsonObject();
        document["options"] ??= new JsonObject { ["autoUpdateConsumingWorkflows"] = false };
        document["links"] = JsonSerializer.SerializeToNode(Links(row), JsonSerializerOptions.Web);
        if (!Version.TryParse(document["toolVersion"]?.ToString(), out _))
            document["toolVersion"] = null;
        foreach (var activity in ActivityWalk.Of(document))
            DynamicOutcomes.Show(activity["type"]!.ToString(), activity);
        PolicyNotes.Lift(document);
        StudioDocument.Mark(document, row.Mark);
        return document;
    }

    /// <summary>Names of the variables of the latest version; none when there is no such definition.</summary>
    public async Task<IReadOnlyList<string>> VariablesAsync(string definitionId, CancellationToken ct)
    {
        var json = await db
            .Procedures.Where(d => d.DefinitionId == definitionId && d.IsLatest)
            .Select(d => d.Json)
            .SingleOrDefaultAsync(ct);
        return json is not null && JsonNode.Parse(json)?["variables"] is JsonArray variables
            ? [.. variables.Select(v => v?["name"]?.ToString()).OfType<string>()]
            : [];
    }

    private IReadOnlyList<object> Links(DefinitionRow row)
    {
        var address = $"/workflow-definitions/{row.DefinitionId}";
        return MayEdit ? [Link(address, "self"), Link(address, "publish")] : [Link(address, "self")];
    }

    private static object Link(string href, string rel) =>
        new
        {
            href,
            rel,
            method = rel == "self" ? "GET" : "POST",
        };
}
