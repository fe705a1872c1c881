using CaseFlow.Domain;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>Fills the sheet of a letter or layout that is being written.</summary>
public sealed class LetterSheets(LetterBench bench, LetterPreviews previews)
{
    /// <param name="caseNumber">A real case to show it on; blank for the invented one.</param>
    public async Task<LetterSheet> OfAsync(
        LetterForm form,
        PolicyDocument letter,
        string? caseNumber,
        Actor by,
        CancellationToken ct
    )
    {
        var fields = FieldPicker.Of(form.Class).Ticked(form["BodyAr"], form["BodyEn"]);
        var bySms = form.Channels.Contains("sms") || form.Class == LetterClass.Notice;
        return form.Unfit() is { Count: > 0 } unfit
            ? new LetterSheet(fields, LetterFindings.Of(letter.Id, unfit, f => form[f]), [], null, bySms)
            : await FillAsync(
                new LetterSheet(fields, [], [], null, bySms),
                await bench.CheckAsync(letter, ct),
                found => LetterFindings.Of(letter.Id, found, f => form[f]),
                caseNumber,
                by,
                ct
            );
    }

    /// <param name="sample">Key of the letter that the layout is shown around.</param>
    public async Task<LetterSheet> OfLayoutAsync(
        string text,
        PolicyDocument layout,
        string sample,
        Actor by,
        CancellationToken ct
    )
    {
        var fields = FieldPicker.OfLayout().Ticked(text, text);
        var unfit = LetterForm.Unfit("Layout", text, LetterForm.LongestText).ToList();
        return unfit.Count > 0
            ? new LetterSheet(fields, LetterFindings.Of(layout.Id, unfit, _ => text), [], null, false, OneText: true)
            : await FillAsync(
                new LetterSheet(fields, [], [], null, false, OneText: true),
                bench.CheckLayout(layout, sample),
                found => LetterFindings.Of(layout.Id, found, _ => text),
                null,
                by,
                ct
            );
    }

    private async Task<LetterSheet> FillAsync(
        LetterSheet sheet,
        LetterOnBench onBench,
        Func<IReadOnlyList<FolderProblem>, IReadOnlyList<LetterFinding>> findings,
        string? caseNumber,
        Actor by,
        CancellationToken ct
    )
    {
        sheet = sheet with { Findings = findings(onBench.Problems) };
        if (onBench.Template is not { } template)
            return sheet;
        try
        {
            return sheet with
            {
                Previews = string.IsNullOrWhiteSpace(caseNumber)
                    ? previews.OnInvented(template)
                    : await previews.OnCaseAsync(template, caseNumber, by, ct),
            };
        }
        catch (RefusalException no)
        {
            return sheet with { Sealed = no.Refusal };
        }
    }
}
