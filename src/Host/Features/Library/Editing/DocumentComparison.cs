using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library.Editing.Calendars;
using CaseFlow.Host.Features.Library.Editing.Forms;
using CaseFlow.Host.Features.Library.Editing.Policy;
using CaseFlow.Host.Features.Library.Editing.Services;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>What became of one place of a document.</summary>
public enum ChangeVerb
{
    Added,
    Removed,
    Moved,
    Changed,
}

/// <summary>A step on the way to a place.</summary>
/// <param name="Part">The member; null for a thing in a list or a value of the policy.</param>
/// <param name="Name">What that thing is called.</param>
public sealed record PlaceStep(Part? Part, LocalText? Name);

/// <summary>One change; the words for it are the page's.</summary>
/// <param name="Place">From the outermost part inwards.</param>
/// <param name="Language">Of a text that changed in this language.</param>
/// <param name="Before">Null when there was nothing.</param>
/// <param name="After">Null when there is nothing any more.</param>
public sealed record DocumentChange(
    ChangeVerb Verb,
    IReadOnlyList<PlaceStep> Place,
    string? Language,
    string? Before,
    string? After
);

/// <summary>What changed between two versions of a form, a service, a calendar or a part of the policy; things are known by their keys.</summary>
public sealed record DocumentComparison(IReadOnlyList<DocumentChange> Changes)
{
    public static DocumentComparison Of(PolicyDocument before, PolicyDocument after)
    {
        if (after.Id == PolicyDocument.Parameters)
            return new([.. Values(before, after)]);
        var parts = PartsOf(after);
        return new([.. Compare(parts, Root(before), Root(after), [])]);
    }

    private static IReadOnlyList<Part> PartsOf(PolicyDocument document) =>
        document.Id.Split('/') switch
        {
            ["forms", _] => FormParts.All,
            ["services", _] => ServiceParts.All,
            ["calendars", _] => CalendarParts.All,
            ["policy", "clauses"] => ClauseParts.All,
            ["policy", _] => DeclarationParts.All,
            _ => [],
        };

    private static JsonObject Root(PolicyDocument document) =>
        EditorJson.Node(document) switch
        {
            JsonObject root => root,
            JsonArray list => new JsonObject { ["clauses"] = list.DeepClone() },
            _ => [],
        };

    private static IEnumerable<DocumentChange> Values(PolicyDocument before, PolicyDocument after)
    {
        var (old, now) = (ParameterSheet.Of(before).Entries, ParameterSheet.Of(after).Entries);
        return old.Zip(now)
            .Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => new DocumentChange(
                ChangeVerb.Changed,
                [new PlaceStep(null, pair.Second.Label)],
                null,
                Given(pair.First.Text),
                Given(pair.Second.Text)
            ));
    }

    private static IEnumerable<DocumentChange> Compare(
        IReadOnlyList<Part> parts,
        JsonObject before,
        JsonObject after,
        PlaceStep[] place
    ) =>
        parts
            .Where(p => p.Kind != PartKind.Fixed)
            .SelectMany(p => Compare(p, before[p.Name], after[p.Name], [.. place, new PlaceStep(p, null)]));

    private static IEnumerable<DocumentChange> Compare(
        Part part,
        JsonNode? before,
        JsonNode? after,
        PlaceStep[] place
    ) =>
        part.Kind switch
        {
            PartKind.Local => Text(before, after, "ar", place).Concat(Text(before, after, "en", place)),
            PartKind.Group => Compare(part.Parts, before as JsonObject ?? [], after as JsonObject ?? [], place),
            PartKind.List => Items(part, before as JsonArray ?? [], after as JsonArray ?? [], place),
            _ => Plain(Said(part, before), Said(part, after), null, place),
        };

    private static IEnumerable<DocumentChange> Text(
        JsonNode? before,
        JsonNode? after,
        string language,
        PlaceStep[] place
    ) =>
        Plain(
            Sheet.Text((before as JsonObject)?[language]),
            Sheet.Text((after as JsonObject)?[language]),
            language,
            place
        );

    private static IEnumerable<DocumentChange> Plain(string before, string after, string? language, PlaceStep[] place)
    {
        if (before != after)
            yield return new DocumentChange(ChangeVerb.Changed, place, language, Given(before), Given(after));
    }

    private static IEnumerable<DocumentChange> Items(Part list, JsonArray before, JsonArray after, PlaceStep[] place)
    {
        var (old, now) = (ByKey(list, before), ByKey(list, after));
        foreach (var (_, item) in old.Where(o => !now.ContainsKey(o.Key)))
            yield return new DocumentChange(ChangeVerb.Removed, Into(item), null, null, null);
        var stayed = InOrder([.. old.Keys.Where(now.ContainsKey)], [.. now.Keys.Where(old.ContainsKey)]);
        foreach (var (key, item) in now)
        {
            if (!old.TryGetValue(key, out var earlier))
            {
                yield return new DocumentChange(ChangeVerb.Added, Into(item), null, null, null);
                continue;
            }
            if (!stayed.Contains(key))
                yield return new DocumentChange(ChangeVerb.Moved, Into(item), null, null, null);
            foreach (var change in Compare(list.Parts, earlier, item, Into(item)))
                yield return change;
        }

        PlaceStep[] Into(JsonObject item) => [.. place, new PlaceStep(null, Called(list, item))];
    }

    /// <summary>The things of a list by their keys; where keys are missing or said twice, by their place.</summary>
    private static Dictionary<string, JsonObject> ByKey(Part list, JsonArray items)
    {
        var all = items.OfType<JsonObject>().ToList();
        var keys = all.ConvertAll(i => Sheet.Text(i[list.ItemKey]));
        var known = keys.All(k => k.Length > 0) && keys.Distinct().Count() == keys.Count;
        return all.Index().ToDictionary(i => known ? keys[i.Index] : $"#{i.Index}", i => i.Item);
    }

    /// <summary>As many as have kept their order among one another: the others have moved.</summary>
    private static HashSet<string> InOrder(string[] before, string[] after)
    {
        var longest = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        for (var j = after.Length - 1; j >= 0; j--)
            longest[i, j] =
                before[i] == after[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        for (var (i, j) = (0, 0); i < before.Length && j < after.Length; )
        {
            if (before[i] == after[j])
            {
                kept.Add(before[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
        return kept;
    }

    private static LocalText Called(Part list, JsonObject item)
    {
        var title = list.Parts.FirstOrDefault(p =>
            p.Kind == PartKind.Local && (list.Title is null || p.Name == list.Title)
        );
        var key = Sheet.Text(item[list.ItemKey]);
        if (list.Title is not null || title is null || item[title.Name] is not JsonObject words)
            return new LocalText(key, key);
        return new LocalText(Sheet.Text(words["ar"]), Sheet.Text(words["en"]));
    }

    private static string Said(Part part, JsonNode? value) =>
        (part.Kind, value) switch
        {
            (PartKind.Flag, _) => Sheet.Text(value) == "true" ? "true" : "false",
            (PartKind.Choices, JsonArray several) => string.Join(
                ' ',
                several.Select(Sheet.Text).Order(StringComparer.Ordinal)
            ),
            (PartKind.Day, JsonObject day) => Sheet.Text(day["day"]),
            (_, JsonValue or null) => Sheet.Text(value),
            _ => value!.ToJsonString(LibraryJson.Options),
        };

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
