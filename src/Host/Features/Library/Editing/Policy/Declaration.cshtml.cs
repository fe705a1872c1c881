using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Calendars;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Library.Editing.Policy;

/// <summary>
/// The text that applicants sign (P55, P56). Other words get another version of their own accord; who has signed keeps the ones that
/// were signed.
/// </summary>
public sealed class DeclarationModel(EditorTools tools, CaseFlowDb db, TimeProvider clock) : EditorModel(tools)
{
    private HashSet<string> _used = [];

    public override string Folder => "policy";

    protected override IReadOnlyList<Part> Parts => DeclarationParts.All;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        var frozen = await db
            .Definitions.AsNoTracking()
            .Where(d => d.DefinitionId == PolicyDocument.DeclarationText && d.IsFrozen)
            .ToListAsync(ct);
        _used = [.. frozen.Select(PolicyDocument.Read).Select(VersionOf)];
    }

    protected override IReadOnlyList<ChoiceView>? Choices(string source, JsonObject item, JsonArray? siblings) => null;

    /// <summary>The version in force for the words in force, else the first of this year that no words have had.</summary>
    protected override IReadOnlyDictionary<string, JsonNode> Given(int version)
    {
        var published = Desk.Published(PolicyDocument.DeclarationText);
        var name =
            version < Desk.NumberAfter(PolicyDocument.DeclarationText) && published is not null
                ? VersionOf(published)
                : Enumerable.Range(1, int.MaxValue - 1).Select(Named).First(n => !_used.Contains(n));
        return new Dictionary<string, JsonNode> { ["version"] = name };
    }

    private string Named(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{CalendarDate.At(clock.GetUtcNow()).Day.Year}-{number}");

    private static string VersionOf(PolicyDocument document) =>
        Sheet.Text((EditorJson.Node(document) as JsonObject)?["version"]);
}

/// <summary>What the declaration consists of.</summary>
internal static class DeclarationParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("version", PartKind.Fixed),
        new("text", PartKind.Local)
        {
            Label = "declaration",
            Required = true,
            Lines = true,
            MaxLength = 4000,
        },
    ];
}
