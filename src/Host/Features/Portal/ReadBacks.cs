using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Portal;

/// <summary>Answers and documents read back in plain words; draw with <c>&lt;partial name="_ReadBack" model="…" /&gt;</c>.</summary>
public sealed record ReadBackView(IReadOnlyList<ReadBackPart> Parts, IReadOnlyList<ReadBackDocument> Documents)
{
    /// <summary>Where the documents are changed; null when they are not to be changed here.</summary>
    public string? EditDocuments { get; init; }
}

/// <param name="Edit">Where these answers are changed; null when they are not to be changed here.</param>
public sealed record ReadBackPart(IReadOnlyList<ReadBackLine> Lines, string? Edit = null);

/// <param name="Missing">Whether an answer is asked for and not there.</param>
public sealed record ReadBackLine(string Label, FactText Said, bool Missing = false);

/// <param name="FileName">Null while it is not there.</param>
/// <param name="Address">Where it can be looked at.</param>
public sealed record ReadBackDocument(string Label, string? FileName, string? Address);

/// <summary>Makes the reading back of a form's answers.</summary>
public sealed class ReadBacks(FactWriter facts, Reader reader)
{
    /// <summary>The answered fields of each page, and those still to answer.</summary>
    public IReadOnlyList<ReadBackPart> Parts(
        IReadOnlyList<FormDefinition> pages,
        IReadOnlyDictionary<string, object?> answers,
        IReadOnlyList<FieldProblem> problems,
        Func<int, string?> edit
    ) =>
        [
            .. pages
                .Select(
                    (page, i) =>
                        new ReadBackPart(
                            [
                                .. page
                                    .Fields.Where(f => answers.ContainsKey(f.Key) || IsWrong(f, problems))
                                    .Select(f => Line(f, answers.GetValueOrDefault(f.Key), IsWrong(f, problems))),
                            ],
                            edit(i + 1)
                        )
                )
                .Where(p => p.Lines.Count > 0),
        ];

    public string Say(LocalText text) => text.In(reader.Preferences.Language);

    public ReadBackDocument Document(EvidenceRequirement requirement, string? fileName, string? id) =>
        new(Say(requirement.Label), fileName, id is null ? null : $"/documents/{id}");

    private ReadBackLine Line(FormField field, object? value, bool wrong) =>
        new(Say(field.Label), facts.Write(field, value), wrong);

    private static bool IsWrong(FormField field, IReadOnlyList<FieldProblem> problems) =>
        problems.Any(p => p.Field.Split('[')[0] == field.Key);
}
