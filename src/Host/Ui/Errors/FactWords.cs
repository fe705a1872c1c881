using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Ui;

/// <summary>
/// What a code inside a refusal's facts is called: a status or role by the texts, a field, document or checklist item by its
/// label in the policy library.
/// </summary>
public sealed class FactWords(
    IStringLocalizer<Refusals> refusals,
    IStringLocalizer<Texts> texts,
    PolicyLibrary? library = null
)
{
    private readonly Lazy<Dictionary<string, LocalText>> labels = new(() => Labels(library));

    /// <summary>Null when the code is not one of ours, such as a number or a file's name.</summary>
    public string? Of(string code, string language)
    {
        var word = refusals[$"word.{code}"];
        if (!word.ResourceNotFound)
        {
            return word;
        }

        var role = texts[$"Role.{code}"];
        return role.ResourceNotFound ? labels.Value.GetValueOrDefault(code)?.In(language) : role.Value;
    }

    private static Dictionary<string, LocalText> Labels(PolicyLibrary? library)
    {
        var labels = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var field in library?.Forms.Values.SelectMany(f => f.Fields) ?? [])
        {
            labels.TryAdd(field.Key, field.Label);
        }

        foreach (var service in library?.Services.Values ?? [])
        {
            foreach (var document in service.Evidence)
            {
                labels.TryAdd(document.Key, document.Label);
            }

            foreach (var item in service.RegistrationChecklist)
            {
                labels.TryAdd(item.Key, item.Label);
            }
        }

        return labels;
    }
}
