using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Ui;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Portal;

/// <summary>A document to attach, ready to show; draw with <c>&lt;partial name="_Document" model="…" /&gt;</c>.</summary>
/// <param name="Proves">The answers that it confirms.</param>
/// <param name="Validity">How old it may be; null when any age will do.</param>
/// <param name="File">What is attached already.</param>
public sealed record DocumentFieldView(
    string Key,
    string Label,
    string? Help,
    bool Required,
    IReadOnlyList<string> Proves,
    string? Validity,
    StoredFile? File
)
{
    /// <summary>What the officer wrote about it.</summary>
    public string? Note { get; init; }

    public string? Error { get; init; }

    public bool MayRemove { get; init; }

    public string Name => Uploads.FieldName(Key);

    public string Id => FormFieldView.IdOf(Name);
}

/// <summary>Says of each document why it is asked for and how old it may be.</summary>
public sealed class DocumentFields(Reader reader, RefusalText refusals, IStringLocalizer<Texts> texts)
{
    public DocumentFieldView Show(
        EvidenceRequirement requirement,
        FormDefinition form,
        StoredFile? file,
        Refusal? refusal = null
    ) =>
        new(
            requirement.Key,
            Say(requirement.Label),
            requirement.Help is null ? null : Say(requirement.Help),
            requirement.Required,
            [.. requirement.Proves.Select(form.Field).OfType<FormField>().Select(f => Say(f.Label))],
            requirement.Validity.Kind switch
            {
                ValidityKind.ValidUntil => texts["Document.ValidUntil"],
                ValidityKind.IssuedWithinDays => reader.Counted(
                    texts,
                    "Document.IssuedWithin",
                    requirement.Validity.Days ?? 0
                ),
                _ => null,
            },
            file
        )
        {
            Error = refusal is null ? null : refusals.Sentence(refusal),
        };

    private string Say(LocalText text) => text.In(reader.Preferences.Language);
}
