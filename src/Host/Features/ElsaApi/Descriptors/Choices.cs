using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Letters;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>An entry of a drop-down.</summary>
public sealed record Choice(string Text, string Value);

/// <summary>What an input may name, in the reader's words: roles, letters, forms, services, calendars and clauses that exist.</summary>
public sealed class Choices(
    PolicyLibrary library,
    LetterLibrary letters,
    IStringLocalizer<Ui.Texts> shared,
    IStringLocalizer<ActivityTexts> texts,
    Reader reader
)
{
    // Enough to know a clause again; the whole text stands on the policy's page.
    private const int LongestClause = 60;

    /// <summary>Null for what cannot be listed.</summary>
    public IReadOnlyList<Choice>? Of(ReferenceKind kind) =>
        kind switch
        {
            ReferenceKind.Role => [.. Role.All.Select(r => new Choice(shared[$"Role.{r}"], r))],
            ReferenceKind.Letter =>
            [
                .. letters.Keys.Select(k => letters.Get(k).Metadata).Select(l => Named(l.Name, l.Key)),
            ],
            ReferenceKind.Form => [.. library.Forms.Values.Select(f => Named(f.Title, f.Key))],
            ReferenceKind.Service => [.. library.Services.Values.Select(s => Named(s.Name, s.Code))],
            ReferenceKind.Calendar => [.. library.Calendars.Values.Select(c => Named(c.Name, c.Key))],
            ReferenceKind.Clause =>
            [
                .. library.Clauses.Select(c => new Choice(
                    $"{c.Id} · {Start(reader.Pick(c.Text.Ar, c.Text.En))}",
                    c.Id
                )),
            ],
            _ => null,
        };

    /// <summary>The names of one of our own lists, e.g. the reasons to close a case.</summary>
    public IReadOnlyList<Choice> Of(IReadOnlyList<string> names) => [.. names.Select(n => new Choice(Word(n), n))];

    /// <summary>The name of a way out or of a choice; itself when an author made it up.</summary>
    public string Word(string name) =>
        texts[$"Outcome.{name}"] is { ResourceNotFound: false } known ? known.Value : name;

    private static string Start(string text) => text.Length <= LongestClause ? text : text[..LongestClause] + "…";

    private Choice Named(Domain.LocalText name, string key) => new($"{reader.Pick(name.Ar, name.En)} · {key}", key);
}
