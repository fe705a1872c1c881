using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Ui;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>The lists that the values of a part are chosen from.</summary>
/// <param name="item">The object that the part stands in.</param>
/// <param name="siblings">The list that this object is an item of.</param>
/// <returns>Null when it is typed freely.</returns>
public delegate IReadOnlyList<ChoiceView>? PartChoices(string source, JsonObject item, JsonArray? siblings);

/// <summary>Turns a sheet into controls.</summary>
public sealed class SheetViews(IStringLocalizer<Texts> texts, Reader reader)
{
    /// <param name="problems">Sentences by the path that they stand at.</param>
    /// <param name="touched">The item that the reader has just added or moved.</param>
    public IReadOnlyList<PartView> Show(
        IReadOnlyList<Part> parts,
        JsonObject sheet,
        ILookup<string, string> problems,
        PartChoices choices,
        bool readOnly,
        string? touched
    ) => new Builder(texts, reader, problems, choices, readOnly, touched).Parts(parts, sheet, null, "");

    /// <summary>Everything that is wrong, each with where it is.</summary>
    public static IEnumerable<ProblemView> Problems(IEnumerable<PartView> parts, string where = "") =>
        parts.SelectMany(part =>
            part switch
            {
                FieldsView fields => fields
                    .Fields.Where(f => f.Error is not null)
                    .Select(f => new ProblemView(f.Id, $"{where}{f.Label}: {f.Error}")),
                GroupView group => Problems(group.Parts, $"{where}{group.Legend} – "),
                ListView list => list
                    .Items.SelectMany(i => Problems(i.Parts, $"{where}\u2068{i.Title ?? i.Key}\u2069 – "))
                    .Concat(list.Error is null ? [] : [new ProblemView(list.Id, $"{where}{list.Title}: {list.Error}")]),
                _ => [],
            }
        );

    private sealed class Builder(
        IStringLocalizer<Texts> texts,
        Reader reader,
        ILookup<string, string> problems,
        PartChoices choices,
        bool readOnly,
        string? touched
    )
    {
        public List<PartView> Parts(IReadOnlyList<Part> parts, JsonObject item, JsonArray? siblings, string prefix) =>
            [
                .. parts
                    .Where(p => p.Kind != PartKind.Fixed)
                    .Select(p =>
                        View(p, item, siblings, prefix + p.Name) with
                        {
                            When = p.When is null ? null : prefix + p.When,
                            In = p.When is null ? null : string.Join(' ', p.In),
                            OnlyFor = p.When is null ? null : OnlyFor(p, parts, item),
                        }
                    ),
            ];

        private PartView View(Part part, JsonObject item, JsonArray? siblings, string path) =>
            part.Kind switch
            {
                PartKind.Flag => new FlagView(
                    path,
                    Label(part),
                    Help(part),
                    Sheet.Text(item[part.Name]) == "true",
                    readOnly
                ),
                PartKind.Local => new FieldsView([Local(part, item, path, "ar"), Local(part, item, path, "en")]),
                PartKind.Group => new GroupView(
                    Label(part),
                    Help(part),
                    Parts(part.Parts, item[part.Name] as JsonObject ?? [], siblings, $"{path}.")
                ),
                PartKind.List => List(part, item[part.Name] as JsonArray ?? [], path),
                _ => new FieldsView([Field(part, item, siblings, path)]),
            };

        private FormFieldView Field(Part part, JsonObject item, JsonArray? siblings, string path)
        {
            var (typed, options) = (item[part.Name], Options(part, item, siblings));
            var kind = part.Kind switch
            {
                PartKind.Number => FieldType.Number,
                PartKind.Day => FieldType.Date,
                PartKind.Choices => FieldType.Choices,
                _ => options is null ? FieldType.Text : FieldType.Choice,
            };
            return new FormFieldView(path, kind, Label(part))
            {
                Value = Sheet.Text(typed is JsonValue ? typed : null),
                Values = typed is JsonArray several ? [.. several.Select(Sheet.Text)] : [],
                Date = part.Kind == PartKind.Day ? SheetDays.Input(typed as JsonObject) : null,
                Options = options ?? [],
                IsCompact = kind == FieldType.Choice,
                Help = Help(part),
                Required = part.Required,
                MaxLength = part.MaxLength,
                IsCode = part.Kind == PartKind.Code,
                Suggestions = part.Suggestions,
                ReadOnly = readOnly,
                Error = Error(path),
            };
        }

        /// <summary>What stands there is among the options, whether or not it should be: nothing is changed by looking at it.</summary>
        private IReadOnlyList<ChoiceView>? Options(Part part, JsonObject item, JsonArray? siblings)
        {
            if (part.Source.Length == 0 || choices(part.Source, item, siblings) is not { } known)
                return null;
            var typed = item[part.Name] is JsonArray several
                ? several.Select(Sheet.Text).ToList()
                : [Sheet.Text(item[part.Name])];
            var strange = typed.Where(t => t.Length > 0 && known.All(k => k.Value != t));
            IReadOnlyList<ChoiceView> all = [.. known, .. strange.Select(t => new ChoiceView(t, texts["Unknown", t]))];
            // A browser posts what is chosen in the order in which it stands: in that of the document.
            return part.Kind == PartKind.Choices && !all.Select(o => o.Value).Where(typed.Contains).SequenceEqual(typed)
                ? [.. all.OrderBy(o => typed.IndexOf(o.Value) is >= 0 and var place ? place : int.MaxValue)]
                : all;
        }

        private FormFieldView Local(Part part, JsonObject item, string path, string language) =>
            new(
                $"{path}.{language}",
                part.Lines ? FieldType.Multiline : FieldType.Text,
                texts[$"In.{language}", Label(part)]
            )
            {
                Value = Sheet.Text((item[part.Name] as JsonObject)?[language]),
                Help = language == "ar" ? Help(part) : null,
                Required = part.Required,
                MaxLength = part.MaxLength,
                Language = language,
                ReadOnly = readOnly,
                Error = Error($"{path}.{language}"),
            };

        private ListView List(Part part, JsonArray items, string path) =>
            new(
                path,
                Label(part),
                Help(part),
                Error(path),
                !readOnly && items.Count < part.Most ? texts[$"Add.{part.Label}"].Value : null,
                touched == path,
                readOnly,
                [
                    .. items
                        .OfType<JsonObject>()
                        .Select(
                            (item, i) =>
                                Item(part, item, items, i, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"))
                        ),
                ]
            );

        private ItemView Item(Part list, JsonObject item, JsonArray items, int index, string path)
        {
            var parts = Parts(list.Parts, item, items, $"{path}.");
            var wrong = Problems(parts).Count();
            return new ItemView(
                path,
                index + 1,
                Title(list, item),
                Sheet.Text(item[list.ItemKey] is JsonValue key ? key : null),
                Kind(list, item, items),
                wrong,
                wrong > 0 || touched?.StartsWith(path, StringComparison.Ordinal) == true,
                touched == path,
                index == items.Count - 1,
                parts
            );
        }

        /// <summary>What tells an item from others of the same name: its type, or the first of its days.</summary>
        private string? Kind(Part list, JsonObject item, JsonArray items)
        {
            if (list.Parts.FirstOrDefault(p => p.Name == "type") is { } type)
                return Options(type, item, items)?.FirstOrDefault(o => o.Value == Sheet.Text(item["type"]))?.Label;
            var first = list.Parts.FirstOrDefault(p => p.Kind == PartKind.Day);
            return first is not null && SheetDays.Input(item[first.Name] as JsonObject).TryGet(out var day)
                ? reader.Date(day)
                : null;
        }

        private string? Title(Part list, JsonObject item)
        {
            var named = list.Parts.FirstOrDefault(p =>
                p.Kind == PartKind.Local && (list.Title is null || p.Name == list.Title)
            );
            var words = named is null ? null : item[named.Name] as JsonObject;
            var title = reader.Pick(Sheet.Text(words?["ar"]), Sheet.Text(words?["en"]));
            return title.Length > 0 ? title : null;
        }

        private string OnlyFor(Part part, IReadOnlyList<Part> parts, JsonObject item)
        {
            var deciding = parts.First(p => p.Name == part.When);
            var options = choices(deciding.Source, item, null) ?? [];
            return texts[
                "OnlyFor",
                string.Join(texts["Comma"], part.In.Select(v => options.FirstOrDefault(o => o.Value == v)?.Label ?? v))
            ];
        }

        private string Label(Part part) => texts[$"Part.{part.Label}"];

        private string? Help(Part part) =>
            texts[$"Help.{part.Label}"] is { ResourceNotFound: false } known ? known.Value : null;

        private string? Error(string path) => problems[path].Any() ? string.Join(' ', problems[path].Distinct()) : null;
    }
}
