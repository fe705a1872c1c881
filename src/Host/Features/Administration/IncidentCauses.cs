using CaseFlow.Host.Ui;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Administration;

/// <summary>Says in words why a procedure stopped, and what to do about it.</summary>
public sealed class IncidentCauses(
    IStringLocalizer<Texts> texts,
    IStringLocalizer<Refusals> refusals,
    RefusalText sentences
)
{
    private static readonly Dictionary<string, object?> NoFacts = [];

    /// <summary>One of the engine's faults, or a rule that refused a step; a general sentence for a code that has none.</summary>
    public string Of(string code)
    {
        if (texts[$"Cause.{code}"] is { ResourceNotFound: false } known)
            return known.Value;
        return refusals[code].ResourceNotFound
            ? texts["Cause.Other"].Value
            : texts["Cause.Refused", sentences.Sentence(code, NoFacts)].Value;
    }
}
