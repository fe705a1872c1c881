using CaseFlow.Domain.Letters;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>A field as its author picks it.</summary>
/// <param name="Path">As the checks name it, e.g. <c>decision.reasons[].text</c>; its words are in the texts of these pages.</param>
/// <param name="Snippet">What is inserted: with the filter that suits it, and asked for where it may be missing.</param>
/// <param name="InList">Whether it stands inside the list before it.</param>
/// <param name="Mandatory">A letter of the class has to mention it, or one of its alternatives.</param>
public sealed record FieldChoice(string Path, string Snippet, bool Optional, bool InList, bool Mandatory)
{
    public bool InArabic { get; init; }

    public bool InEnglish { get; init; }
}

public sealed record FieldGroup(string Name, IReadOnlyList<FieldChoice> Fields);

/// <summary>The fields that a wording may mention, in the order of their groups.</summary>
public static class FieldPicker
{
    /// <summary>Numbers, addresses and references: read from left to right wherever they stand.</summary>
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "society.phone",
        "society.email",
        "society.website",
        "member.number",
        "case.number",
        "letter.number",
        "letter.clause",
        "portal.url",
        "decision.reasons[].clause",
        "registration.number",
        "evaluation.url",
        "code.value",
    };

    /// <summary>What every class has comes after what is the class's own.</summary>
    private static readonly string[] Common = ["society", "member", "case", "letter", "portal"];

    private static readonly Dictionary<string, string> OneOf = new(StringComparer.Ordinal)
    {
        ["case.summary"] = "row",
        ["decision.reasons"] = "reason",
    };

    public static IReadOnlyList<FieldGroup> Of(LetterClass letter) =>
        Groups(LetterFields.Of(letter), LetterFields.MandatoryIn(letter));

    public static IReadOnlyList<FieldGroup> OfLayout() => Groups(LetterFields.OfLayout, LetterFields.MandatoryInLayout);

    /// <summary>The same with what both wordings mention so far.</summary>
    public static IReadOnlyList<FieldGroup> Ticked(this IReadOnlyList<FieldGroup> groups, string arabic, string english)
    {
        var (ar, en) = (LetterTemplate.MentionsIn(arabic), LetterTemplate.MentionsIn(english));
        return
        [
            .. groups.Select(g =>
                g with
                {
                    Fields =
                    [
                        .. g.Fields.Select(f =>
                            f with
                            {
                                InArabic = ar?.Contains(f.Path) == true,
                                InEnglish = en?.Contains(f.Path) == true,
                            }
                        ),
                    ],
                }
            ),
        ];
    }

    private static FieldGroup[] Groups(IReadOnlyList<LetterField> fields, IReadOnlyList<string> mandatory)
    {
        var wanted = mandatory.SelectMany(m => m.Split('|')).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. fields
                .OrderBy(f => Common.Contains(f.Name))
                .Select(f =>
                    f.Kind == LetterFieldKind.List
                        ? new FieldGroup(f.Name, [.. Choices(f, "", wanted)])
                        : new FieldGroup(
                            f.Name,
                            [.. f.Fields.SelectMany(inner => Choices(inner, f.Name + ".", wanted))]
                        )
                ),
        ];
    }

    private static IEnumerable<FieldChoice> Choices(LetterField field, string prefix, HashSet<string> wanted)
    {
        var path = prefix + field.Name;
        if (field.Kind != LetterFieldKind.List)
        {
            yield return new FieldChoice(
                path,
                Snippet(field, path, path),
                !field.Required,
                false,
                wanted.Contains(path)
            );
            yield break;
        }
        var one = OneOf.GetValueOrDefault(path, "item");
        var first = field.Fields[0];
        var loop =
            $"{{%- for {one} in {path} %}}\n<li>{Snippet(first, $"{path}[].{first.Name}", $"{one}.{first.Name}")}</li>\n{{%- endfor %}}";
        yield return new FieldChoice(path, loop, !field.Required, false, wanted.Contains(path));
        foreach (var inner in field.Fields)
        {
            var at = $"{path}[].{inner.Name}";
            yield return new FieldChoice(
                at,
                Snippet(inner, at, $"{one}.{inner.Name}"),
                !inner.Required,
                InList: true,
                wanted.Contains(at)
            );
        }
    }

    private static string Snippet(LetterField field, string path, string name)
    {
        var filter = field.Kind switch
        {
            LetterFieldKind.Moment => " | both_dates",
            LetterFieldKind.Number => " | digits",
            _ when Codes.Contains(path) => " | bdi",
            _ => "",
        };
        var value = $"{{{{ {name}{filter} }}}}";
        return field.Required ? value : $"{{% if {name} %}}{value}{{% endif %}}";
    }
}
